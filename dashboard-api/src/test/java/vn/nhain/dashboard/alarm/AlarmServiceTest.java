package vn.nhain.dashboard.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.ManualClock;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.alarm.api.AlarmView;
import vn.nhain.dashboard.alarm.store.JdbiAlarmRepository;
import vn.nhain.dashboard.audit.store.JdbiAuditLog;
import vn.nhain.dashboard.config.DatabaseConfig;
import vn.nhain.dashboard.database.Database;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.QualityStates;
import vn.nhain.dashboard.plant.WorkingTimes;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.plant.reading.Reading;

/** One alarm a root cause, hysteresis, acknowledgement. */
class AlarmServiceTest {
    private final ManualClock plantClock = new ManualClock(SmallPlant.START);
    private final ManualClock wall = new ManualClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final List<String> late = new ArrayList<>();
    private final List<String> lateAtCutter = new ArrayList<>();
    private Optional<String> reason = Optional.empty();
    private Database database;
    private LiveMachines live;
    private AlarmService alarms;

    @BeforeEach
    void start() {
        database = Database.open(DatabaseConfig.memory(UUID.randomUUID().toString()));
        live = new LiveMachines(
                List.of("OF1", "CUT1"), plantClock, wall, Duration.ofMinutes(10), Duration.ofMinutes(20));
        Consequences consequences = () -> {
            Map<String, List<String>> byMachine = new TreeMap<>(Map.of("OF1", List.copyOf(late), "CUT1", lateAtCutter));
            byMachine.values().removeIf(List::isEmpty);
            return byMachine;
        };
        QualityStates quality = new QualityStates(plantClock);
        live.listen(quality::accept);
        MachineRules rules = new MachineRules(
                live, consequences, (machine, since) -> reason, new WorkingTimes(SmallPlant.plant()), plantClock, wall);
        alarms = new AlarmService(
                new JdbiAlarmRepository(database.jdbi()),
                List.of(rules, new QualityRule(quality)),
                new JdbiAuditLog(database.jdbi(), plantClock),
                plantClock);
        state("OF1", "RUNNING");
        state("CUT1", "IDLE");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aMachineDownIsOneAlarmWithTheOrdersThatSuffer() {
        late.addAll(List.of("A", "B", "C", "D"));
        state("OF1", "DOWN");
        live.accept(Reading.text("OF1", "fault.text", "Feeder jam", plantClock.instant()));
        ticks(3);

        assertEquals(1, alarms.listActive().size());
        AlarmView alarm = alarms.listActive().get(0);
        assertEquals("MACHINE_DOWN", alarm.code());
        assertTrue(alarm.en().contains("Feeder jam") && alarm.en().contains("A, B, C and 1 more"), alarm.en());
        assertTrue(alarm.vi().contains("và 1 đơn nữa"), alarm.vi());
    }

    @Test
    void machinesThatAreBehindAreOneAlarm() {
        late.addAll(List.of("A", "B"));
        lateAtCutter.add("C");
        ticks(2);

        assertEquals(1, alarms.listActive().size());
        AlarmView alarm = alarms.listActive().get(0);
        assertEquals("ORDERS_WILL_BE_LATE", alarm.code());
        assertTrue(alarm.en().contains("OF1, CUT1") && alarm.en().contains("A, B, C"), alarm.en());
    }

    @Test
    void colourOutOfToleranceIsOneAlarmUntilItIsMeasuredWellAgain() {
        for (int i = 0; i < 5; i++) {
            deltaE("OF1", 6);
        }
        ticks(2);
        assertEquals("COLOUR_OUT_OF_TOLERANCE", alarms.listActive().get(0).code());
        for (int i = 0; i < 15; i++) {
            deltaE("OF1", 1.2);
        }
        ticks(5);

        assertEquals(List.of(), alarms.listActive());
    }

    @Test
    void aFlickerIsNoAlarm() {
        state("OF1", "DOWN");
        ticks(1);
        state("OF1", "RUNNING");
        ticks(1);
        state("OF1", "DOWN");
        ticks(1);

        assertEquals(List.of(), alarms.listActive());
    }

    @Test
    void anAlarmIsClearedOnlyAfterItsCauseStaysAway() {
        state("OF1", "DOWN");
        ticks(2);
        state("OF1", "RUNNING");
        ticks(4);
        assertEquals(1, alarms.listActive().size());
        state("OF1", "DOWN");
        ticks(1);
        state("OF1", "RUNNING");
        ticks(5);

        assertEquals(List.of(), alarms.listActive());
        assertEquals(1, alarms.listNewest(10).size(), "it never rang twice");
    }

    @Test
    void whenNoMachineIsHeardThatIsOneAlarm() {
        wall.advance(Duration.ofMinutes(30));
        ticks(2);

        assertEquals(
                List.of("NO_DATA"),
                alarms.listActive().stream().map(AlarmView::code).toList());
    }

    @Test
    void aStopWithoutAReasonIsToldAfterFiveMinutesUntilSomebodyGivesOne() {
        state("OF1", "STOPPED");
        ticks(3);
        assertEquals(List.of(), alarms.listActive());
        plantClock.advance(Duration.ofMinutes(6));
        ticks(2);
        assertEquals("STOP_WITHOUT_REASON", alarms.listActive().get(0).code());

        reason = Optional.of("WAIT_PLATE");
        ticks(5);

        assertEquals(List.of(), alarms.listActive());
    }

    @Test
    void anAcknowledgedAlarmIsNotCountedAndKnowsWho() {
        state("OF1", "DOWN");
        ticks(2);
        assertEquals(1, alarms.countUnacknowledged());
        alarms.acknowledge(alarms.listActive().get(0).id(), "lan");

        assertEquals(0, alarms.countUnacknowledged());
        assertEquals("lan", alarms.listActive().get(0).acknowledgedBy());
        assertThrows(NotFoundException.class, () -> alarms.acknowledge("99", "lan"));
        assertThrows(NotFoundException.class, () -> alarms.acknowledge("x", "lan"));
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            alarms.tick();
        }
    }

    private void deltaE(String machine, double value) {
        plantClock.advance(Duration.ofMillis(1));
        live.accept(Reading.number(machine, "deltaE.C", value, plantClock.instant()));
    }

    private void state(String machine, String state) {
        plantClock.advance(Duration.ofMillis(1));
        live.accept(Reading.text(machine, "state", state, plantClock.instant()));
    }
}
