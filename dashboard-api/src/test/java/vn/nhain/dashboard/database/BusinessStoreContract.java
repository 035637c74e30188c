package vn.nhain.dashboard.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.GreedyScheduler;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.alarm.Condition;
import vn.nhain.dashboard.alarm.api.AlarmView;
import vn.nhain.dashboard.alarm.store.JdbiAlarmRepository;
import vn.nhain.dashboard.audit.store.JdbiAuditLog;
import vn.nhain.dashboard.order.store.JdbiOrderRepository;
import vn.nhain.dashboard.plan.Execution;
import vn.nhain.dashboard.plan.JobKey;
import vn.nhain.dashboard.plan.PlanVersion;
import vn.nhain.dashboard.plan.store.JdbiExecutionRepository;
import vn.nhain.dashboard.plan.store.JdbiPlanRepository;
import vn.nhain.dashboard.setting.store.JdbiSettings;
import vn.nhain.dashboard.stock.store.JdbiStockRepository;
import vn.nhain.dashboard.stop.store.JdbiStopRepository;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;

/** What every business store must do; the same migrations and the same statements on each. */
abstract class BusinessStoreContract {
    private static final Instant T0 = SmallPlant.START;

    private Database database;
    private Jdbi jdbi;

    /** An empty store. */
    abstract Database open() throws Exception;

    @BeforeEach
    void start() throws Exception {
        database = open();
        jdbi = database.jdbi();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void ordersComeBackAsTheyWerePutIn() {
        JdbiOrderRepository orders = new JdbiOrderRepository(jdbi);
        List<Order> put = List.of(SmallPlant.order("B", 20), SmallPlant.order("A", 4));
        orders.addOrders(put);

        assertEquals(put, orders.listOrders());
        assertEquals(Optional.of(put.get(1)), orders.findOrder("A"));
        assertEquals(2, orders.countOrders());
        orders.setStatus("A", OrderStatus.DONE);
        assertEquals(OrderStatus.DONE, orders.findOrder("A").orElseThrow().status());
    }

    @Test
    void lagsAndBatchesOfOperationsComeBack() {
        JdbiOrderRepository orders = new JdbiOrderRepository(jdbi);
        Order plain = SmallPlant.order("A", 4);
        Order put = plain.withOperations(List.of(
                plain.operations().get(0).withMaxLag(Duration.ofHours(30)).withTransferBatch(500),
                plain.operations().get(1)));
        orders.addOrders(List.of(put));

        assertEquals(put, orders.findOrder("A").orElseThrow());
    }

    /** Orders of the version before have neither key. */
    @Test
    void ordersThatWereStoredBeforeThereWereLagsAreRead() throws Exception {
        JdbiOrderRepository orders = new JdbiOrderRepository(jdbi);
        Order put = SmallPlant.order("A", 4);
        orders.addOrders(List.of(put));
        String strip =
                "update order_operation set content = replace(content, '\"maxLag\":null,\"transferBatch\":0,', '')";
        jdbi.useHandle(handle -> handle.execute(strip));
        jdbi.useHandle(handle -> handle.execute(migration("V2__lags_and_batches.sql")));

        assertEquals(put, orders.findOrder("A").orElseThrow());
    }

    private static String migration(String name) {
        try (InputStream sql = BusinessStoreContract.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("--.*|;", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ordersAreAddedAllOrNone() {
        JdbiOrderRepository orders = new JdbiOrderRepository(jdbi);
        List<Order> twice = List.of(SmallPlant.order("A", 4), SmallPlant.order("A", 4));

        assertThrows(RuntimeException.class, () -> orders.addOrders(twice));
        assertEquals(0, orders.countOrders());
    }

    @Test
    void stockIsTakenFromUsableLotsAndDeliveriesArePutOff() {
        JdbiStockRepository stock = new JdbiStockRepository(jdbi);
        stock.addLots(SmallPlant.stock().lots());
        assertEquals(SmallPlant.stock().lots(), stock.listLots());

        assertEquals(50_000, stock.take("IVORY", 60_000, false, T0), "the delivery is not there yet");
        assertEquals(0, stock.take("IVORY", 1, true, T0));
        assertEquals(1, stock.delayArrivals("IVORY", T0, Duration.ofHours(5)));
        assertEquals(
                T0.plus(Duration.ofHours(29)),
                stock.listLots().stream()
                        .filter(l -> l.id().equals("L2"))
                        .findFirst()
                        .orElseThrow()
                        .usableFrom());
    }

    @Test
    void plansKeepTheirContentAndOneIsInForce() {
        JdbiPlanRepository plans = new JdbiPlanRepository(jdbi);
        Schedule schedule = schedule();
        plans.addDraft(T0, "minh", schedule, schedule.figures());
        plans.addDraft(T0, "minh", schedule, null);
        assertEquals(2, plans.findNewestDraft().orElseThrow().version());

        plans.release(2, T0.plusSeconds(1), "lan");

        PlanVersion released = plans.findReleased().orElseThrow();
        assertEquals(2, released.version());
        assertEquals(schedule, released.schedule());
        assertEquals("lan", released.releasedBy());
        assertEquals(
                PlanVersion.Status.SUPERSEDED,
                plans.findVersion(1).orElseThrow().status());
        assertTrue(plans.findNewestDraft().isEmpty());
        plans.addDraft(T0, "minh", schedule, null);
        plans.release(3, T0, "lan");
        assertEquals(
                List.of(PlanVersion.Status.RELEASED, PlanVersion.Status.SUPERSEDED, PlanVersion.Status.SUPERSEDED),
                plans.listVersions().stream().map(PlanVersion::status).toList());
    }

    @Test
    void anExecutionIsSavedOverItself() {
        JdbiExecutionRepository executions = new JdbiExecutionRepository(jdbi);
        JobStart command =
                new JobStart("v1:A/P1#1", "OF1", "A/P1", "A", "P1", "PRINT", 2000, 150, 10, 0, 8000, List.of("K"));
        Execution sent = new Execution(
                new JobKey("A", "P1"),
                "OF1",
                Execution.Status.SENT,
                1,
                1,
                command,
                T0,
                null,
                null,
                null,
                0,
                0,
                0,
                2000,
                "");
        executions.save(sent);
        Execution done = new Execution(
                sent.key(),
                "OF1",
                Execution.Status.DONE,
                1,
                1,
                command,
                T0,
                T0.plusSeconds(1),
                T0.plusSeconds(2),
                T0.plusSeconds(3),
                0,
                2000,
                120,
                2000,
                "");
        executions.save(done);

        assertEquals(List.of(done), executions.listExecutions());
    }

    @Test
    void alarmsAreRaisedSeenAndCleared() {
        JdbiAlarmRepository alarms = new JdbiAlarmRepository(jdbi);
        long id = alarms.raise(
                new Condition("down:OF1", Condition.Severity.CRITICAL, "MACHINE_DOWN", "OF1", null, "Down.", "Hỏng."),
                T0);
        assertTrue(alarms.acknowledge(id, T0.plusSeconds(5), "lan"));
        assertTrue(alarms.acknowledge(id, T0.plusSeconds(9), "minh"));
        assertFalse(alarms.acknowledge(id + 1, T0, "lan"));
        AlarmView alarm = alarms.listActive().get(0);
        assertEquals("lan", alarm.acknowledgedBy(), "the first one counts");

        alarms.clear(id, T0.plusSeconds(10));

        assertEquals(List.of(), alarms.listActive());
        assertEquals(T0.plusSeconds(10), alarms.listNewest(10).get(0).clearedAt());
    }

    @Test
    void reportsAuditAndSwitchesAreKept() {
        JdbiStopRepository stops = new JdbiStopRepository(jdbi);
        stops.add("OF1", "WAIT_PLATE", "", T0, "lan");
        stops.add("OF1", "WAIT_PLATE", "kẽm chưa tới", T0.plusSeconds(60), "lan");
        assertEquals("kẽm chưa tới", stops.listNewest("OF1", 1).get(0).note());

        JdbiAuditLog audit = new JdbiAuditLog(jdbi, () -> T0);
        audit.record("minh", "plan.release", "plan 2", "plan 1", "plan 2");
        assertEquals("plan 1", audit.newest(5).get(0).before());

        JdbiSettings settings = new JdbiSettings(jdbi);
        assertTrue(settings.flag("autoRelease", true));
        settings.setFlag("autoRelease", false);
        assertFalse(settings.flag("autoRelease", true));
    }

    private static Schedule schedule() {
        return new GreedyScheduler()
                .dueDateFirst(ScheduleRequest.fresh(
                        SmallPlant.plant(), List.of(SmallPlant.order("A", 4)), SmallPlant.stock(), T0));
    }
}
