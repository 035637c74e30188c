package vn.nhain.dashboard.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.GreedyScheduler;
import vn.nhain.dashboard._support.ManualClock;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.audit.store.JdbiAuditLog;
import vn.nhain.dashboard.config.DatabaseConfig;
import vn.nhain.dashboard.config.PlanningConfig;
import vn.nhain.dashboard.database.Database;
import vn.nhain.dashboard.machine.JobBook;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.QualityStates;
import vn.nhain.dashboard.order.OrderBook;
import vn.nhain.dashboard.order.OrderOutlook.Outlook;
import vn.nhain.dashboard.order.store.JdbiOrderRepository;
import vn.nhain.dashboard.plan.store.JdbiExecutionRepository;
import vn.nhain.dashboard.plan.store.JdbiPlanRepository;
import vn.nhain.dashboard.plant.WorkingTimes;
import vn.nhain.dashboard.stock.StockService;
import vn.nhain.dashboard.stock.store.JdbiStockRepository;
import vn.nhain.plant.Plant;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.plant.reading.Reading;
import vn.nhain.scheduler.api.ScheduleRequest;

/** A released plan on the floor, with machines played by readings; from the simple to the combined. */
class FloorTest {
    private static final Instant START = SmallPlant.START;

    private final String databaseName = UUID.randomUUID().toString();
    private final Plant plant = SmallPlant.plant();
    private final ManualClock plantClock = new ManualClock(START);
    private final ManualClock wall = new ManualClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final GreedyScheduler scheduler = new GreedyScheduler();
    private final List<JobStart> sent = new ArrayList<>();
    private Database database;
    private LiveMachines live;
    private QualityStates quality;
    private OrderBook orders;
    private StockService stock;
    private PlanBook plans;
    private Floor floor;
    private PlanBoard board;
    private Repairs repairs;
    private RequestBuilder requests;
    private DispatchService dispatch;

    @BeforeEach
    void start() {
        restart();
        stock.addLots(SmallPlant.stock().lots());
        orders.addOrders(List.of(SmallPlant.order("A", 4), SmallPlant.order("B", 20)));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    /** Everything anew but for the store. */
    private void restart() {
        if (database != null) {
            database.close();
        }
        database = Database.open(DatabaseConfig.memory(databaseName));
        AuditLog audit = new JdbiAuditLog(database.jdbi(), plantClock);
        live = new LiveMachines(
                List.of("OF1", "CUT1"), plantClock, wall, Duration.ofSeconds(12), Duration.ofSeconds(30));
        orders = new OrderBook(new JdbiOrderRepository(database.jdbi()));
        stock = new StockService(plant, new JdbiStockRepository(database.jdbi()), audit, plantClock);
        plans = new PlanBook(new JdbiPlanRepository(database.jdbi()), audit, plantClock);
        floor = new Floor(new JdbiExecutionRepository(database.jdbi()));
        repairs = new Repairs(live, plantClock, Duration.ofHours(1));
        board = new PlanBoard(plans, floor, orders, repairs, new WorkingTimes(plant), plantClock, wall);
        quality = new QualityStates(plantClock);
        live.listen(quality::accept);
        requests = requestsOf(PlanningConfig.defaults());
        FloorTracker tracker = new FloorTracker(floor);
        live.listen(tracker::accept);
        tracker.listen(new OrderProgress(orders, stock, floor, plans));
        dispatch = new DispatchService(
                plant,
                plans,
                floor,
                tracker,
                live,
                orders,
                new Readiness(orders, stock, false),
                sent::add,
                plantClock,
                wall,
                Duration.ofSeconds(5));
    }

    private RequestBuilder requestsOf(PlanningConfig planning) {
        return new RequestBuilder(plant, orders, stock, plans, floor, board, repairs, quality, plantClock, planning);
    }

    @Test
    void nothingIsSentBeforeAPlanIsReleased() {
        idle("OF1");
        plans.addDraft("planner", scheduler.dueDateFirst(requests.build(Duration.ZERO)), null);
        dispatch.tick();

        assertEquals(List.of(), sent);
    }

    @Test
    void theFirstJobIsSentOnceItsMachineIsIdle() {
        release();
        dispatch.tick();
        assertEquals(List.of(), sent, "nobody has heard of the machine yet");

        idle("OF1");
        dispatch.tick();

        assertEquals(List.of("A/P1"), jobs());
        assertEquals(2000, sent.get(0).quantity());
        assertEquals(List.of("K", "C", "M", "Y"), sent.get(0).inks());
    }

    @Test
    void aCommandWithoutAnAnswerIsRepeatedUnderTheSameId() {
        release();
        idle("OF1");
        dispatch.tick();
        wall.advance(Duration.ofSeconds(2));
        dispatch.tick();
        assertEquals(1, sent.size());

        wall.advance(Duration.ofSeconds(4));
        dispatch.tick();

        assertEquals(2, sent.size());
        assertEquals(sent.get(0).commandId(), sent.get(1).commandId());
    }

    @Test
    void theRunTakesPaperAndMovesOrderAndPlan() {
        release();
        idle("OF1");
        dispatch.tick();
        runs("OF1", "A/P1", 500);

        assertEquals(OrderStatus.IN_PROGRESS, orders.getOrder("A").status());
        assertEquals(50_000 - 2150, stock.listLots().get(0).sheets());
        assertEquals(0.25, progressOf("A", "P1"));
    }

    @Test
    void aJobHasAnEndBeforeItsMachineRunsAndALaterOneWhenItBeginsLate() {
        plans.addDraft("planner", scheduler.dueDateFirst(requests.build(Duration.ZERO)), null);
        assertEquals(Optional.empty(), board.findJob("A/P1").orElseThrow().plannedEnd(), "no plan is in force");

        release();
        JobBook.Job inTime = board.findJob("A/P1").orElseThrow();
        assertEquals(inTime.plannedEnd(), inTime.expectedEnd());

        plantClock.advance(Duration.ofHours(1));
        wall.advance(Duration.ofSeconds(5));
        JobBook.Job late = board.findJob("A/P1").orElseThrow();
        assertEquals(inTime.plannedEnd(), late.plannedEnd());
        assertEquals(
                inTime.expectedEnd().orElseThrow().plus(Duration.ofHours(1)),
                late.expectedEnd().orElseThrow());
    }

    @Test
    void theNextStepWaitsForTheStepBeforeAndItsDrying() {
        release();
        finishPrinting();
        idle("CUT1");
        dispatch.tick();
        assertEquals(List.of("A/P1", "B/P1"), jobs(), "the sheets still dry");

        plantClock.advance(Duration.ofMinutes(31));
        idle("CUT1");
        dispatch.tick();

        assertEquals(List.of("A/P1", "B/P1", "A/CUT"), jobs());
    }

    @Test
    void anOrderIsDoneWithItsLastStep() {
        release();
        finishPrinting();
        plantClock.advance(Duration.ofMinutes(31));
        idle("CUT1");
        dispatch.tick();
        runs("CUT1", "A/CUT", 2000);
        text("CUT1", "job.done", "A/CUT");

        assertEquals(OrderStatus.DONE, orders.getOrder("A").status());
        assertEquals(OrderStatus.IN_PROGRESS, orders.getOrder("B").status());
    }

    @Test
    void aJobThatItsMachineLostIsSentAnewWithItsRest() {
        release();
        idle("OF1");
        dispatch.tick();
        runs("OF1", "A/P1", 800);
        idle("OF1");
        dispatch.tick();
        wall.advance(Duration.ofSeconds(6));
        idle("OF1");
        dispatch.tick();
        dispatch.tick();

        assertEquals(List.of("A/P1", "A/P1"), jobs());
        assertEquals(1200, sent.get(1).quantity());
        assertTrue(!sent.get(0).commandId().equals(sent.get(1).commandId()), "a machine runs one id once");
        runs("OF1", "A/P1", 600);
        assertEquals(0.7, progressOf("A", "P1"), 1e-9);
    }

    @Test
    void aRefusedJobIsTriedAgainLater() {
        release();
        idle("OF1");
        dispatch.tick();
        answer("OF1", sent.get(0).commandId(), false);
        assertEquals(
                Execution.Status.STOPPED,
                floor.executions().get(new JobKey("A", "P1")).status());
        dispatch.tick();

        assertEquals(List.of("A/P1", "A/P1"), jobs());
    }

    @Test
    void missingPaperHoldsAJobBack() {
        stock.take("IVORY", 49_000, false);
        release();
        idle("OF1");
        dispatch.tick();

        assertEquals(List.of(), sent);
    }

    @Test
    void afterARestartARunningJobGoesOnWhereItWas() {
        release();
        idle("OF1");
        dispatch.tick();
        answer("OF1", sent.get(0).commandId(), true);
        runs("OF1", "A/P1", 500);
        floor.flush();

        restart();
        assertEquals(0.25, progressOf("A", "P1"));
        runs("OF1", "A/P1", 700);
        dispatch.tick();

        assertEquals(1, sent.size());
        assertEquals(0.35, progressOf("A", "P1"), 1e-9);
        assertEquals(50_000 - 2150, stock.listLots().get(0).sheets(), "its paper is not taken twice");
        text("OF1", "job.done", "A/P1");
        assertEquals(1, progressOf("A", "P1"));
    }

    @Test
    void theNextPlanKnowsWhatTheFloorDid() {
        release();
        finishPrinting();
        ScheduleRequest request = requests.build(Duration.ZERO);

        assertEquals(2, request.actuals().size());
        assertEquals(
                Map.of("P1", true),
                request.actuals().stream()
                        .filter(a -> a.orderId().equals("A"))
                        .collect(Collectors.toMap(a -> a.operationId(), a -> a.done())));
        assertEquals(4, request.inForce().size());
        assertEquals(plantClock.instant().plus(Duration.ofHours(2)), request.frozenUntil());
    }

    @Test
    void aMachineThatIsDownIsADowntimeOfTheNextPlanAndMovesTheForecast() {
        release();
        text("OF1", "state", "DOWN");
        ScheduleRequest request = requests.build(Duration.ZERO);

        assertEquals(1, request.downtimes().size());
        assertEquals("OF1", request.downtimes().get(0).machineId());
        assertEquals(START.plus(Duration.ofHours(1)), request.downtimes().get(0).until());
        Outlook a = board.outlooks().get("A");
        // an hour of repair, 70 minutes of printing, 30 of drying, 70 of cutting
        assertEquals(START.plus(Duration.ofMinutes(60 + 70 + 30 + 70)), a.end());
    }

    @Test
    void aPressThatPrintsOutOfToleranceIsRedInTheNextPlan() {
        assertEquals(Map.of(), requests.build(Duration.ZERO).qualityStates(), "never measured: its certificate speaks");
        text("OF1", "state", "RUNNING");
        for (int i = 0; i < 5; i++) {
            plantClock.advance(Duration.ofMinutes(1));
            live.accept(Reading.number("OF1", "deltaE.M", 6.5, plantClock.instant()));
        }

        assertEquals(
                Map.of("OF1", QualityState.RED), requests.build(Duration.ZERO).qualityStates());
        assertEquals(List.of(), requests.build(Duration.ZERO).recalibrations(), "none is planned unless asked for");
        PlanningConfig d = PlanningConfig.defaults();
        PlanningConfig recalibrating = new PlanningConfig(
                d.frozen(), 1, 1, 10, d.assumedRepair(), 1, Duration.ofMinutes(35), d.repeatCommandAfter(), false);
        ScheduleRequest asked = requestsOf(recalibrating).build(Duration.ZERO);
        assertEquals(
                List.of(new ScheduleRequest.Recalibration(
                        "OF1", asked.origin(), Duration.ofMinutes(35), QualityState.GREEN)),
                asked.recalibrations());
    }

    @Test
    void anOrderThatTheFloorMakesLateIsToldUnderItsMachine() {
        release();
        text("OF1", "state", "DOWN");
        plantClock.advance(Duration.ofHours(3));
        wall.advance(Duration.ofSeconds(1));
        text("OF1", "state", "DOWN");

        assertEquals(Map.of("OF1", List.of("A")), new LateOrders(board).newlyLateByMachine());
        assertTrue(board.outlooks().get("A").lateMinutes() > 0);
    }

    private void release() {
        int version = plans.addDraft("planner", scheduler.dueDateFirst(requests.build(Duration.ZERO)), null)
                .version();
        plans.release(version, "planner");
        board.refresh();
    }

    /** A/P1 is done and B/P1 runs. */
    private void finishPrinting() {
        idle("OF1");
        dispatch.tick();
        runs("OF1", "A/P1", 2000);
        plantClock.advance(Duration.ofMinutes(70));
        text("OF1", "job.done", "A/P1");
        idle("OF1");
        dispatch.tick();
        runs("OF1", "B/P1", 10);
    }

    private void idle(String machine) {
        text(machine, "state", "IDLE");
        text(machine, "job", "");
    }

    private void runs(String machine, String job, double good) {
        text(machine, "state", "RUNNING");
        text(machine, "job", job);
        live.accept(Reading.number(machine, "job.good", good, plantClock.instant()));
    }

    private void answer(String machine, String commandId, boolean accepted) {
        text(
                machine,
                "job.ack",
                "{\"commandId\":\"%s\",\"accepted\":%s,\"message\":\"busy\"}".formatted(commandId, accepted));
    }

    private void text(String machine, String metric, String value) {
        live.accept(Reading.text(machine, metric, value, plantClock.instant()));
    }

    private double progressOf(String orderId, String operationId) {
        return floor.executions().get(new JobKey(orderId, operationId)).progress();
    }

    private List<String> jobs() {
        return sent.stream().map(JobStart::jobId).toList();
    }
}
