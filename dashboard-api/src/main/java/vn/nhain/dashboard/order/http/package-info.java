/**
 * Orders over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.order.http;

import org.jspecify.annotations.NullMarked;
