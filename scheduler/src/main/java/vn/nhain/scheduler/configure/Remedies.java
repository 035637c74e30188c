package vn.nhain.scheduler.configure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.PlanChanges;
import vn.nhain.scheduler.api.Reason;
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
 * which the order's lateness counts many times. What it costs is then counted as it is, against planning again just as long
 * with nothing changed: what the search alone would win is no merit of a remedy.
 */
final class Remedies {
    /** For each idea, of which there are five at most, and once without any: moves, within a second of CPU; wall time only on a busy machine. */
    private static final Solver.Limits LIMITS = new Solver.Limits(20_000, 1_000, 20_000, 1, 1);

    private static final int MOST = 3;
    /** How many times the order's lateness counts in the search. */
    private static final double URGENCY = 20;

    /** Codes of the remedies that change neither a calendar nor an order. */
    private static final Set<String> IN_THE_PLAN = Set.of("again", "first", "machine");

    private static final Reason AGAIN = new Reason("again", "plan again", "lập lại kế hoạch");

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
        Schedule asItIs = ScheduleWriter.write(problem, problem.repaired(schedule.operations()));
        Schedule again = plan(problem, new KernelProblem(problem), schedule);
        long late = lateMinutes(asItIs, orderId);
        long lateAgain = lateMinutes(again, orderId);
        List<Remedy> remedies = new ArrayList<>();
        if (lateAgain < late) {
            remedies.add(remedy(AGAIN, asItIs, again, orderId, problem.origin()));
        }
        for (Idea idea : RemedyIdeas.of(problem, explanation)) {
            Schedule then = plan(idea.problem(), new KernelProblem(idea.problem(), orderId, URGENCY), schedule);
            if (lateMinutes(then, orderId) < Math.min(late, lateAgain)) {
                Remedy remedy = remedy(idea.what(), again, then, orderId, problem.origin());
                if (remedies.stream().noneMatch(r -> isNoWorse(r, remedy))) {
                    remedies.add(remedy);
                }
            }
        }
        remedies.sort(Comparator.comparing(Remedy::lateMinutes).thenComparing(Remedy::changeVnd));
        return List.copyOf(remedies.subList(0, Math.min(MOST, remedies.size())));
    }

    /** The plan of one remedy; empty when it changes more than the plan, or the order needs none. */
    Optional<Schedule> plan(ScheduleRequest request, Schedule schedule, String orderId, String code) {
        PlantProblem problem = PlantProblem.of(request);
        Explanation explanation = new Explainer(problem, schedule).explain(orderId);
        if (!IN_THE_PLAN.contains(code)
                || explanation.lateMinutes() == 0
                || explanation.path().isEmpty()) {
            return Optional.empty();
        }
        if (code.equals(AGAIN.code())) {
            return Optional.of(plan(problem, new KernelProblem(problem), schedule));
        }
        return RemedyIdeas.of(problem, explanation).stream()
                .filter(idea -> idea.what().code().equals(code))
                .findFirst()
                .map(idea -> plan(idea.problem(), new KernelProblem(idea.problem(), orderId, URGENCY), schedule));
    }

    /** Whether a simpler remedy does as much for as little: overtime that changes nothing is none. */
    private static boolean isNoWorse(Remedy simpler, Remedy other) {
        return simpler.lateMinutes() <= other.lateMinutes() && simpler.changeVnd() <= other.changeVnd();
    }

    private Schedule plan(PlantProblem problem, KernelProblem engine, Schedule schedule) {
        MachineSequences first = problem.repaired(schedule.operations());
        if (engine.problem().operations() < 2) {
            return ScheduleWriter.write(problem, first);
        }
        Assignment best =
                solver.solve(engine.problem(), engine.toEngine(first), LIMITS, new StopSignal(), (moves, better) -> {});
        MachineSequences sequences = engine.toPlant(best.machine(), best.start());
        return ScheduleWriter.write(problem, problem.accepts(sequences) ? sequences : first);
    }

    private static Remedy remedy(Reason what, Schedule without, Schedule then, String orderId, Instant origin) {
        Map<String, Double> change = new LinkedHashMap<>();
        then.figures()
                .lines()
                .forEach((line, vnd) ->
                        change.put(line, vnd - without.figures().lines().getOrDefault(line, 0.0)));
        long gained = lateMinutes(without, orderId) - lateMinutes(then, orderId);
        return new Remedy(
                what.code(),
                what,
                outcome(then, orderId).map(OrderOutcome::end).orElseThrow(),
                lateMinutes(then, orderId),
                gained,
                then.figures(),
                change,
                then.figures().totalVnd() - without.figures().totalVnd(),
                lateMinutes(then) - lateMinutes(without) + gained,
                PlanChanges.between(without.operations(), then.operations(), origin));
    }

    /** Its lateness, minutes; the most there is when the order is not in the plan. */
    private static long lateMinutes(Schedule schedule, String orderId) {
        return outcome(schedule, orderId).map(OrderOutcome::lateMinutes).orElse(Long.MAX_VALUE);
    }

    private static Optional<OrderOutcome> outcome(Schedule schedule, String orderId) {
        return schedule.orders().stream()
                .filter(o -> o.orderId().equals(orderId))
                .findFirst();
    }

    private static long lateMinutes(Schedule schedule) {
        return schedule.orders().stream().mapToLong(OrderOutcome::lateMinutes).sum();
    }
}
