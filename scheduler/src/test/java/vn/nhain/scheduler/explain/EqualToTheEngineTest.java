package vn.nhain.scheduler.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.CostWeights;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.configure.RandomPlantProblem;

/** Constraint Streams over what is published say what the engine says, in sum and line by line, of good plans and bad ones. */
final class EqualToTheEngineTest {
    /** The unit of the engine's score, VND. */
    private static final double UNIT = 0.001;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomPlansCostTheSame(long seed) throws Exception {
        ScheduleRequest request = RandomPlantProblem.of(seed);
        for (RandomPlans.Both plan : RandomPlans.of(request, seed, 6)) {
            assertEqual(request, plan, "seed " + seed);
        }
    }

    /** With a plan in force to keep to, a press that is YELLOW until it is recalibrated, and work that runs. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void randomPlansMadeAnewCostTheSame(long seed) throws Exception {
        ScheduleRequest request = anew(seed);
        for (RandomPlans.Both plan : RandomPlans.of(request, seed, 4)) {
            assertEqual(request, plan, "seed " + seed);
        }
    }

    /** The search counts some lines more than others. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 4})
    void weightedTotalIsTheEnginesScore(long seed) throws Exception {
        CostWeights weights = CostWeights.EVEN
                .with(CostLine.LATENESS, 3)
                .with(CostLine.ENERGY, 0)
                .with(CostLine.NERVOUSNESS, 0.5);
        ScheduleRequest request = anew(seed).with(weights);
        for (RandomPlans.Both plan : RandomPlans.of(request, seed, 2)) {
            PlanExplanation told = PlanExplainer.explain(request, plan.schedule());
            assertEquals(plan.vnd(), told.weightedVnd(), rounding(request, plan));
            assertTrue(Math.abs(told.weightedVnd() - told.totalVnd()) > 1);
        }
    }

    /** Frozen work is no longer the engine's, but still the plan's: its figures have it. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void frozenWorkIsCountedAsTheFiguresCountIt(long seed) throws Exception {
        ScheduleRequest first = RandomPlantProblem.of(seed);
        Schedule before = RandomPlans.of(first, seed, 0).get(0).schedule();
        ScheduleRequest later = first.keeping(
                before.operations(), RandomPlantProblem.ORIGIN.plus(Duration.ofMinutes(10)), Duration.ofHours(2));
        for (RandomPlans.Both plan : RandomPlans.of(later, seed, 2)) {
            assertSameLines(plan.schedule(), PlanExplainer.explain(later, plan.schedule()), "seed " + seed);
        }
    }

    private static void assertEqual(ScheduleRequest request, RandomPlans.Both plan, String of) {
        PlanExplanation told = PlanExplainer.explain(request, plan.schedule());
        assertEquals(plan.vnd(), told.weightedVnd(), rounding(request, plan), of);
        assertSameLines(plan.schedule(), told, of);
    }

    private static void assertSameLines(Schedule schedule, PlanExplanation told, String of) {
        assertEquals(CostLine.values().length, told.lines().size());
        Map<String, Double> figures = schedule.figures().lines();
        for (PlanExplanation.Line line : told.lines()) {
            assertEquals(figures.getOrDefault(line.line(), -1.0), line.vnd(), UNIT, of + " " + line.line());
            double parts = line.justifications().stream()
                    .mapToDouble(PlanExplanation.Justification::vnd)
                    .sum();
            assertEquals(line.vnd(), parts, UNIT, of + " " + line.line());
        }
        assertEquals(schedule.figures().totalVnd(), told.totalVnd(), UNIT, of);
        List<String> broken = told.broken().stream()
                .map(PlanExplanation.Broken::constraint)
                .filter(c -> !c.equals("PAPER"))
                .distinct()
                .toList();
        // the engine does not know of paper: its moves may take what is not there, which only the plant problem refuses
        assertEquals(List.of(), broken, of);
    }

    /**
     * The engine rounds what an operation's setup, run and hours cost, what a minute of an order's lateness costs, and what
     * a sixtieth of a move costs, to its unit, each by itself.
     */
    private static double rounding(ScheduleRequest request, RandomPlans.Both plan) {
        double rounded = (request.inForce().isEmpty() ? 3 : 3 + 60) * plan.operations();
        for (Order order : request.orders()) {
            Instant end = plan.schedule().operations().stream()
                    .filter(o -> o.orderId().equals(order.id()))
                    .map(PlannedOperation::end)
                    .max(Comparator.naturalOrder())
                    .orElse(order.due());
            rounded += Math.max(0, Duration.between(order.due(), end).toMinutes());
            rounded += Math.max(0, Duration.between(order.customerDue(), end).toMinutes());
        }
        return UNIT * (1 + rounded / 2);
    }

    private static ScheduleRequest anew(long seed) throws Exception {
        ScheduleRequest first = RandomPlantProblem.of(seed);
        Schedule inForce = RandomPlans.of(first, seed, 0).get(0).schedule();
        return first.keeping(
                        inForce.operations(),
                        RandomPlantProblem.ORIGIN.plus(Duration.ofMinutes(10)),
                        Duration.ofMinutes(-10))
                .withQualityStates(Map.of("OF1", QualityState.YELLOW))
                .withRecalibrations(List.of(new ScheduleRequest.Recalibration(
                        "OF1",
                        RandomPlantProblem.ORIGIN.plus(Duration.ofHours(4)),
                        Duration.ofMinutes(35),
                        QualityState.GREEN)));
    }
}
