package vn.nhain.scheduler.api;

import java.time.Instant;
import java.util.List;

/**
 * A plan. Every operation of every order is either in {@code operations} or named in {@code unplanned}.
 *
 * @param origin plant time from which it was planned
 * @param operations by machine and start
 * @param orders what becomes of each order
 * @param unplanned operations that cannot be planned and what bars each
 * @param figures what it costs
 * @param recalibrations when machines are recalibrated
 */
public record Schedule(
        Instant origin,
        List<PlannedOperation> operations,
        List<OrderOutcome> orders,
        List<Unplanned> unplanned,
        Figures figures,
        List<Recalibrated> recalibrations) {
    public Schedule {
        operations = List.copyOf(operations);
        orders = List.copyOf(orders);
        unplanned = List.copyOf(unplanned);
        recalibrations = List.copyOf(recalibrations);
    }

    /** A plan without recalibrations. */
    public Schedule(
            Instant origin,
            List<PlannedOperation> operations,
            List<OrderOutcome> orders,
            List<Unplanned> unplanned,
            Figures figures) {
        this(origin, operations, orders, unplanned, figures, List.of());
    }

    /**
     * A planned recalibration.
     *
     * @param machineId the machine
     * @param start plant time at which it begins
     * @param end plant time from which the machine is in its new quality state
     */
    public record Recalibrated(String machineId, Instant start, Instant end) {}

    /**
     * What becomes of an order.
     *
     * @param orderId the order
     * @param end plant time at which its last operation ends
     * @param lateMinutes minutes after its production due time; 0 when in time
     * @param lateBecause why it is late; a reason with code {@code origin} and empty sentences when it is not
     */
    public record OrderOutcome(String orderId, Instant end, long lateMinutes, Reason lateBecause) {}

    /**
     * An operation that is out of the plan.
     *
     * @param orderId the order
     * @param operationId the operation
     * @param barredBy the constraint that bars it
     */
    public record Unplanned(String orderId, String operationId, Reason barredBy) {}
}
