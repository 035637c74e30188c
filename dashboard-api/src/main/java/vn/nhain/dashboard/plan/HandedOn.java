package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Operation;
import vn.nhain.scheduler.api.PlannedOperation;

/** Whether work that still runs has handed on enough for the next step to begin: by what it has put out, evenly over time. */
final class HandedOn {
    private HandedOn() {}

    /**
     * Whether the first batch is through, its lag over, and no later batch would keep the next step waiting.
     *
     * @param before what became of the step before; null when it was never sent
     * @param operation the step before
     * @param next the step that is to begin
     * @param at plant time at which its setup would begin
     */
    static boolean isEnough(@Nullable Execution before, Operation operation, PlannedOperation next, Instant at) {
        if (operation.transferBatch() == 0
                || before == null
                || before.status() != Execution.Status.RUNNING
                || before.startedAt() == null
                || before.progress() <= 0) {
            return false;
        }
        double quantity = operation.goodQuantity();
        // strokes of a machine that turns the sheets count twice; sheets come out in the last pass
        double passes = Math.max(1, Math.round(before.total() / (double) operation.cycles(operation.goodQuantity())));
        double first = (passes - 1 + Math.min(1, operation.transferBatch() / quantity)) / passes;
        double running = Duration.between(before.startedAt(), at).toSeconds() / before.progress();
        Instant through =
                before.startedAt().plusSeconds((long) (running * first)).plus(operation.minLag());
        if (before.progress() < first || through.isAfter(at)) {
            return false;
        }
        Instant end = before.startedAt().plusSeconds((long) running).plus(operation.minLag());
        double last = (operation.batches(operation.goodQuantity()) - 1) * operation.transferBatch() / quantity;
        Duration setup = Duration.between(next.setupStart(), next.start());
        long run = Duration.between(next.start(), next.end()).toSeconds();
        return !at.plus(setup).plusSeconds((long) (run * last)).isBefore(end);
    }
}
