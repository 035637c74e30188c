package vn.nhain.dashboard.order;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;

/** The orders, kept in memory: the live board asks for them several times a second. All changes go through here. Thread-safe. */
public final class OrderBook {
    private final OrderRepository repository;
    private volatile @Nullable Map<String, Order> cached;

    public OrderBook(OrderRepository repository) {
        this.repository = repository;
    }

    /** All orders, in the order in which they came. */
    public List<Order> listOrders() {
        return List.copyOf(byId().values());
    }

    /** The order with this id, if there is one. */
    public Optional<Order> findOrder(String id) {
        return Optional.ofNullable(byId().get(id));
    }

    /**
     * The order with this id.
     *
     * @throws NotFoundException when there is none
     */
    public Order getOrder(String id) {
        return findOrder(id).orElseThrow(() -> NotFoundException.of("order", id));
    }

    /** Whether there is none at all. */
    public boolean isEmpty() {
        return byId().isEmpty();
    }

    /** Adds orders; all or none. */
    public synchronized void addOrders(Collection<Order> orders) {
        repository.addOrders(orders);
        cached = null;
    }

    /** Changes where an order stands. */
    public synchronized void setStatus(String id, OrderStatus status) {
        Order order = getOrder(id);
        if (order.status() != status) {
            repository.setStatus(id, status);
            cached = null;
        }
    }

    private Map<String, Order> byId() {
        Map<String, Order> known = cached;
        return known == null ? load() : known;
    }

    private synchronized Map<String, Order> load() {
        Map<String, Order> orders = new LinkedHashMap<>();
        repository.listOrders().forEach(order -> orders.put(order.id(), order));
        cached = orders;
        return orders;
    }
}
