/**
 * JSON of stock.
 */
@NullMarked
package vn.nhain.dashboard.stock.api;

import org.jspecify.annotations.NullMarked;
