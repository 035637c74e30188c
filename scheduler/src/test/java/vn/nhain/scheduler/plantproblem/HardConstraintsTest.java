package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.nhain.scheduler.plantproblem.TinyPlant.at;
import static vn.nhain.scheduler.plantproblem.TinyPlant.dieCut;
import static vn.nhain.scheduler.plantproblem.TinyPlant.form;
import static vn.nhain.scheduler.plantproblem.TinyPlant.lot;
import static vn.nhain.scheduler.plantproblem.TinyPlant.plan;
import static vn.nhain.scheduler.plantproblem.TinyPlant.print;
import static vn.nhain.scheduler.plantproblem.TinyPlant.text;
import static vn.nhain.scheduler.plantproblem.TinyPlant.twoSided;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.api.ScheduleRequest.Downtime;

/** Each rule alone, on a plant whose numbers can be counted by hand. */
final class HardConstraintsTest {
    private final TinyPlant tiny = new TinyPlant();

    /** Base 10, one plate 1, format 2, paper 3: 16 minutes; 600 sheets at 6,000 an hour: 6 minutes. */
    @Test
    void firstJobPaysFullSetup() {
        tiny.order("A", "24 18:00", print("P", 600, form("K")));
        assertEquals("OF1: A/P 08:16-08:22 (setup 16)", text(plan(tiny.request())));
    }

    /** The second press is taken when it ends the job first. */
    @Test
    void machineRunsOneJobAtATime() {
        oneMachine();
        tiny.order("A", "24 12:00", print("P", 600, form("K")));
        tiny.order("B", "24 18:00", print("P", 600, form("K")));
        Schedule plan = plan(tiny.request());
        assertEquals("OF1: A/P 08:16-08:22 (setup 16) ~ B/P 08:33-08:39 (setup 11)", text(plan));
        assertEquals(
                "waits for press OF1 until 08:22 (order A)",
                because(plan, "B", "P").en());
        assertEquals("chờ máy in OF1 đến 08:22 (đơn A)", because(plan, "B", "P").vi());
    }

    @Test
    void eachOperationGoesWhereItEndsFirst() {
        tiny.order("A", "24 12:00", print("P", 600, form("K")));
        tiny.order("B", "24 18:00", print("P", 600, form("K")));
        assertEquals("OF1: A/P 08:16-08:22 (setup 16)\nOF2: B/P 08:16-08:22 (setup 16)", text(plan(tiny.request())));
    }

    /** Setup of the die cutter runs while the sheets are printed. */
    @Test
    void successorWaitsForTheEndAndTheDrying() {
        tiny.order("A", "24 18:00", drying(print("P", 600, form("K")), 60), dieCut("D", 300, 1, "P"));
        Schedule plan = plan(tiny.request());
        assertEquals("DIE1: A/D 09:22-09:28 (setup 15)\nOF1: A/P 08:16-08:22 (setup 16)", text(plan));
        assertEquals(
                "waits for printing (P) until 09:22, 1 h of drying included",
                because(plan, "A", "D").en());
        assertEquals("part", because(plan, "A", "D").code());
    }

    /** A press with UV inks delivers dry sheets. */
    @Test
    void uvSheetsAreDryAtOnce() {
        oneMachine();
        tiny.machines.set(0, Machines.withUv(tiny.machines.get(0)));
        tiny.order("A", "24 18:00", drying(print("P", 600, form("K")), 60), dieCut("D", 300, 1, "P"));
        assertEquals("DIE1: A/D 08:22-08:28 (setup 15)\nOF1: A/P 08:16-08:22 (setup 16)", text(plan(tiny.request())));
    }

    /** 60,000 sheets take ten hours: 08:16 to 18:00 and 16 minutes on the next morning. */
    @Test
    void runPausesOverNight() {
        tiny.order("A", "26 18:00", print("P", 60_000, form("K")));
        assertEquals("OF1: A/P 08:16-25 08:16 (setup 16)", text(plan(tiny.request())));
    }

    /** The day ends at 18:00; a setup that starts at 17:50 does not fit, so it begins next morning. */
    @Test
    void setupIsNotSplitOverNight() {
        oneMachine();
        tiny.order("A", "24 12:00", print("P", 57_400, form("K")));
        tiny.order("B", "24 18:00", print("P", 600, form("K")));
        Schedule plan = plan(tiny.request());
        assertEquals("OF1: A/P 08:16-17:50 (setup 16) ~ B/P 25 08:11-25 08:17 (setup 11)", text(plan));
        assertEquals("calendar", because(plan, "B", "P").code());
        assertEquals(
                "waits for press OF1 to open Wed 25/11 08:00",
                because(plan, "B", "P").en());
        assertEquals(
                "chờ máy in OF1 mở ca T4 25/11 08:00", because(plan, "B", "P").vi());
    }

    @Test
    void closuresAndDowntimesAreClosed() {
        oneMachine();
        tiny.closures.add(new WorkingCalendar.Closure("fair", at("24 08:00"), at("24 09:00")));
        tiny.order("A", "24 18:00", print("P", 6000, form("K")));
        ScheduleRequest request = with(
                tiny.request(),
                List.of(),
                List.of(),
                at("24 08:00"),
                Map.of(),
                List.of(new Downtime("OF1", at("24 09:30"), at("24 10:00"))));
        assertEquals("OF1: A/P 09:16-10:46 (setup 16)", text(plan(request)));
    }

    @Test
    void gateHoldsTheStartUntilItOpens() {
        Gate gate = new Gate(Gate.Kind.PROOF, false, at("24 10:00"));
        tiny.order("A", "24 18:00", 1, false, List.of(gate), print("P", 600, form("K")));
        Schedule plan = plan(tiny.request());
        assertEquals("OF1: A/P 10:00-10:06 (setup 16)", text(plan));
        assertEquals(
                "waits for the signed proof until 10:00",
                because(plan, "A", "P").en());
    }

    /** Nobody knows when the proof is signed: the order is out, the other one is not touched. */
    @Test
    void gateWithoutTimeBarsItsOrderOnly() {
        Gate gate = new Gate(Gate.Kind.PROOF, false, null);
        tiny.order("A", "24 12:00", 1, false, List.of(gate), print("P", 600, form("K")), dieCut("D", 300, 1, "P"));
        tiny.order("B", "24 18:00", print("P", 600, form("K")));
        Schedule plan = plan(tiny.request());
        assertEquals("OF1: B/P 08:16-08:22 (setup 16)", text(plan));
        assertEquals(2, plan.unplanned().size());
        assertEquals(
                "waits for the signed proof, and nobody knows until when",
                plan.unplanned().get(0).barredBy().en());
        assertEquals(
                List.of("B"),
                plan.orders().stream().map(Schedule.OrderOutcome::orderId).toList());
    }

    @Test
    void printWaitsForItsPaper() {
        tiny.lots.set(0, lot("L1", TinyPlant.PAPER, 10_000, "24 09:00"));
        tiny.order("A", "24 08:30", print("P", 6000, form("K")));
        Schedule plan = plan(tiny.request());
        assertEquals("OF1: A/P 09:00-10:00 (setup 16)", text(plan));
        assertEquals(
                "waits for paper IVORY 300 72×102 until 09:00",
                because(plan, "A", "P").en());
        Schedule.OrderOutcome outcome = plan.orders().get(0);
        assertEquals(90, outcome.lateMinutes());
        assertEquals(
                "paper IVORY 300 72×102 is usable from 09:00, then 1 h of printing on press OF1",
                outcome.lateBecause().en());
    }

    /** The order that is due first takes what lies there; the other waits for the delivery. */
    @Test
    void paperGoesToTheEarlierDueDate() {
        tiny.lots.set(0, lot("L1", TinyPlant.PAPER, 700, "01 08:00"));
        tiny.lots.add(lot("L2", TinyPlant.PAPER, 700, "24 13:00"));
        tiny.order("A", "24 18:00", print("P", 600, form("K")));
        tiny.order("B", "24 12:00", print("P", 600, form("K")));
        assertEquals(
                "OF1: B/P 08:16-08:22 (setup 16) ~ A/P 13:00-13:06 (setup 11)",
                text(plan(oneMachine().request())));
    }

    @Test
    void orderThatIsShortOfPaperIsNamedAndItsFollowersToo() {
        tiny.lots.set(0, lot("L1", TinyPlant.PAPER, 500, "01 08:00"));
        tiny.order("A", "24 18:00", print("P", 600, form("K")), dieCut("D", 300, 1, "P"));
        Schedule plan = plan(tiny.request());
        assertEquals(List.of(), plan.operations());
        assertEquals("paper", plan.unplanned().get(0).barredBy().code());
        assertEquals(
                "needs 600 sheets of paper IVORY 300 72×102; 500 are left, arrivals included",
                plan.unplanned().get(0).barredBy().en());
        assertEquals("part", plan.unplanned().get(1).barredBy().code());
    }

    @Test
    void certifiedOrdersTakeCertifiedPaperOnly() {
        tiny.lots.add(new StockLot("F", TinyPlant.PAPER, 600, at("24 14:00"), true, true, null));
        tiny.order("A", "24 18:00", 1, true, List.of(), print("P", 600, form("K")));
        tiny.order("B", "24 18:00", 1, true, List.of(), print("P", 600, form("K")));
        Schedule plan = plan(tiny.request());
        assertEquals("OF1: A/P 14:00-14:06 (setup 16)", text(plan));
        assertEquals(
                "needs 600 sheets of FSC paper IVORY 300 72×102; 0 are left, arrivals included",
                plan.unplanned().get(0).barredBy().en());
    }

    @Test
    void paperThatExpiresIsNotCountedOn() {
        Instant expires = at("24 09:00");
        tiny.lots.set(0, new StockLot("L1", TinyPlant.PAPER, 9000, at("01 08:00"), false, false, expires));
        tiny.order("A", "26 18:00", print("P", 600, form("K")));
        assertEquals("paper", plan(tiny.request()).unplanned().get(0).barredBy().code());
    }

    /** Four plates of the front, base and four plates of the back between the passes: 14 + 2 × 6 minutes of run. */
    @Test
    void twoSidesOnAStraightPressAreTwoPasses() {
        tiny.order("A", "24 18:00", print("P", 600, twoSided("K", "C", "M", "Y")));
        Schedule plan = plan(tiny.request());
        assertEquals("OF1: A/P 08:19-08:45 (setup 19)", text(plan));
        // 100 + 4 plates × 10 + 4 new inks × 15 for the front, 60 + 4 plates × 10 for the back
        assertEquals(300, plan.operations().get(0).makereadySheets());
    }

    /** The plates are on OF1 until 08:22; OF2 could begin its setup only then. */
    @Test
    void platesAreOnOnePressAtATime() {
        tiny.order("A", "24 12:00", print("P", 6000, plates("S")));
        tiny.order("B", "24 18:00", print("P", 6000, plates("S")));
        assertEquals("OF1: A/P 08:16-09:16 (setup 16) ~ B/P 09:26-10:26 (setup 10)", text(plan(tiny.request())));
    }

    @Test
    void startedAndDoneWorkStaysAndItsFollowersWait() {
        oneMachine();
        tiny.order("A", "24 18:00", print("P", 600, form("K")), dieCut("D", 300, 1, "P"));
        tiny.order("B", "24 18:00", print("P", 600, form("K")));
        Actual running = new Actual("A", "P", "OF1", at("24 07:30"), at("24 08:30"), false);
        Schedule plan = plan(with(tiny.request(), List.of(running), List.of(), at("24 08:00"), Map.of(), List.of()));
        assertEquals("DIE1: A/D 08:30-08:36 (setup 15)\nOF1: A/P 07:30-08:30 ~ B/P 08:41-08:47 (setup 11)", text(plan));
        assertTrue(plan.operations().get(1).pinned());
    }

    /** B is due later, but frozen on OF2 before everything else. */
    @Test
    void frozenWorkKeepsMachineAndPlace() {
        tiny.order("A", "24 12:00", print("P", 600, form("K")));
        tiny.order("B", "25 18:00", print("P", 600, form("K")));
        tiny.machines.remove(2);
        Schedule before = plan(tiny.request());
        PlannedOperation b = move(find(before, "B", "P"), "OF1");
        tiny.machines.remove(1);
        Schedule plan = plan(with(tiny.request(), List.of(), List.of(b), at("24 12:00"), Map.of(), List.of()));
        assertEquals("OF1: B/P 08:16-08:22 (setup 16) ~ A/P 08:33-08:39 (setup 11)", text(plan));
        assertEquals("frozen", because(plan, "B", "P").code());
    }

    @Test
    void frozenWorkOnAMachineInHoldIsPlannedAnew() {
        tiny.order("A", "24 12:00", print("P", 600, form("K")));
        PlannedOperation a = find(plan(tiny.request()), "A", "P");
        ScheduleRequest request = with(
                tiny.request(), List.of(), List.of(a), at("24 12:00"), Map.of("OF1", QualityState.HOLD), List.of());
        assertEquals("OF2: A/P 08:16-08:22 (setup 16)", text(plan(request)));
    }

    /** Ten minutes of opening hours hold no setup of sixteen. */
    @Test
    void setupLongerThanAnyWindowBarsTheMachine() {
        tiny.closes = LocalTime.of(8, 10);
        tiny.order("A", "24 18:00", print("P", 600, form("K")));
        assertTrue(plan(tiny.request()).unplanned().get(0).barredBy().en().contains("fits no open time"));
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        tiny.order("A", "24 18:00", print("P", 600, form("K")));
        tiny.order("A", "24 18:00");
        ScheduleRequest request = with(
                tiny.request(),
                List.of(new Actual("A", "Q", "X1", at("24 08:00"), at("24 07:00"), true)),
                List.of(),
                at("24 08:00"),
                Map.of("X2", QualityState.RED),
                List.of(new Downtime("X3", at("24 08:00"), at("24 08:00"))));
        InvalidRequestException e = assertThrows(InvalidRequestException.class, () -> PlantProblem.of(request));
        assertEquals(8, e.mistakes().size(), e.getMessage());
    }

    private TinyPlant oneMachine() {
        tiny.machines.remove(1);
        return tiny;
    }

    private static ScheduleRequest with(
            ScheduleRequest r,
            List<Actual> actuals,
            List<PlannedOperation> inForce,
            Instant frozenUntil,
            Map<String, QualityState> states,
            List<Downtime> downtimes) {
        return new ScheduleRequest(
                r.plant(), r.orders(), r.stock(), r.origin(), actuals, inForce, frozenUntil, downtimes, states);
    }

    private static PlannedOperation find(Schedule plan, String order, String operation) {
        return plan.operations().stream()
                .filter(o -> o.orderId().equals(order) && o.operationId().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private static Reason because(Schedule plan, String order, String operation) {
        return find(plan, order, operation).because();
    }

    private static PlannedOperation move(PlannedOperation o, String machine) {
        return new PlannedOperation(
                o.orderId(),
                o.operationId(),
                o.kind(),
                machine,
                o.setupStart(),
                o.start(),
                o.end(),
                o.quantity(),
                o.unitsIn(),
                o.makereadySheets(),
                o.setupMinutes(),
                o.washMinutes(),
                o.setupReason(),
                o.pinned(),
                o.because());
    }

    private static Operation drying(Operation o, int minutes) {
        return new Operation(
                o.id(),
                OperationKind.PRINT,
                o.goodQuantity(),
                o.unit(),
                o.inputs(),
                o.outputs(),
                o.predecessors(),
                Duration.ofMinutes(minutes),
                o.form());
    }

    private static Form plates(String id) {
        Form f = form("K");
        return new Form(
                f.materialId(),
                f.paperFamily(),
                f.gsm(),
                f.sheet(),
                f.frontInks(),
                f.backInks(),
                f.coating(),
                f.quality(),
                id,
                null);
    }
}
