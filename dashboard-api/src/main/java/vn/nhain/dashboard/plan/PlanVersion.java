package vn.nhain.dashboard.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.Schedule;

/**
 * A plan with its content. Versions are never changed but for their status, so that what was decided can be read later.
 *
 * @param version 1, 2, 3...
 * @param status where it stands
 * @param createdAt plant time
 * @param createdBy who asked for it
 * @param releasedAt plant time of its release; null when it was not
 * @param releasedBy who released it; null when nobody did
 * @param schedule its content
 * @param baseline figures of due-date-first on the same problem; null when that could not be planned
 */
public record PlanVersion(
        int version,
        Status status,
        Instant createdAt,
        String createdBy,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        Schedule schedule,
        @Nullable Figures baseline) {
    /** Where a plan stands. */
    public enum Status {
        /** Proposed. */
        DRAFT,
        /** In force: exactly one, or none. */
        RELEASED,
        /** A newer one is in force. */
        SUPERSEDED
    }
}
