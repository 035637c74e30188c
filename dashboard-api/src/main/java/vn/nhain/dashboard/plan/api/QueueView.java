package vn.nhain.dashboard.plan.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Reason;

/**
 * What a machine does and has next.
 *
 * @param current the job in it; null for none
 * @param next the next three
 */
public record QueueView(@Nullable PlannedOperationView current, List<Queued> next) {
    public QueueView {
        next = List.copyOf(next);
    }

    /** {@link PlannedOperationView} with what it needs. */
    public record Queued(
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
            List<String> predecessors,
            ReadyView ready) {
        public Queued {
            predecessors = List.copyOf(predecessors);
        }

        /** An operation and what it needs. */
        public static Queued of(PlannedOperationView o, ReadyView ready) {
            return new Queued(
                    o.orderId(),
                    o.operationId(),
                    o.kind(),
                    o.machineId(),
                    o.setupStart(),
                    o.start(),
                    o.end(),
                    o.quantity(),
                    o.sheetsIn(),
                    o.makereadySheets(),
                    o.setupReason(),
                    o.pinned(),
                    o.released(),
                    o.status(),
                    o.progress(),
                    o.actualStart(),
                    o.actualEnd(),
                    o.forecastStart(),
                    o.forecastEnd(),
                    o.lateMinutes(),
                    o.because(),
                    o.predecessors(),
                    ready);
        }
    }
}
