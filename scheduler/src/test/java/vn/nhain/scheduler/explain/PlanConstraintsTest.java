package vn.nhain.scheduler.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.PlanExplanation.Broken;
import vn.nhain.scheduler.api.PlanExplanation.Justification;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.configure.RandomPlantProblem;

/** A plan that was made by due date keeps every hard constraint; broken in any way, each breach is called by its name. */
final class PlanConstraintsTest {
    private static final Instant ORIGIN = RandomPlantProblem.ORIGIN;

    private final ScheduleRequest request;
    private final Schedule plan;

    PlanConstraintsTest() throws Exception {
        request = RandomPlantProblem.of(1);
        plan = RandomPlans.of(request, 1, 0).get(0).schedule();
    }

    @Test
    void planByDueDateKeepsThemAll() {
        assertEquals(List.of(), PlanExplainer.explain(request, plan).broken());
    }

    @Test
    void machineDoesOneThingAtATime() {
        assertBroken("MACHINE_OVERLAP", broken(PlanConstraintsTest::isCarton, o -> at(o, ORIGIN)));
    }

    @Test
    void machineCanDoIt() {
        assertBroken("ELIGIBILITY", broken(PlanConstraintsTest::isDieCut, o -> on(o, "FLD1")));
    }

    @Test
    void setupIsAsLongAsItMustBe() {
        assertBroken("SETUP_LENGTH", broken(PlanConstraintsTest::isDieCut, o -> times(o, 1, 0, 0)));
        assertBroken("SETUP_LENGTH", broken(PlanConstraintsTest::isDieCut, o -> times(o, -1, 0, 0)));
    }

    @Test
    void setupIsInOpenHours() {
        assertBroken(
                "SETUP_UNAVAILABLE",
                broken(PlanConstraintsTest::isDieCut, o -> at(o, Instant.parse("2026-11-24T23:05:00Z"))));
    }

    @Test
    void runStartsAndEndsInOpenHours() {
        assertBroken(
                "RUN_UNAVAILABLE",
                broken(PlanConstraintsTest::isDieCut, o -> at(o, Instant.parse("2026-11-24T20:00:00Z"))));
    }

    @Test
    void runIsAsLongAsItMustBe() {
        assertBroken("DURATION", broken(PlanConstraintsTest::isDieCut, o -> times(o, 0, 0, 1)));
        assertBroken("DURATION", broken(PlanConstraintsTest::isDieCut, o -> times(o, 0, 0, -1)));
    }

    @Test
    void quantityIsWhatTheOrderNeeds() {
        assertBroken("QUANTITY", broken(PlanConstraintsTest::isDieCut, o -> units(o, 1)));
    }

    @Test
    void nothingStartsInThePast() {
        assertBroken("PAST", broken(PlanConstraintsTest::isDieCut, o -> at(o, ORIGIN.minusSeconds(60))));
    }

    @Test
    void predecessorsAreDoneAndDry() {
        assertBroken("PRECEDENCE", broken(PlanConstraintsTest::isDieCut, o -> at(o, ORIGIN)));
    }

    /** Half an hour after printing at most, where the die cutter comes a day later; and cut before the last batch is printed. */
    @Test
    void batchesAreThereAndNothingWaitsTooLong() {
        Instant dayAfter = Instant.parse("2026-11-26T03:00:00Z");
        List<Order> hurried = request.orders().stream()
                .map(o -> changed(o, p -> p.withMaxLag(p.minLag().plusMinutes(30))))
                .toList();
        Schedule late = with(plan.operations().stream()
                .map(o -> isDieCut(o) ? at(o, dayAfter) : o)
                .toList());
        assertBroken("MAX_LAG", PlanExplainer.explain(request.withOrders(hurried), late));
        List<Order> batched = request.orders().stream()
                .map(o -> changed(o, p -> p.withTransferBatch(100)))
                .toList();
        assertEquals(
                List.of(),
                PlanExplainer.explain(request.withOrders(batched), plan).broken());
        PlanExplanation told = PlanExplainer.explain(
                request.withOrders(batched),
                with(plan.operations().stream()
                        .map(o -> isDieCut(o) ? at(o, ORIGIN) : o)
                        .toList()));
        assertBroken("PRECEDENCE", told);
    }

    private static Order changed(Order order, UnaryOperator<Operation> print) {
        return order.withOperations(order.operations().stream()
                .map(o -> o.id().equals("P1") ? print.apply(o) : o)
                .toList());
    }

    @Test
    void predecessorsArePlanned() {
        List<PlannedOperation> without =
                plan.operations().stream().filter(o -> !isCarton(o)).toList();
        assertBroken("ORPHAN", PlanExplainer.explain(request, with(without)));
    }

    @Test
    void toolIsInOnePlace() {
        assertBroken("TOOL", broken(PlanConstraintsTest::isDieCut, o -> at(o, Instant.parse("2026-11-25T03:00:00Z"))));
    }

    /** The first request in which two orders are printed from the same plates. */
    @Test
    void platesAreInOnePlace() throws Exception {
        for (long seed = 1; ; seed++) {
            ScheduleRequest shared = RandomPlantProblem.of(seed);
            long users = shared.orders().stream()
                    .flatMap(o -> o.operations().stream())
                    .filter(o -> "KEPT".equals(o.form().plateSetId()))
                    .count();
            if (users > 1) {
                Schedule apart = RandomPlans.of(shared, seed, 0).get(0).schedule();
                List<PlannedOperation> together = apart.operations().stream()
                        .map(o -> isCarton(o) ? at(o, ORIGIN.plusSeconds(3600)) : o)
                        .toList();
                assertBroken("PLATES", PlanExplainer.explain(shared, with(together)));
                return;
            }
        }
    }

    @Test
    void paperIsThere() {
        assertBroken("PAPER", PlanExplainer.explain(request.withStock(new Stock(List.of())), plan));
        assertBroken("PAPER", broken(PlanConstraintsTest::isCarton, o -> at(o, ORIGIN.plusSeconds(60))));
    }

    @Test
    void gatesAreThere() {
        List<Order> waiting = request.orders().stream()
                .map(o -> gated(o, new Gate(Gate.Kind.PROOF, false, null)))
                .toList();
        assertBroken("GATE", PlanExplainer.explain(request.withOrders(waiting), plan));
    }

    @Test
    void qualityStateAllowsIt() {
        assertBroken(
                "QUALITY", PlanExplainer.explain(request.withQualityStates(Map.of("OF1", QualityState.HOLD)), plan));
    }

    /** The amounts of two lines, by hand: an order that is two hours late, and its plates. */
    @Test
    void partsOfALineNameWhatTheyAreFor() {
        Order order = request.orders().get(0);
        Instant end = plan.orders().stream()
                .filter(o -> o.orderId().equals(order.id()))
                .findFirst()
                .orElseThrow()
                .end();
        Order due = dueAt(order, end.minus(Duration.ofHours(2)));
        List<Order> orders = new ArrayList<>(request.orders());
        orders.set(0, due);
        PlanExplanation told = PlanExplainer.explain(request.withOrders(orders), plan);
        Justification late = line(told, "lateness").stream()
                .filter(j -> j.orderId().equals(order.id()))
                .findFirst()
                .orElseThrow();
        double hour = request.plant().prices().lateVndPerHour() * order.priority();
        assertEquals(2 * hour, late.vnd(), 1e-6);
        assertTrue(late.because().en().contains("2 h after it is due"), late.because()::en);
        assertTrue(late.because().vi().contains("trễ hạn sản xuất 2 giờ"), late.because()::vi);
        assertTrue(line(told, "plates").stream()
                .allMatch(j -> j.vnd() % request.plant().prices().plateVnd() == 0));
    }

    @Test
    void dearestComeFirstAndCanBeCutOff() {
        PlanExplanation told = PlanExplainer.explain(request, plan);
        List<Justification> runs = line(told, "run");
        assertEquals(
                runs.stream()
                        .map(Justification::vnd)
                        .sorted((a, b) -> Double.compare(b, a))
                        .toList(),
                runs.stream().map(Justification::vnd).toList());
        PlanExplanation ten = told.dearest(3);
        assertEquals(runs.subList(0, 3), line(ten, "run"));
        assertEquals(told.totalVnd(), ten.totalVnd());
        assertEquals(
                runs.size(),
                ten.lines().stream()
                        .filter(l -> l.line().equals("run"))
                        .findFirst()
                        .orElseThrow()
                        .count());
    }

    private static boolean isCarton(PlannedOperation o) {
        return o.orderId().startsWith("C") && o.operationId().equals("P1");
    }

    private static boolean isDieCut(PlannedOperation o) {
        return o.operationId().equals("DIE");
    }

    private static List<Justification> line(PlanExplanation told, String name) {
        return told.lines().stream()
                .filter(l -> l.line().equals(name))
                .findFirst()
                .orElseThrow()
                .justifications();
    }

    private PlanExplanation broken(Predicate<PlannedOperation> which, UnaryOperator<PlannedOperation> how) {
        return PlanExplainer.explain(
                request,
                with(plan.operations().stream()
                        .map(o -> which.test(o) ? how.apply(o) : o)
                        .toList()));
    }

    private static void assertBroken(String constraint, PlanExplanation told) {
        TreeSet<String> names = new TreeSet<>();
        told.broken().stream().map(Broken::constraint).forEach(names::add);
        assertTrue(names.contains(constraint), names::toString);
    }

    private Schedule with(List<PlannedOperation> operations) {
        return new Schedule(
                plan.origin(), operations, plan.orders(), plan.unplanned(), plan.figures(), plan.recalibrations());
    }

    private static PlannedOperation at(PlannedOperation o, Instant start) {
        int minutes = (int) Duration.between(o.start(), start).toMinutes();
        return times(o, minutes, minutes, minutes);
    }

    private static PlannedOperation times(PlannedOperation o, int setup, int start, int end) {
        return row(o, o.machineId(), o.unitsIn(), setup, start, end);
    }

    private static PlannedOperation on(PlannedOperation o, String machine) {
        return row(o, machine, o.unitsIn(), 0, 0, 0);
    }

    private static PlannedOperation units(PlannedOperation o, int unitsIn) {
        return row(o, o.machineId(), unitsIn, 0, 0, 0);
    }

    private static PlannedOperation row(
            PlannedOperation o, String machine, int unitsIn, int setup, int start, int end) {
        return new PlannedOperation(
                o.orderId(),
                o.operationId(),
                o.kind(),
                machine,
                o.setupStart().plusSeconds(60L * setup),
                o.start().plusSeconds(60L * start),
                o.end().plusSeconds(60L * end),
                o.quantity(),
                unitsIn,
                o.makereadySheets(),
                o.setupMinutes(),
                o.washMinutes(),
                o.setupReason(),
                o.pinned(),
                o.because());
    }

    private static Order gated(Order o, Gate gate) {
        return copy(o, o.due(), List.of(gate));
    }

    private static Order dueAt(Order o, Instant due) {
        return copy(o, due, o.gates());
    }

    private static Order copy(Order o, Instant due, List<Gate> gates) {
        return new Order(
                o.id(),
                o.customer(),
                o.product(),
                o.title(),
                o.quantity(),
                due,
                o.customerDue(),
                o.priority(),
                o.rush(),
                o.repeatOf(),
                o.fsc(),
                o.status(),
                gates,
                o.operations());
    }
}
