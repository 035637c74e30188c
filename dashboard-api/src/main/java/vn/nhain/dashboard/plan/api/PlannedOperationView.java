package vn.nhain.dashboard.plan.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Reason;

/**
 * An operation on the planning board.
 *
 * @param orderId the order
 * @param operationId the operation
 * @param kind what is done
 * @param machineId where; where it runs or ran when that is not where it was planned
 * @param setupStart planned, plant time
 * @param start planned start of the run
 * @param end planned end
 * @param quantity good output to make
 * @param sheetsIn units that go in, waste included
 * @param makereadySheets waste of the setup
 * @param setupReason what the setup changes
 * @param pinned whether it may not move
 * @param released whether its plan is in force
 * @param status {@code planned running done}
 * @param progress share that is done, 0 to 1
 * @param actualStart plant time of its start; null before
 * @param actualEnd plant time of its end; null before
 * @param forecastStart plant time at which it is expected to start
 * @param forecastEnd plant time at which it is expected to end
 * @param lateMinutes minutes by which its order is expected to be late; 0 when in time
 * @param because why it starts when it does
 * @param predecessors operations of the same order that come first
 */
public record PlannedOperationView(
        String orderId,
        String operationId,
        String kind,
        String machineId,
        Instant setupStart,
        Instant start,
        Instant end,
        int quantity,
        int sheetsIn,
        int makereadySheets,
        String setupReason,
        boolean pinned,
        boolean released,
        String status,
        double progress,
        @Nullable Instant actualStart,
        @Nullable Instant actualEnd,
        Instant forecastStart,
        Instant forecastEnd,
        long lateMinutes,
        Reason because,
        List<String> predecessors) {
    public PlannedOperationView {
        predecessors = List.copyOf(predecessors);
    }
}
