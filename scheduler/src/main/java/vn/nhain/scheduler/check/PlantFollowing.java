package vn.nhain.scheduler.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.scheduler.check.PlantPlan.Row;

/**
 * What one operation of a route asks of the next: how long it waits, how soon it must start, and that it has each batch when it
 * needs it. Runs are followed minute by minute.
 */
final class PlantFollowing {
    private final PlantCase problem;
    private final PlantWindows windows;

    PlantFollowing(PlantCase problem, PlantWindows windows) {
        this.problem = problem;
        this.windows = windows;
    }

    /**
     * What is wrong between two rows.
     *
     * @param goodOut units that the first puts out
     */
    List<Violation> violations(Row row, Operation next, Row before, Operation first, int goodOut) {
        List<Violation> found = new ArrayList<>();
        if (first.maxLag() != null && row.start().isAfter(before.end().plus(first.maxLag()))) {
            found.add(violation(
                    "MAX_LAG",
                    "%s starts at %s, more than %s after the end of %s at %s",
                    row.key(),
                    row.start(),
                    first.maxLag(),
                    before.key(),
                    before.end()));
        }
        PlantCase.Run started = problem.started().get(before.key());
        boolean batches = first.transferBatch() > 0 && (started == null || !started.done());
        int count = batches ? (goodOut + first.transferBatch() - 1) / first.transferBatch() : 1;
        for (int i = 0; i < count; i++) {
            double out = Math.min(goodOut, (i + 1.0) * first.transferBatch());
            Instant through = batches ? through(before, first, started, out / goodOut) : before.end();
            Instant ready = through.plus(lag(before, first));
            Instant needed = i == 0 ? row.start() : taken(row, next, i * (double) first.transferBatch() / goodOut);
            if (needed.isBefore(ready)) {
                found.add(
                        i == 0
                                ? violation(
                                        "PRECEDENCE",
                                        "%s starts at %s, but %s is ready at %s",
                                        row.key(),
                                        row.start(),
                                        before.key(),
                                        ready)
                                : violation(
                                        "OVERLAP",
                                        "%s needs batch %d of %s at %s, but that is there at %s",
                                        row.key(),
                                        i + 1,
                                        before.key(),
                                        needed,
                                        ready));
                break;
            }
        }
        return found;
    }

    private Duration lag(Row before, Operation first) {
        boolean dry = first.kind() == OperationKind.PRINT
                && problem.plant()
                        .findMachine(before.machine())
                        .map(Machine::uvInks)
                        .orElse(false);
        return dry ? Duration.ZERO : first.minLag();
    }

    /** When a share of an operation's output is through. */
    private Instant through(Row row, Operation operation, PlantCase.@Nullable Run started, double share) {
        Machine machine = problem.plant().findMachine(row.machine()).orElseThrow();
        if (started != null) {
            double passes = machine.passes(operation.form());
            double part = (passes - 1 + share) / passes;
            double seconds = Duration.between(row.start(), row.end()).toSeconds();
            return wholeMinute(row.start().plusSeconds((long) Math.ceil(seconds * part - 1e-6)));
        }
        Windows open = windows.of(machine);
        long run = open.workBetween(minute(row.start()), minute(row.end()));
        long last = lastPass(machine, operation, run);
        long work = run - last + (long) Math.ceil(share * last - 1e-6);
        return at(Math.min(open.whenDone(minute(row.start()), work), minute(row.end())));
    }

    /** When an operation begins with what comes after a share of its input. */
    private Instant taken(Row row, Operation operation, double share) {
        Machine machine = problem.plant().findMachine(row.machine()).orElseThrow();
        Windows open = windows.of(machine);
        long run = open.workBetween(minute(row.start()), minute(row.end()));
        long work = (long) Math.floor(share * lastPass(machine, operation, run) + 1e-6);
        return at(Math.min(open.whenDone(minute(row.start()), work + 1), minute(row.end())) - 1);
    }

    /** Sheets go in in the first of equal passes and come out in the last. */
    private static long lastPass(Machine machine, Operation operation, long run) {
        int passes = machine.passes(operation.form());
        long turning = SetupArithmetic.minutesBetweenPasses(machine, operation.form());
        return passes == 1 ? run : Math.max(1, (run - turning) / passes);
    }

    private Instant wholeMinute(Instant time) {
        long seconds = Duration.between(problem.origin(), time).toSeconds();
        return at(-Math.floorDiv(-seconds, 60L));
    }

    private long minute(Instant instant) {
        return Math.floorDiv(Duration.between(problem.origin(), instant).toSeconds(), 60L);
    }

    private Instant at(long minute) {
        return problem.origin().plus(Duration.ofMinutes(minute));
    }

    private static Violation violation(String constraint, String sentence, Object... values) {
        return new Violation(constraint, String.format(Locale.ROOT, sentence, values));
    }
}
