package vn.nhain.simulators.order;

import java.util.List;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.order.Order;

/**
 * Orders that wait to be made, and the paper for them.
 *
 * @param orders in the order in which they were taken
 * @param stock paper on hand and on its way
 */
public record Backlog(List<Order> orders, Stock stock) {
    public Backlog {
        orders = List.copyOf(orders);
    }
}
