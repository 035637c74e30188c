package vn.nhain.scheduler.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nhain.plant.QuantityChain.Quantities;
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
     * @param quantities of the first
     */
    List<Violation> violations(Row row, Operation next, Row before, Operation first, Quantities quantities) {
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
        if (!batches) {
            precedence(row, before, before.end().plus(lag(before, first)), found);
            return found;
        }
        double out = quantities.goodOut();
        double batch = first.transferBatch();
        precedence(row, before, through(before, first, quantities, Math.min(1, batch / out)), found);
        for (int i = 1; i * batch < out && found.isEmpty(); i++) {
            Instant ready = through(before, first, quantities, Math.min(1, (i + 1) * batch / out));
            Instant needed = taken(row, next, i * batch / out);
            if (needed.isBefore(ready)) {
                found.add(violation(
                        "OVERLAP",
                        "%s needs batch %d of %s at %s, but that is there at %s",
                        row.key(),
                        i + 1,
                        before.key(),
                        needed,
                        ready));
            }
        }
        return found;
    }

    private static void precedence(Row row, Row before, Instant ready, List<Violation> found) {
        if (row.start().isBefore(ready)) {
            found.add(violation(
                    "PRECEDENCE",
                    "%s starts at %s, but %s is ready at %s",
                    row.key(),
                    row.start(),
                    before.key(),
                    ready));
        }
    }

    private Duration lag(Row before, Operation first) {
        boolean dry = first.kind() == OperationKind.PRINT
                && problem.plant()
                        .findMachine(before.machine())
                        .map(Machine::uvInks)
                        .orElse(false);
        return dry ? Duration.ZERO : first.minLag();
    }

    /** When a share of an operation's output is through and its lag over. */
    private Instant through(Row row, Operation operation, Quantities quantities, double share) {
        boolean started = problem.started().containsKey(row.key());
        Instant through = started ? running(row, operation, quantities, share) : planned(row, operation, share);
        return through.plus(lag(row, operation));
    }

    /** It leaves evenly by the clock over the minutes before the end that the run takes. */
    private Instant running(Row row, Operation operation, Quantities quantities, double share) {
        Machine machine = problem.plant().findMachine(row.machine()).orElseThrow();
        int cycles = operation.cycles(quantities.goodOut()) + quantities.waste();
        long run = Math.max(1, (long) Math.ceil(machine.runMinutes(operation, cycles) - 1e-9))
                + SetupArithmetic.minutesBetweenPasses(machine, operation.form());
        Instant from = row.end().minus(Duration.ofMinutes(run));
        from = from.isBefore(row.start()) ? row.start() : from;
        double passes = machine.passes(operation.form());
        double seconds = Duration.between(from, row.end()).toSeconds() * (passes - 1 + share) / passes;
        return wholeMinute(from.plusSeconds((long) Math.ceil(seconds - 1e-6)));
    }

    private Instant planned(Row row, Operation operation, double share) {
        Machine machine = problem.plant().findMachine(row.machine()).orElseThrow();
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
