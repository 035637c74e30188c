package vn.nhain.scheduler.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.check.PlantPlan.Recalibrated;

/** Quality states of machines over time: as they are until a planned recalibration ends. */
final class StateOverTime {
    private final PlantCase problem;
    private final PlantPlan plan;

    StateOverTime(PlantCase problem, PlantPlan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** State in which a run begins. */
    QualityState of(Machine machine, Instant start) {
        PlantCase.Recalibration wanted = problem.recalibrations().get(machine.id());
        return wanted != null && isRecalibrated(machine, start) ? wanted.after() : now(machine);
    }

    /** The state now for a run before the recalibration; GREEN for one after it. */
    QualityState beforeRecalibration(Machine machine, Instant start) {
        return isRecalibrated(machine, start) ? QualityState.GREEN : now(machine);
    }

    private boolean isRecalibrated(Machine machine, Instant start) {
        Recalibrated done = plan.recalibrated().get(machine.id());
        return done != null && !start.isBefore(done.end());
    }

    private QualityState now(Machine machine) {
        return problem.states().getOrDefault(machine.id(), QualityState.GREEN);
    }

    /** Recalibrations that nobody wanted, that are too short or too early, or that meet closed hours or running work. */
    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        PlantWindows open = new PlantWindows(problem, lastEnd(), Map.of());
        plan.recalibrated().forEach((id, done) -> {
            PlantCase.Recalibration wanted = problem.recalibrations().get(id);
            Machine machine = problem.plant().findMachine(id).orElse(null);
            if (wanted == null || machine == null) {
                found.add(new Violation("RECALIBRATION", "nobody wants a recalibration of machine %s".formatted(id)));
                return;
            }
            long from = minute(done.start());
            long length = wanted.length().plusSeconds(59).toMinutes();
            boolean runs = problem.started().values().stream()
                    .anyMatch(
                            r -> !r.done() && r.machine().equals(id) && r.end().isAfter(done.start()));
            if (minute(done.end()) - from != length
                    || done.start().isBefore(wanted.notBefore())
                    || from < 0
                    || runs
                    || open.of(machine).workBetween(from, from + length) != length) {
                found.add(new Violation(
                        "RECALIBRATION",
                        "machine %s must be recalibrated for %d open minutes from %s on, not from %s to %s"
                                .formatted(id, length, wanted.notBefore(), done.start(), done.end())));
            }
        });
        return found;
    }

    private Instant lastEnd() {
        Instant last = problem.origin();
        for (Recalibrated done : plan.recalibrated().values()) {
            last = done.end().isAfter(last) ? done.end() : last;
        }
        return last.plus(Duration.ofDays(1));
    }

    private long minute(Instant instant) {
        return Math.floorDiv(Duration.between(problem.origin(), instant).toSeconds(), 60L);
    }
}
