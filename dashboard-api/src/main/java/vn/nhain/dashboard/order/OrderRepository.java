package vn.nhain.dashboard.order;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;

/** Orders with their gates and operations. Implementations are thread-safe. */
public interface OrderRepository {
    /** All orders, in the order in which they came. */
    List<Order> listOrders();

    /** The order with this id, if there is one. */
    Optional<Order> findOrder(String id);

    /** How many there are. */
    int countOrders();

    /** Adds orders; all or none. */
    void addOrders(Collection<Order> orders);

    /** Changes where an order stands. */
    void setStatus(String id, OrderStatus status);
}
