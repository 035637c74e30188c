/**
 * JSON of orders.
 */
@NullMarked
package vn.nhain.dashboard.order.api;

import org.jspecify.annotations.NullMarked;
