/**
 * The plant and its clock over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.plant.http;

import org.jspecify.annotations.NullMarked;
