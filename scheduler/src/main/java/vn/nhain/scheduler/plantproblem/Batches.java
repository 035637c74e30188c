package vn.nhain.scheduler.plantproblem;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Operation;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;

/**
 * When the batches of an operation are through, and when a successor must start so that none of them is late for it. Batches
 * leave a run evenly over its last pass, and enter the next evenly over its first.
 */
final class Batches {
    private Batches() {}

    /** Minute at which a batch of a placed task is through, lags left out. */
    static int through(PlantProblem problem, Placement of, int index) {
        Task task = of.task();
        PlantMachine on = problem.machines().get(of.machine());
        int run = Objects.requireNonNull(task.runMinutes().get(of.machine()));
        int last = on.lastPassMinutes(task.operation(), run);
        long out = out(task.operation(), task.quantities(), index);
        int goodOut = task.quantities().goodOut();
        int before = run - last + (int) ((out * last + goodOut - 1) / goodOut);
        return on.windows().end(of.start(), before);
    }

    /**
     * Plant time at which a batch of running work is through, lags left out: evenly by the clock over the minutes before its
     * end that its run takes. What it has done before that was its setup.
     */
    static Instant through(Actual running, Machine machine, Operation operation, Quantities quantities, int index) {
        int run = PlantMachine.runMinutes(machine, new ChangeOver(machine), operation, quantities);
        Instant latest = running.end().minus(Duration.ofMinutes(run));
        Instant from = latest.isAfter(running.start()) ? latest : running.start();
        int passes = machine.passes(operation.form());
        long goodOut = quantities.goodOut();
        long part = (passes - 1) * goodOut + out(operation, quantities, index);
        long seconds = Duration.between(from, running.end()).toSeconds();
        double share = part / (double) (passes * goodOut);
        return from.plusSeconds((long) Math.ceil(seconds * share - 1e-6));
    }

    private static long out(Operation operation, Quantities quantities, int index) {
        return Math.min(quantities.goodOut(), (index + 1L) * operation.transferBatch());
    }

    /** The start on a machine with which a task has the batch of a predecessor when it needs it. */
    static int startFor(PlantMachine on, Operation next, int run, Operation from, int goodOut, int index, int ready) {
        if (ready == Windows.NEVER) {
            return Windows.NEVER;
        }
        int intake = on.lastPassMinutes(next, run);
        int taken = (int) ((long) index * from.transferBatch() * intake / goodOut);
        return on.windows().backFrom(ready, taken);
    }
}
