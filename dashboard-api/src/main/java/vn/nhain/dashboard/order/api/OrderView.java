package vn.nhain.dashboard.order.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param id the order
 * @param customer who ordered
 * @param product what it is
 * @param title what is printed on it
 * @param quantity finished pieces
 * @param due plant time at which production must be done
 * @param customerDue plant time promised to the customer
 * @param priority 1 (normal) to 3
 * @param rush whether it was taken as a rush order
 * @param repeatOf order that it repeats; null for new work
 * @param status {@code OPEN IN_PROGRESS DONE CANCELLED}
 * @param plannedEnd plant time at which it is expected to end; null when it is not planned
 * @param lateMinutes minutes after its production due time; 0 when in time
 * @param lateReason why; null when it is not late
 * @param progress share that is done, 0 to 1
 * @param barred what bars it from the plan; null for nothing
 * @param gates what must be there before it starts
 */
public record OrderView(
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
        List<GateView> gates) {
    public OrderView {
        gates = List.copyOf(gates);
    }

    /**
     * Something that must be there.
     *
     * @param kind {@code PROOF PLATES DIE DEPOSIT}
     * @param cleared whether it is there
     * @param expected plant time at which it is expected; null when nobody knows
     */
    public record GateView(
            String kind, boolean cleared, @Nullable Instant expected) {}
}
