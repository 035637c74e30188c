package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.PlanChanges;
import vn.nhain.scheduler.api.PlanChanges.Band;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.PlantEvent;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;
import vn.nhain.scheduler.plantproblem.TinyPlant;
import vn.nhain.scheduler.race.events.FloorAt;
import vn.nhain.scheduler.race.events.Touched;

/** After an event: a plan that holds, in which nothing near moves that the event does not touch. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class EventsTest {
    private static final Duration FROZEN = Duration.ofHours(4);
    private static final Instant NOW = RandomPlantProblem.ORIGIN.plus(Duration.ofHours(1));

    private final SchedulingService service = SchedulingServices.create();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyEventEndsInAPlanThatHoldsAndLeavesTheRestOfTheNearAlone(long seed) throws Exception {
        ScheduleRequest first = RandomPlantProblem.of(seed);
        Schedule plan = service.dueDateFirst(first);
        ScheduleRequest now = FloorAt.of(first, plan, NOW, FROZEN);
        for (Map.Entry<PlantEvent, Predicate<PlannedOperation>> entry :
                events(now).entrySet()) {
            PlantEvent event = entry.getKey();
            ScheduleRequest after = event.applyTo(now);
            for (long steps : List.of(1L, 400L)) {
                Schedule repaired = solve(after, steps);
                assertEquals(List.of(), violations(after, repaired), event::toString);
                Touched touched = Touched.by(now, entry.getValue());
                List<PlannedOperation> near = plan.operations().stream()
                        .filter(o -> o.start().isBefore(now.frozenUntil()) && !touched.contains(o))
                        .toList();
                Band moved =
                        PlanChanges.between(near, repaired.operations(), NOW).near();
                assertEquals(
                        0,
                        moved.moved(),
                        () -> event + " moved what it does not touch\n" + near + "\n" + repaired.operations());
            }
        }
    }

    /** The press breaks for an hour; what follows on it waits, and the die cutter's other work does not. */
    @Test
    void whatADowntimeBreaksMayGoToAnotherPress() throws Exception {
        TinyPlant tiny = new TinyPlant();
        tiny.order(
                "A", "24 12:00", TinyPlant.print("P", 6000, TinyPlant.form("K")), TinyPlant.dieCut("D", 6000, 1, "P"));
        ScheduleRequest request = tiny.request();
        Schedule plan = service.dueDateFirst(request);
        String press = press(plan);
        ScheduleRequest now = request.keeping(plan.operations(), TinyPlant.ORIGIN, FROZEN);
        PlantEvent down = new PlantEvent.MachineDown(press, TinyPlant.ORIGIN, TinyPlant.at("24 11:00"));
        Schedule repaired = solve(down.applyTo(now), 2000);
        assertEquals(press.equals("OF1") ? "OF2" : "OF1", press(repaired));
        assertEquals(
                new Band(2, 1, 1),
                PlanChanges.between(plan.operations(), repaired.operations(), TinyPlant.ORIGIN)
                        .near());
    }

    private static String press(Schedule plan) {
        return plan.operations().stream()
                .filter(o -> o.operationId().equals("P"))
                .map(PlannedOperation::machineId)
                .findFirst()
                .orElseThrow();
    }

    /** A waits for its paper until 12:00; B, planned behind it on the only press, does not wait with it. */
    @Test
    void nobodyWaitsForWhatIsHeldUp() throws Exception {
        TinyPlant tiny = new TinyPlant();
        tiny.machines.remove(1);
        tiny.order("A", "24 10:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        tiny.order("B", "24 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        tiny.lots.clear();
        tiny.lots.add(TinyPlant.lot("L1", TinyPlant.PAPER, 6000, "01 08:00"));
        tiny.lots.add(TinyPlant.lot("L2", TinyPlant.PAPER, 6000, "01 09:00"));
        ScheduleRequest request = tiny.request();
        Schedule plan = service.dueDateFirst(request);
        assertEquals("OF1: A/P 08:16-09:16 (setup 16) ~ B/P 09:27-10:27 (setup 11)", TinyPlant.text(plan));
        ScheduleRequest now = request.keeping(plan.operations(), TinyPlant.ORIGIN, FROZEN);
        // the lots that are usable first go to the order that is due first: both must be late for A to be held up
        PlantEvent late = new PlantEvent.PaperMoved("L1", TinyPlant.at("24 13:00"));
        Schedule repaired = solve(late.applyTo(now), 1);
        List<PlannedOperation> rows = repaired.operations();
        assertEquals(
                List.of("A", "B"),
                rows.stream().map(PlannedOperation::orderId).sorted().toList());
        PlannedOperation last = rows.get(1);
        assertEquals(TinyPlant.at("24 13:00"), last.start());
        assertTrue(rows.get(0).end().isBefore(TinyPlant.at("24 10:30")));
    }

    /** The change comes while the search runs: what is told next is a plan of the new problem, and so is the result. */
    @Test
    void runningSolveGoesOnWithTheChangedProblem() throws Exception {
        ScheduleRequest first = RandomPlantProblem.of(1);
        BlockingQueue<SolveProgress> told = new LinkedBlockingQueue<>();
        SolveJob job = service.solve(first, new SolveLimits(Duration.ofHours(1), 0, 1, 1), told::add);
        Schedule before = nextPlan(told);
        ScheduleRequest now = first.keeping(before.operations(), first.origin(), Duration.ZERO);
        assertTrue(job.change(new PlantEvent.OrderCancelled("C0").applyTo(now)));
        Schedule after = nextPlan(told);
        while (has(after, "C0")) {
            after = nextPlan(told);
        }
        job.stop();
        Schedule best = job.result().get();
        assertFalse(has(best, "C0"));
        assertEquals(List.of(), violations(new PlantEvent.OrderCancelled("C0").applyTo(now), best));
        assertFalse(job.change(first), "a solve that has ended takes no change");
    }

    @Test
    void changeThatContradictsItselfIsRefused() throws Exception {
        ScheduleRequest first = RandomPlantProblem.of(1);
        SolveJob job = service.solve(first, new SolveLimits(Duration.ofHours(1), 0, 1, 1), p -> {});
        Instant now = first.origin();
        PlantEvent wrong = new PlantEvent.MachineDown("X9", now, now.plusSeconds(60));
        assertThrows(InvalidRequestException.class, () -> job.change(wrong.applyTo(first)));
        job.stop();
        assertTrue(has(job.result().get(), "C0"));
    }

    private static Schedule nextPlan(BlockingQueue<SolveProgress> told) throws InterruptedException {
        while (true) {
            Schedule better =
                    Objects.requireNonNull(told.poll(60, TimeUnit.SECONDS)).better();
            if (better != null) {
                return better;
            }
        }
    }

    private static boolean has(Schedule schedule, String order) {
        return schedule.operations().stream().anyMatch(o -> o.orderId().equals(order));
    }

    /** Events of every kind, each with what it touches at once. */
    private static Map<PlantEvent, Predicate<PlannedOperation>> events(ScheduleRequest now) {
        Map<PlantEvent, Predicate<PlannedOperation>> events = new LinkedHashMap<>();
        Instant until = NOW.plus(Duration.ofMinutes(150));
        events.put(new PlantEvent.MachineDown("OF1", NOW, until), o -> o.machineId()
                .equals("OF1"));
        events.put(new PlantEvent.OrderCancelled("C0"), o -> o.orderId().equals("C0"));
        Order changed = now.orders().get(1);
        events.put(
                new PlantEvent.OrderChanged(sooner(changed)), o -> o.orderId().equals(changed.id()));
        events.put(new PlantEvent.OrderChanged(renamed(now.orders().get(2), "N1")), o -> false);
        // which order gets which lot depends on all of them
        Predicate<PlannedOperation> paper = o -> o.orderId().startsWith("C");
        events.put(new PlantEvent.PaperMoved("I3", NOW.plus(Duration.ofHours(9))), paper);
        events.put(new PlantEvent.QualityChanged("OF1", QualityState.RED), o -> o.machineId()
                .equals("OF1"));
        Actual running =
                now.actuals().stream().filter(a -> !a.done()).findFirst().orElseThrow();
        for (int minutes : List.of(-10, 35)) {
            Instant end = running.end().plus(Duration.ofMinutes(minutes));
            events.put(
                    new PlantEvent.OperationReported(new Actual(
                            running.orderId(),
                            running.operationId(),
                            running.machineId(),
                            running.start(),
                            end.isBefore(NOW) ? NOW : end,
                            false)),
                    o -> o.machineId().equals(running.machineId())
                            || o.orderId().equals(running.orderId()));
        }
        return events;
    }

    private static Order sooner(Order o) {
        return copy(o, o.id(), o.due().minus(Duration.ofHours(5)));
    }

    private static Order renamed(Order o, String id) {
        return copy(o, id, o.due());
    }

    private static Order copy(Order o, String id, Instant due) {
        return new Order(
                id,
                o.customer(),
                o.product(),
                o.title(),
                o.quantity(),
                due,
                due,
                o.priority(),
                o.rush(),
                o.repeatOf(),
                o.fsc(),
                o.status(),
                o.gates(),
                o.operations());
    }

    private Schedule solve(ScheduleRequest request, long steps) throws Exception {
        return service.solve(request, new SolveLimits(Duration.ofSeconds(60), steps, 1, 1), p -> {})
                .result()
                .get();
    }

    private List<Object> violations(ScheduleRequest request, Schedule schedule) throws Exception {
        return Checked.violations(folder, request, schedule);
    }
}
