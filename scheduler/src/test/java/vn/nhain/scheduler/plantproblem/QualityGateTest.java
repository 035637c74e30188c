package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.nhain.scheduler.plantproblem.TinyPlant.at;
import static vn.nhain.scheduler.plantproblem.TinyPlant.dieCut;
import static vn.nhain.scheduler.plantproblem.TinyPlant.form;
import static vn.nhain.scheduler.plantproblem.TinyPlant.plan;
import static vn.nhain.scheduler.plantproblem.TinyPlant.print;
import static vn.nhain.scheduler.plantproblem.TinyPlant.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.quality.QualityProfile;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;

/** Which work the quality state of a machine lets through, and what a planned recalibration changes. */
final class QualityGateTest {
    private final TinyPlant tiny = new TinyPlant();

    @Test
    void qualityStateBarsWhatIsTighter() {
        tiny.order("A", "24 18:00", print("P", 600, TinyPlant.form(QualityProfile.BRAND_SPOT, "K")));
        assertEquals("OF2: A/P 08:16-08:22 (setup 16)", text(plan(states(Map.of("OF1", QualityState.YELLOW)))));
        Schedule plan = plan(states(Map.of("OF1", QualityState.YELLOW, "OF2", QualityState.RED)));
        assertEquals("quality", plan.unplanned().get(0).barredBy().code());
    }

    /**
     * OF1 is RED and is recalibrated for 40 minutes, from 09:00 at the earliest. House work runs before; the tight job waits
     * until 09:40 and sets up after that.
     */
    @Test
    void tightJobWaitsForThePlannedRecalibration() {
        oneMachine();
        tiny.states.put("OF1", QualityState.RED);
        tiny.recalibrations.add(
                new ScheduleRequest.Recalibration("OF1", at("24 09:00"), Duration.ofMinutes(40), QualityState.GREEN));
        tiny.order("A", "24 12:00", print("P", 600, TinyPlant.form(QualityProfile.G7, "K")));
        tiny.order("B", "24 18:00", print("P", 600, form("K")));
        Schedule plan = plan(tiny.request());
        assertEquals("OF1: B/P 08:16-08:22 (setup 16) ~ A/P 09:51-09:57 (setup 11)", text(plan));
        assertEquals(List.of(new Schedule.Recalibrated("OF1", at("24 09:00"), at("24 09:40"))), plan.recalibrations());
        assertEquals(List.of(), plan.unplanned());
    }

    @Test
    void recalibrationThatFitsNoOpenTimeLeavesTheTightJobBarred() {
        oneMachine();
        tiny.states.put("OF1", QualityState.RED);
        tiny.recalibrations.add(
                new ScheduleRequest.Recalibration("OF1", at("24 08:00"), Duration.ofHours(11), QualityState.GREEN));
        tiny.order("A", "24 12:00", print("P", 600, TinyPlant.form(QualityProfile.G7, "K")));
        tiny.order("B", "24 18:00", print("P", 600, form("K")));
        Schedule plan = plan(tiny.request());
        assertEquals("quality", plan.unplanned().get(0).barredBy().code());
        assertEquals("OF1: B/P 08:16-08:22 (setup 16)", text(plan));
    }

    @Test
    void holdStopsFinishingMachinesToo() {
        tiny.order("A", "24 18:00", print("P", 600, form("K")), dieCut("D", 300, 1, "P"));
        Schedule plan = plan(states(Map.of("DIE1", QualityState.HOLD)));
        assertEquals("D", plan.unplanned().get(0).operationId());
        assertEquals("OF1: A/P 08:16-08:22 (setup 16)", text(plan));
    }

    private ScheduleRequest states(Map<String, QualityState> states) {
        return tiny.request().withQualityStates(states);
    }

    private void oneMachine() {
        tiny.machines.remove(1);
    }
}
