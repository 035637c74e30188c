package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.nhain.scheduler.plantproblem.TinyPlant.at;
import static vn.nhain.scheduler.plantproblem.TinyPlant.dieCut;
import static vn.nhain.scheduler.plantproblem.TinyPlant.form;
import static vn.nhain.scheduler.plantproblem.TinyPlant.plan;
import static vn.nhain.scheduler.plantproblem.TinyPlant.print;
import static vn.nhain.scheduler.plantproblem.TinyPlant.text;
import static vn.nhain.scheduler.plantproblem.TinyPlant.twoSided;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Operation;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.api.ScheduleRequest.Downtime;

/** Maximum lags and transfer batches on the tiny plant, of which one press is left. */
final class LagsAndOverlapTest {
    private final TinyPlant tiny = new TinyPlant();

    @BeforeEach
    void onePress() {
        tiny.machines.remove(1);
    }

    /** The die cutter is out of work until noon; sheets may wait for half an hour, so that printing ends at 11:45. */
    @Test
    void printingWaitsUntilDieCuttingCanFollow() {
        tiny.order("A", "24 18:00", followedWithin(30, print("P", 600, form("K"))), dieCut("D", 300, 1, "P"));
        Schedule plan = plan(downUntil("DIE1", "24 12:00"));
        assertEquals("DIE1: A/D 12:15-12:21 (setup 15)\nOF1: A/P 11:39-11:45 (setup 16)", text(plan));
        assertEquals(
                "ends no sooner, so that die cutting (D) at 12:15 follows within 30 min",
                because(plan, "A", "P").en());
        assertEquals("lag", because(plan, "A", "P").code());
    }

    /** Without the limit nothing waits. */
    @Test
    void withoutALimitPrintingStartsAtOnce() {
        tiny.order("A", "24 18:00", print("P", 600, form("K")), dieCut("D", 300, 1, "P"));
        assertEquals(
                "DIE1: A/D 12:15-12:21 (setup 15)\nOF1: A/P 08:16-08:22 (setup 16)",
                text(plan(downUntil("DIE1", "24 12:00"))));
    }

    /** B is cut at 11:08, after A, so that it is printed until 10:38 and not until 09:27. */
    @Test
    void aQueueBeforeTheDieCutterHoldsThePressBack() {
        tiny.order("A", "24 12:00", print("P", 600, form("K")), dieCut("D", 5400, 1, "P"));
        tiny.order("B", "24 18:00", followedWithin(30, print("P", 600, form("K"))), dieCut("D", 300, 1, "P"));
        assertEquals("""
                DIE1: A/D 09:10-10:58 (setup 15) ~ B/D 11:08-11:14 (setup 10)
                OF1: A/P 08:16-09:10 (setup 16) ~ B/P 10:32-10:38 (setup 11)""", text(plan(tiny.request())));
    }

    /** Printed yesterday in the last minute, primed sheets were to be cut within 14 h: 07:59 has gone when it opens. */
    @Test
    void whatHasWaitedTooLongIsListedAndBlocksNobody() {
        tiny.order("A", "24 18:00", followedWithin(14 * 60, print("P", 600, form("K"))), dieCut("D", 300, 1, "P"));
        tiny.order("B", "24 18:00", print("P", 600, form("K")), dieCut("D", 300, 1, "P"));
        Schedule plan = plan(done("A", "P", "23 17:00", "23 17:59"));
        assertEquals(
                "DIE1: B/D 08:17-08:23 (setup 15)\nOF1: A/P 23 17:00-23 17:59 ~ B/P 08:11-08:17 (setup 11)",
                text(plan));
        Schedule.Unplanned left = plan.unplanned().get(0);
        assertEquals("D", left.operationId());
        assertEquals("lag", left.barredBy().code());
        assertEquals(
                "must start within 14 h after printing (P), and no machine has time for it then",
                left.barredBy().en());
    }

    /** It may start until 08:29, and its setup takes 15 minutes: it goes before A, which is due first. */
    @Test
    void whatMustStartSoonGoesBeforeWhatIsDueFirst() {
        tiny.order("A", "24 09:00", dieCut("D", 3000, 1));
        tiny.order("B", "24 18:00", followedWithin(30, print("P", 600, form("K"))), dieCut("D", 300, 1, "P"));
        assertEquals(
                "DIE1: B/D 08:15-08:21 (setup 15) ~ A/D 08:31-09:31 (setup 10)\nOF1: B/P 23 17:00-23 17:59",
                text(plan(done("B", "P", "23 17:00", "23 17:59", 14 * 60 + 30))));
    }

    /** Open from 08:00 to 09:30: exactly 14 hours after an end it is always night. */
    @Test
    void aRouteThatNoDayAllowsIsBarredWhole() {
        Operation print = followedWithin(840, drying(840, print("P", 600, form("K"))));
        tiny.closes = LocalTime.of(9, 30);
        tiny.order("A", "24 18:00", print, dieCut("D", 300, 1, "P"));
        tiny.order("B", "25 18:00", print("P", 600, form("K")));
        Schedule plan = plan(tiny.request());
        assertEquals("OF1: B/P 08:16-08:22 (setup 16)", text(plan));
        assertEquals(
                List.of("lag", "lag"),
                plan.unplanned().stream().map(u -> u.barredBy().code()).toList());
        assertEquals(
                "die cutting (D) cannot follow it within 14 h",
                plan.unplanned().get(0).barredBy().en());
    }

    /** 6,000 sheets in an hour, cut at half that speed: cutting begins with the first thousand, at 08:26. */
    @Test
    void cuttingBeginsWithTheFirstBatch() {
        tiny.order("A", "24 18:00", inBatches(1000, print("P", 6000, form("K"))), dieCut("D", 6000, 1, "P"));
        Schedule plan = plan(tiny.request());
        assertEquals("DIE1: A/D 08:26-10:26 (setup 15)\nOF1: A/P 08:16-09:16 (setup 16)", text(plan));
        assertEquals(
                "waits for the first batch of printing (P), and that no other is late for it, until 08:26",
                because(plan, "A", "D").en());
    }

    /** Each sheet is cut twice as fast as printed: the last thousand enter at 09:16 and take 10 of 60 minutes. */
    @Test
    void aFastSuccessorEndsWithTheLastBatch() {
        tiny.machines.set(1, fast(tiny.machines.get(1)));
        tiny.order("A", "24 18:00", inBatches(1000, print("P", 6000, form("K"))), dieCut("D", 6000, 1, "P"));
        assertEquals("DIE1: A/D 08:51-09:21 (setup 15)\nOF1: A/P 08:16-09:16 (setup 16)", text(plan(tiny.request())));
    }

    /** Each batch dries for itself. */
    @Test
    void theLagHoldsForEachBatch() {
        Operation print = inBatches(1000, drying(60, print("P", 6000, form("K"))));
        tiny.order("A", "24 18:00", print, dieCut("D", 6000, 1, "P"));
        assertEquals("DIE1: A/D 09:26-11:26 (setup 15)\nOF1: A/P 08:16-09:16 (setup 16)", text(plan(tiny.request())));
    }

    /** Printed 16:16 to 18:00 and on: the batches of the next morning are not there in the evening. */
    @Test
    void batchesComeInTheHoursOfTheirMachine() {
        tiny.order("A", "25 18:00", inBatches(3000, print("P", 60_000, form("K"))), dieCut("D", 60_000, 1, "P"));
        // 600 + 16 minutes of printing to 25 08:16; 1,200 minutes of cutting from 08:46, three working days
        assertEquals(
                "DIE1: A/D 08:46-26 08:46 (setup 15)\nOF1: A/P 08:16-25 08:16 (setup 16)", text(plan(tiny.request())));
    }

    /** 19 + 6 + 14 + 6: what is printed on one side only is no batch. */
    @Test
    void sheetsOfTwoPassesComeOutInTheSecond() {
        tiny.order(
                "A",
                "24 18:00",
                inBatches(300, print("P", 600, twoSided("K", "C", "M", "Y"))),
                dieCut("D", 600, 1, "P"));
        assertEquals("DIE1: A/D 08:42-08:54 (setup 15)\nOF1: A/P 08:19-08:45 (setup 19)", text(plan(tiny.request())));
    }

    /** It runs from 07:30 to 08:30: a sixth of it every ten minutes. */
    @Test
    void runningWorkHandsOverEvenlyByTheClock() {
        tiny.order("A", "24 18:00", inBatches(1000, print("P", 6000, form("K"))), dieCut("D", 6000, 1, "P"));
        Actual running = new Actual("A", "P", "OF1", at("24 07:30"), at("24 08:30"), false);
        assertEquals("DIE1: A/D 08:15-10:15 (setup 15)\nOF1: A/P 07:30-08:30", text(plan(started(running))));
    }

    private ScheduleRequest downUntil(String machine, String until) {
        ScheduleRequest r = tiny.request();
        return new ScheduleRequest(
                r.plant(),
                r.orders(),
                r.stock(),
                r.origin(),
                List.of(),
                List.of(),
                r.origin(),
                List.of(new Downtime(machine, r.origin(), at(until))),
                Map.of());
    }

    private ScheduleRequest done(String order, String operation, String start, String end) {
        return started(new Actual(order, operation, "OF1", at(start), at(end), true));
    }

    private ScheduleRequest done(String order, String operation, String start, String end, int within) {
        tiny.orders.replaceAll(o -> o.id().equals(order)
                ? o.withOperations(o.operations().stream()
                        .map(p -> p.id().equals(operation) ? followedWithin(within, p) : p)
                        .toList())
                : o);
        return done(order, operation, start, end);
    }

    private ScheduleRequest started(Actual actual) {
        ScheduleRequest r = tiny.request();
        return new ScheduleRequest(
                r.plant(),
                r.orders(),
                r.stock(),
                r.origin(),
                List.of(actual),
                List.of(),
                r.origin(),
                List.of(),
                Map.of());
    }

    private static Machine fast(Machine m) {
        return TinyPlant.machine(m.id(), m.kind(), m.operations().iterator().next(), 0, 12_000);
    }

    private static Reason because(Schedule plan, String order, String operation) {
        return plan.operations().stream()
                .filter(o -> o.orderId().equals(order) && o.operationId().equals(operation))
                .map(PlannedOperation::because)
                .findFirst()
                .orElseThrow();
    }

    private static Operation followedWithin(int minutes, Operation o) {
        return o.withMaxLag(Duration.ofMinutes(minutes));
    }

    private static Operation inBatches(int sheets, Operation o) {
        return o.withTransferBatch(sheets);
    }

    private static Operation drying(int minutes, Operation o) {
        return new Operation(
                o.id(),
                o.kind(),
                o.goodQuantity(),
                o.unit(),
                o.inputs(),
                o.outputs(),
                o.predecessors(),
                Duration.ofMinutes(minutes),
                o.form());
    }
}
