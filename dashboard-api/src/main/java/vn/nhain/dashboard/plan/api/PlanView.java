package vn.nhain.dashboard.plan.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.PlanChanges;

/**
 * A plan.
 *
 * @param version its number
 * @param status {@code draft released superseded}
 * @param createdAt plant time
 * @param createdBy who asked for it
 * @param origin plant time from which it was planned
 * @param operations by machine and start
 * @param unplanned what could not be planned, and what bars it
 * @param figures what it costs
 * @param baseline the same of due-date-first; null when that could not be planned
 * @param moved how far a draft strays from the plan in force; null for any other plan, and when none is in force
 */
public record PlanView(
        int version,
        String status,
        Instant createdAt,
        String createdBy,
        Instant origin,
        List<PlannedOperationView> operations,
        List<UnplannedView> unplanned,
        Figures figures,
        @Nullable Figures baseline,
        @Nullable PlanChanges moved) {
    public PlanView {
        operations = List.copyOf(operations);
        unplanned = List.copyOf(unplanned);
    }

    /** An operation out of the plan, and what bars it. */
    public record UnplannedView(String orderId, String operationId, String en, String vi) {}

    /**
     * A plan in a list.
     *
     * @param version its number
     * @param createdAt plant time
     * @param createdBy who asked for it
     * @param status {@code draft released superseded}
     * @param figures what it costs
     */
    public record Head(int version, Instant createdAt, String createdBy, String status, Figures figures) {}
}
