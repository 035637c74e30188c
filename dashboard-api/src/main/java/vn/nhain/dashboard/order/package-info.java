/**
 * Customer orders. Imports the plant model and {@code problem}. Start reading at {@link vn.nhain.dashboard.order.OrderRepository}.
 */
@NullMarked
package vn.nhain.dashboard.order;

import org.jspecify.annotations.NullMarked;
