/**
 * Stock in the business store.
 */
@NullMarked
package vn.nhain.dashboard.stock.store;

import org.jspecify.annotations.NullMarked;
