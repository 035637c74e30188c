package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.nhain.scheduler.plantproblem.TinyPlant.at;
import static vn.nhain.scheduler.plantproblem.TinyPlant.dieCut;
import static vn.nhain.scheduler.plantproblem.TinyPlant.form;
import static vn.nhain.scheduler.plantproblem.TinyPlant.lot;
import static vn.nhain.scheduler.plantproblem.TinyPlant.print;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.scheduler.api.Cause;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.Explanation.Story;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.api.ScheduleRequest.Downtime;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.plantproblem.TinyPlant;

/** What is told of an order: chains by hand on the tiny plant, sums that must hold on random ones. */
final class ExplanationTest {
    private final SchedulingService service = SchedulingServices.create();
    private final TinyPlant tiny = new TinyPlant();

    /** A needs paper of 09:00; B runs behind it on the only press. */
    @Test
    void chainGoesThroughTheMachineToThePaperOfAnotherOrder() {
        tiny.machines.remove(1);
        tiny.lots.clear();
        tiny.lots.add(lot("L1", TinyPlant.PAPER, 1_000_000, "24 09:00"));
        tiny.order("A", "24 10:00", print("P", 6000, form("K")));
        tiny.order("B", "24 12:00", print("P", 6000, form("K")));
        Explanation b = explain("B");
        assertEquals(
                "11 min of setup on press OF1 (plates 1) ← press OF1 is taken until 10:00 (order A)"
                        + " ← paper IVORY 300 72×102 is usable from 09:00",
                b.operations().get(0).because().en());
        assertEquals(
                "chuẩn bị máy in OF1 11 phút (1 bản kẽm) ← máy in OF1 bận đến 10:00 (đơn A)"
                        + " ← giấy IVORY 300 72×102 dùng được từ 09:00",
                b.operations().get(0).because().vi());
        assertEquals(Map.of("run", 60L, "setup", 11L, "machine", 60L, "paper", 60L), b.minutesByCause());
        assertEquals(191, b.pathMinutes());
        assertEquals(240, b.dueMinutes());
        assertEquals(0, b.lateMinutes());
    }

    /** 16 minutes of setup, then 10 hours on the press that closes at 18:00: the last 16 minutes are run the next morning. */
    @Test
    void pauseOfARunCountsAsClosedHours() {
        tiny.order("A", "24 12:00", print("P", 60_000, form("K")));
        Explanation a = explain("A");
        assertEquals(Map.of("run", 600L, "calendar", 14 * 60L, "setup", 16L), a.minutesByCause());
        assertEquals(a.pathMinutes() - a.dueMinutes(), a.lateMinutes());
        assertEquals(at("25 08:16"), a.end());
    }

    /** The press is out until 10:00; the die cutter, set up meanwhile, waits for it. */
    @Test
    void downtimeAndWaitForAnotherStepAreTold() {
        tiny.machines.remove(1);
        tiny.order("A", "24 09:00", print("P1", 6000, form("K")), dieCut("D", 6000, 1, "P1"));
        ScheduleRequest first = tiny.request();
        ScheduleRequest down = new ScheduleRequest(
                first.plant(),
                first.orders(),
                first.stock(),
                first.origin(),
                List.of(),
                List.of(),
                first.origin(),
                List.of(new Downtime("OF1", at("24 08:00"), at("24 10:00"))),
                Map.of());
        Explanation a = service.explain(down, service.dueDateFirst(down), "A");
        assertEquals(
                "printing runs on press OF1 until 11:16 ← 16 min of setup on press OF1 (plates 1, ink K, format, paper)"
                        + " ← press OF1 is out of work until 10:00",
                a.operations().get(1).because().en());
        assertEquals(120L, a.minutesByCause().get("down"));
    }

    @Test
    void runningJobIsNamedAsWhatTheMachineDoes() {
        tiny.machines.remove(1);
        tiny.order("A", "24 09:00", print("P", 6000, form("K")));
        tiny.order("B", "24 09:00", print("P", 600, form("K")));
        ScheduleRequest first = tiny.request();
        ScheduleRequest running = new ScheduleRequest(
                first.plant(),
                first.orders(),
                first.stock(),
                first.origin(),
                List.of(new Actual("A", "P", "OF1", at("24 07:30"), at("24 08:40"), false)),
                List.of(),
                first.origin(),
                List.of(),
                Map.of());
        Explanation b = service.explain(running, service.dueDateFirst(running), "B");
        assertEquals(
                "press OF1 ends its running job 08:40",
                b.path().get(b.path().size() - 1).en());
        assertEquals(40L, b.minutesByCause().get("machine"));
    }

    /** The paper came an hour before it was expected: the plan of then is told as what it is now. */
    @Test
    void planOfBeforeIsExplainedByWhatIsKnownNow() {
        tiny.lots.clear();
        tiny.lots.add(lot("L1", TinyPlant.PAPER, 1_000_000, "24 10:00"));
        tiny.order("A", "24 10:00", print("P", 6000, form("K")));
        Schedule then = service.dueDateFirst(tiny.request());
        tiny.lots.clear();
        tiny.lots.add(lot("L1", TinyPlant.PAPER, 1_000_000, "24 09:00"));
        Explanation a = service.explain(tiny.request(), then, "A");
        assertEquals(Map.of("run", 60L, "slack", 60L, "paper", 60L), a.minutesByCause());
    }

    @Test
    void orderThatThePlanDoesNotKnowIsToldAsSuch() {
        tiny.order("A", "24 10:00", print("P", 6000, form("K")));
        Schedule then = service.dueDateFirst(tiny.request());
        tiny.order("B", "24 10:00", print("P", 6000, form("K")));
        Explanation b = service.explain(tiny.request(), then, "B");
        assertEquals(
                "came after the plan was made", b.unplanned().get(0).barredBy().en());
        assertEquals(List.of(), b.path());
    }

    @Test
    void unknownOrderIsRefused() {
        tiny.order("A", "24 10:00", print("P", 6000, form("K")));
        assertThrows(IllegalArgumentException.class, () -> explain("X"));
    }

    /** 60 minutes at 600,000 an hour and the lateness of its order at 60,000. */
    @Test
    void orderCostsWhatItsOperationsAndItsLatenessCost() {
        tiny.order("A", "24 09:00", print("P", 6000, form("K")), dieCut("D", 3000, 1, "P"));
        Explanation a = explain("A");
        double run =
                a.operations().stream().mapToDouble(s -> s.lines().get("run")).sum();
        assertEquals(run, a.lines().get("run"), 1e-6);
        assertEquals(a.lateMinutes() / 60.0 * 60_000, a.lines().get("lateness"), 1e-6);
        assertTrue(a.lateMinutes() > 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyMinuteOfEveryChainHasItsCause(long seed) throws Exception {
        ScheduleRequest request = RandomPlantProblem.of(seed);
        Schedule plan = service.dueDateFirst(request);
        for (Schedule.OrderOutcome outcome : plan.orders()) {
            Explanation told = service.explain(request, plan, outcome.orderId());
            assertEquals(outcome.end(), told.end());
            assertEquals(outcome.lateMinutes(), told.lateMinutes());
            assertEquals(Math.max(0, told.pathMinutes() - told.dueMinutes()), told.lateMinutes());
            touch(told.path(), told.origin(), told.end());
            assertEquals(
                    told.pathMinutes(),
                    told.minutesByCause().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            for (Story story : told.operations()) {
                if (!story.because().code().equals("frozen")) {
                    touch(story.chain(), told.origin(), story.start());
                }
            }
            assertFalse(told.minutesByCause().containsKey("slack"), told::toString);
        }
    }

    /** From {@code end} back to {@code origin} without a gap, each minute once. */
    private static void touch(List<Cause> chain, Instant origin, Instant end) {
        Instant cursor = end;
        for (Cause cause : chain) {
            assertEquals(cursor, cause.until(), chain::toString);
            assertEquals(
                    Duration.between(cause.from(), cause.until()).toMinutes(), cause.minutes() + cause.closedMinutes());
            assertTrue(cause.minutes() >= 0 && cause.closedMinutes() >= 0, cause::toString);
            cursor = cause.from();
        }
        assertEquals(origin, cursor, chain::toString);
    }

    private Explanation explain(String orderId) {
        ScheduleRequest request = tiny.request();
        return service.explain(request, service.dueDateFirst(request), orderId);
    }
}
