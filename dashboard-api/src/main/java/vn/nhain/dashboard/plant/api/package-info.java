/**
 * JSON of the plant.
 */
@NullMarked
package vn.nhain.dashboard.plant.api;

import org.jspecify.annotations.NullMarked;
