package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.quality.QualityProfile;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;

/** Where work goes whose machine may not run it any more. */
final class RepairedPlanTest {
    /**
     * Eight house jobs fill both presses into the afternoon, before them runs a tight job that is due at noon. Its press goes
     * out of tolerance: behind the jobs of the other press it would be late, so that it takes its turn among them.
     */
    @Test
    void workThatLostItsMachineTakesItsTurnOnAnother() {
        TinyPlant tiny = new TinyPlant();
        tiny.order("T", "24 12:00", TinyPlant.print("P", 6000, TinyPlant.form(QualityProfile.BRAND_SPOT, "K")));
        for (int i = 0; i < 8; i++) {
            tiny.order("H" + i, "28 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        }
        ScheduleRequest request = tiny.request();
        PlantProblem problem = PlantProblem.of(request);
        Schedule plan = ScheduleWriter.write(problem, problem.dueDateFirst());
        String press = tight(plan).machineId();
        ScheduleRequest red = request.keeping(plan.operations(), TinyPlant.ORIGIN, Duration.ZERO)
                .withQualityStates(Map.of(press, QualityState.RED));

        PlantProblem after = PlantProblem.of(red);
        Schedule repaired = ScheduleWriter.write(after, after.repaired(plan.operations()));
        Schedule inGaps = ScheduleWriter.write(
                after, FirstFit.keeping(after, plan.operations()).sequences());

        assertEquals(press.equals("OF1") ? "OF2" : "OF1", tight(repaired).machineId());
        assertEquals(0, repaired.figures().lateOrders());
        assertEquals(1, inGaps.figures().lateOrders());
        assertTrue(repaired.figures().totalVnd() < inGaps.figures().totalVnd());
        List<PlannedOperation> others = on(press, repaired);
        assertEquals(others.size(), on(press, plan).size() - 1, "the house jobs of the red press stay on it");
    }

    private static PlannedOperation tight(Schedule plan) {
        return plan.operations().stream()
                .filter(o -> o.orderId().equals("T"))
                .findFirst()
                .orElseThrow();
    }

    private static List<PlannedOperation> on(String machine, Schedule plan) {
        return plan.operations().stream()
                .filter(o -> o.machineId().equals(machine))
                .toList();
    }
}
