package vn.nhain.dashboard.plan.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.order.api.Bilingual;
import vn.nhain.dashboard.order.api.OrderView;
import vn.nhain.dashboard.order.api.OrderView.GateView;

/**
 * {@link OrderView} with its operations.
 *
 * @param operations each a {@link PlannedOperationView} or a {@link Barred}
 */
public record OrderDetail(
        String id,
        String customer,
        String product,
        String title,
        int quantity,
        Instant due,
        Instant customerDue,
        int priority,
        boolean rush,
        @Nullable String repeatOf,
        String status,
        @Nullable Instant plannedEnd,
        long lateMinutes,
        @Nullable Bilingual lateReason,
        double progress,
        @Nullable Bilingual barred,
        List<GateView> gates,
        List<Object> operations) {
    public OrderDetail {
        gates = List.copyOf(gates);
        operations = List.copyOf(operations);
    }

    /**
     * An operation that is not in the plan.
     *
     * @param operationId the operation
     * @param kind what is done
     * @param barredBy why it is not planned; null when it was never tried, or is done
     * @param status {@code planned running done}
     */
    public record Barred(
            String operationId, String kind, @Nullable Bilingual barredBy, String status) {}

    /** An order with its operations. */
    public static OrderDetail of(OrderView o, List<Object> operations) {
        return new OrderDetail(
                o.id(),
                o.customer(),
                o.product(),
                o.title(),
                o.quantity(),
                o.due(),
                o.customerDue(),
                o.priority(),
                o.rush(),
                o.repeatOf(),
                o.status(),
                o.plannedEnd(),
                o.lateMinutes(),
                o.lateReason(),
                o.progress(),
                o.barred(),
                o.gates(),
                operations);
    }
}
