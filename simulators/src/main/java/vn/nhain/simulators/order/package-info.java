/**
 * The demonstration plant and a seeded backlog of orders for it, with the stock that goes with them. Imports the nouns only.
 * Start reading at {@link vn.nhain.simulators.order.OrderGenerator}.
 */
@NullMarked
package vn.nhain.simulators.order;

import org.jspecify.annotations.NullMarked;
