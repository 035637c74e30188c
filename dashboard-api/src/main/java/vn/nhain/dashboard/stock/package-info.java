/**
 * Paper in the store and on its way. Start reading at {@link vn.nhain.dashboard.stock.StockService}.
 */
@NullMarked
package vn.nhain.dashboard.stock;

import org.jspecify.annotations.NullMarked;
