package vn.nhain.dashboard.order;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhain.dashboard.order.OrderOutlook.Outlook;
import vn.nhain.dashboard.order.api.OrderView;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;

/** The list of orders with what is expected of each. Thread-safe. */
public final class OrderService {
    private final OrderBook orders;
    private final OrderOutlook outlook;

    public OrderService(OrderBook orders, OrderOutlook outlook) {
        this.orders = orders;
        this.outlook = outlook;
    }

    /**
     * Orders that match all that is asked.
     *
     * @param status only these
     * @param late only late ones, or only those in time
     * @param text part of id, customer, product or title, whatever the case and the diacritics
     */
    public List<OrderView> listOrders(Optional<OrderStatus> status, Optional<Boolean> late, Optional<String> text) {
        Map<String, Outlook> expected = outlook.outlooks();
        String wanted = text.map(OrderService::plain).orElse("");
        return orders.listOrders().stream()
                .filter(order -> status.isEmpty() || order.status() == status.get())
                .filter(order -> wanted.isEmpty() || matches(order, wanted))
                .map(order -> view(order, expected.getOrDefault(order.id(), Outlook.NONE)))
                .filter(view -> late.isEmpty() || (view.lateMinutes() > 0) == late.get())
                .toList();
    }

    /** One order. */
    public OrderView getOrder(String id) {
        Order order = orders.getOrder(id);
        return view(order, outlook.outlooks().getOrDefault(id, Outlook.NONE));
    }

    private static OrderView view(Order order, Outlook expected) {
        return new OrderView(
                order.id(),
                order.customer(),
                order.product(),
                order.title(),
                order.quantity(),
                order.due(),
                order.customerDue(),
                order.priority(),
                order.rush(),
                order.repeatOf(),
                order.status().name(),
                expected.end(),
                expected.lateMinutes(),
                expected.lateReason(),
                order.status() == OrderStatus.DONE ? 1 : expected.progress(),
                expected.barred(),
                order.gates().stream()
                        .map(gate -> new OrderView.GateView(gate.kind().name(), gate.cleared(), gate.expected()))
                        .toList());
    }

    private static boolean matches(Order order, String wanted) {
        return Stream.of(order.id(), order.customer(), order.product(), order.title())
                .anyMatch(field -> plain(field).contains(wanted));
    }

    /** Lower case without diacritics, so that {@code hop} finds {@code hộp}. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
