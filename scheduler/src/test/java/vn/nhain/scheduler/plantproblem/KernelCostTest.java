package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.CostWeights;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.configure.RandomPlantProblem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/** What the engine minimises is what the figures of the same sequences say, line by line and in sum. */
final class KernelCostTest {
    /** Thousandths of VND are rounded at each operation. */
    private static final double ROUNDING_VND = 1;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 101, 102, 103, 104, 105, 106})
    void engineMinimisesTheTotalOfTheFigures(long seed) throws Exception {
        ScheduleRequest request = request(seed);
        assertEquals(figures(request).totalVnd(), engine(request), ROUNDING_VND);
    }

    /** All other lines weigh nothing: what is left of the engine's cost is the line. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 4, 6, 104})
    void engineKnowsEachLine(long seed) throws Exception {
        for (CostLine line : CostLine.values()) {
            CostWeights weights = CostWeights.EVEN;
            for (CostLine other : CostLine.values()) {
                weights = weights.with(other, other == line ? 2 : 0);
            }
            ScheduleRequest request = request(seed).with(weights);
            double expected = 2 * figures(request).lines().get(line.key());
            assertEquals(expected, engine(request), ROUNDING_VND, line.key());
        }
    }

    /** A plan that is made anew an hour later, with everything still free to move. */
    private static ScheduleRequest request(long seed) throws Exception {
        ScheduleRequest first = RandomPlantProblem.of(seed);
        List<PlannedOperation> inForce = TinyPlant.plan(first).operations();
        ScheduleRequest again = new ScheduleRequest(
                first.plant(),
                first.orders(),
                first.stock(),
                first.origin().plus(Duration.ofMinutes(10)),
                first.actuals(),
                inForce,
                first.origin(),
                first.downtimes(),
                Map.of("OF1", QualityState.YELLOW));
        return again.withRecalibrations(List.of(new ScheduleRequest.Recalibration(
                "OF1", first.origin().plus(Duration.ofHours(4)), Duration.ofMinutes(35), QualityState.GREEN)));
    }

    private static Figures figures(ScheduleRequest request) {
        return TinyPlant.plan(request).figures();
    }

    private static double engine(ScheduleRequest request) {
        PlantProblem plant = PlantProblem.of(request);
        KernelProblem kernel = new KernelProblem(plant);
        Timetable timetable = new Timetable(kernel.problem(), kernel.toEngine(plant.dueDateFirst()));
        return timetable.objective() / (double) KernelProblem.PER_VND;
    }
}
