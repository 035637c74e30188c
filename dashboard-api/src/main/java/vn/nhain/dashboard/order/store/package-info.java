/**
 * Orders in the business store.
 */
@NullMarked
package vn.nhain.dashboard.order.store;

import org.jspecify.annotations.NullMarked;
