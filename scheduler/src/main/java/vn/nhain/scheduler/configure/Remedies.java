package vn.nhain.scheduler.configure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.PlanChanges;
import vn.nhain.scheduler.api.Remedy;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.Schedule.OrderOutcome;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.plantproblem.Explainer;
import vn.nhain.scheduler.plantproblem.KernelProblem;
import vn.nhain.scheduler.plantproblem.MachineSequences;
import vn.nhain.scheduler.plantproblem.PlantProblem;
import vn.nhain.scheduler.plantproblem.RemedyIdeas;
import vn.nhain.scheduler.plantproblem.RemedyIdeas.Idea;
import vn.nhain.scheduler.plantproblem.ScheduleWriter;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.Solver;
import vn.nhain.scheduler.search.StopSignal;

/**
 * Tries what might help a late order: each changed problem is planned again from the plan as it is, by a short search to
 * which the order's lateness counts many times. What it costs is then counted as it is.
 */
final class Remedies {
    /** For each idea, of which there are five at most: moves, within a second of CPU; wall time only on a busy machine. */
    private static final Solver.Limits LIMITS = new Solver.Limits(20_000, 1_000, 20_000, 1, 1);

    private static final int MOST = 3;
    /** How many times the order's lateness counts in the search. */
    private static final double URGENCY = 20;

    private final Solver solver;

    Remedies(Solver solver) {
        this.solver = solver;
    }

    /** The best three that make the order less late, the least late first, then the cheapest. */
    List<Remedy> find(ScheduleRequest request, Schedule schedule, String orderId) {
        PlantProblem problem = PlantProblem.of(request);
        Explanation explanation = new Explainer(problem, schedule).explain(orderId);
        if (explanation.lateMinutes() == 0 || explanation.path().isEmpty()) {
            return List.of();
        }
        MachineSequences asItIs = problem.repaired(schedule.operations());
        Schedule now = ScheduleWriter.write(problem, asItIs);
        Optional<OrderOutcome> before = outcome(now, orderId);
        List<Remedy> remedies = new ArrayList<>();
        for (Idea idea : RemedyIdeas.of(problem, explanation)) {
            Schedule then = plan(idea.problem(), schedule, orderId);
            Optional<OrderOutcome> after = outcome(then, orderId);
            if (before.isPresent()
                    && after.isPresent()
                    && after.get().lateMinutes() < before.get().lateMinutes()) {
                remedies.add(remedy(idea, now, then, before.get(), after.get(), problem.origin()));
            }
        }
        remedies.sort(Comparator.comparing(Remedy::lateMinutes).thenComparing(Remedy::changeVnd));
        return List.copyOf(remedies.subList(0, Math.min(MOST, remedies.size())));
    }

    private Schedule plan(PlantProblem problem, Schedule schedule, String orderId) {
        KernelProblem engine = new KernelProblem(problem, orderId, URGENCY);
        MachineSequences first = problem.repaired(schedule.operations());
        if (engine.problem().operations() < 2) {
            return ScheduleWriter.write(problem, first);
        }
        Assignment best =
                solver.solve(engine.problem(), engine.toEngine(first), LIMITS, new StopSignal(), (moves, better) -> {});
        MachineSequences sequences = engine.toPlant(best.machine(), best.start());
        return ScheduleWriter.write(problem, problem.accepts(sequences) ? sequences : first);
    }

    private static Optional<OrderOutcome> outcome(Schedule schedule, String orderId) {
        return schedule.orders().stream()
                .filter(o -> o.orderId().equals(orderId))
                .findFirst();
    }

    private static Remedy remedy(
            Idea idea, Schedule now, Schedule then, OrderOutcome before, OrderOutcome after, Instant origin) {
        Map<String, Double> change = new LinkedHashMap<>();
        then.figures()
                .lines()
                .forEach((line, vnd) ->
                        change.put(line, vnd - now.figures().lines().getOrDefault(line, 0.0)));
        long gained = before.lateMinutes() - after.lateMinutes();
        long others = lateMinutes(then) - after.lateMinutes() - (lateMinutes(now) - before.lateMinutes());
        return new Remedy(
                idea.what().code(),
                idea.what(),
                after.end(),
                after.lateMinutes(),
                gained,
                then.figures(),
                change,
                then.figures().totalVnd() - now.figures().totalVnd(),
                others,
                PlanChanges.between(now.operations(), then.operations(), origin));
    }

    private static long lateMinutes(Schedule schedule) {
        return schedule.orders().stream().mapToLong(OrderOutcome::lateMinutes).sum();
    }
}
