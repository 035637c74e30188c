package vn.nhain.simulators.press;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.simulators._support.TestPlant;

final class SimulatedMachineTest {
    private static final Temper CALM = new Temper(0, 0, 1, 1);

    private final Machine press = TestPlant.press("OF1", "opc.tcp://127.0.0.1:1/x", TestPlant.ALWAYS);
    private Instant now = TestPlant.MORNING;

    private SimulatedMachine install(Machine machine, Temper temper, long seed) {
        return SimulatedMachine.installed(setting(machine, temper, seed), now);
    }

    private static MachineSetting setting(Machine machine, Temper temper, long seed) {
        return MachineSetting.of(TestPlant.of(machine), machine, temper, seed);
    }

    private void live(SimulatedMachine machine, Duration duration) {
        now = now.plus(duration);
        machine.advanceTo(now);
    }

    /** Lives until the state is reached and returns the minutes that it took. */
    private long minutesUntil(SimulatedMachine machine, MachineState state) {
        Instant from = now;
        while (machine.snapshot().state() != state) {
            live(machine, Duration.ofSeconds(10));
            assertTrue(Duration.between(from, now).toHours() < 100, "never " + state);
        }
        return Duration.between(from, now).toMinutes();
    }

    private static double number(SimulatedMachine machine, String metric) {
        return machine.snapshot().all().get(metric) instanceof Double value ? value : Double.NaN;
    }

    private static String text(SimulatedMachine machine, String metric) {
        return String.valueOf(machine.snapshot().all().get(metric));
    }

    @Test
    void aJobPassesThroughWashUpMakereadyAndRunUntilItIsDone() {
        SimulatedMachine machine = install(press, CALM, 7);
        assertTrue(machine.start(TestPlant.job("c1", press, 3000)).accepted());
        List<String> course = new ArrayList<>();
        while (text(machine, Metrics.JOB_DONE).isEmpty()) {
            live(machine, Duration.ofSeconds(1));
            Snapshot snapshot = machine.snapshot();
            String step = snapshot.state() + " " + snapshot.phase();
            if (course.isEmpty() || !course.get(course.size() - 1).equals(step)) {
                course.add(step);
            }
        }
        assertEquals(List.of("CLEANUP Cleanup", "SETUP Setup", "RUNNING InProgress", "IDLE "), course);
        assertEquals("O1/c1", text(machine, Metrics.JOB_DONE));
        assertEquals("", text(machine, Metrics.JOB));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aJobMakesExactlyTheQuantityThatWasOrdered(long seed) {
        SimulatedMachine machine = install(press, Temper.ORDINARY, seed);
        int quantity = 4321;
        machine.start(TestPlant.job("c1", press, quantity));
        while (text(machine, Metrics.JOB_DONE).isEmpty()) {
            live(machine, Duration.ofMinutes(1));
        }
        assertEquals(quantity, number(machine, Metrics.JOB_GOOD));
        assertEquals(quantity, number(machine, Metrics.COUNT_GOOD));
        assertEquals(number(machine, Metrics.JOB_WASTE), number(machine, Metrics.COUNT_WASTE));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void theSameSeedAndTheSameCommandsGiveTheSameCourse(long seed) {
        List<Snapshot> first = course(seed, Duration.ofSeconds(1));
        List<Snapshot> second = course(seed, Duration.ofSeconds(1));
        assertEquals(first, second);
        assertFalse(first.equals(course(seed + 1, Duration.ofSeconds(1))), "another seed, another course");
    }

    /** A beat of the wall clock is more plant time at a higher speed; that must not change what happens. */
    @Test
    void theLengthOfTheBeatDoesNotChangeTheCourse() {
        assertEquals(course(5, Duration.ofSeconds(1)), course(5, Duration.ofSeconds(150)));
    }

    /** Every half hour of a day with three jobs. */
    private List<Snapshot> course(long seed, Duration beat) {
        now = TestPlant.MORNING;
        SimulatedMachine machine = install(press, Temper.ORDINARY, seed);
        List<Snapshot> course = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            if (i % 16 == 0) {
                machine.start(TestPlant.job("c" + i, press, 12_000));
            }
            Instant until = now.plus(Duration.ofMinutes(30));
            while (now.isBefore(until)) {
                live(machine, beat);
            }
            course.add(machine.snapshot());
        }
        return course;
    }

    @Test
    void aMachineThatWasSwitchedOffGoesOnAsIfItHadNotBeenAway() {
        SimulatedMachine steady = install(press, Temper.ORDINARY, 3);
        SimulatedMachine restarted = install(press, Temper.ORDINARY, 3);
        steady.start(TestPlant.job("c1", press, 9000));
        restarted.start(TestPlant.job("c1", press, 9000));
        for (int i = 0; i < 40; i++) {
            now = now.plusSeconds(613);
            steady.advanceTo(now);
            restarted.advanceTo(now);
            restarted = SimulatedMachine.restored(setting(press, Temper.ORDINARY, 3), restarted.memory());
            assertEquals(steady.snapshot(), restarted.snapshot());
        }
    }

    @Test
    void aCommandIsRememberedOverARestart() {
        SimulatedMachine machine = install(press, CALM, 1);
        machine.start(TestPlant.job("c1", press, 100));
        SimulatedMachine restarted = SimulatedMachine.restored(setting(press, CALM, 1), machine.memory());
        while (text(restarted, Metrics.JOB_DONE).isEmpty()) {
            live(restarted, Duration.ofMinutes(1));
        }
        assertTrue(restarted.start(TestPlant.job("c1", press, 100)).accepted());
        live(restarted, Duration.ofMinutes(5));
        assertEquals("", text(restarted, Metrics.JOB));
        assertEquals(100, number(restarted, Metrics.COUNT_GOOD));
    }

    @Test
    void anotherJobIsRefusedWhileOneIsIn() {
        SimulatedMachine machine = install(press, CALM, 1);
        machine.start(TestPlant.job("c1", press, 1000));
        var answer = machine.start(TestPlant.job("c2", press, 1000));
        assertFalse(answer.accepted());
        assertTrue(answer.message().contains("busy with job O1/c1"), answer.message());
    }

    @Test
    void aJobForAnotherMachineOrOfAnotherKindIsRefused() {
        SimulatedMachine machine = install(press, CALM, 1);
        Machine other = TestPlant.guillotine("CUT1");
        assertTrue(machine.start(TestPlant.job("c1", other, 10)).message().contains("machineId (CUT1)"));
        SimulatedMachine cutter = install(TestPlant.guillotine("OF1"), CALM, 1);
        assertTrue(cutter.start(TestPlant.job("c1", press, 10)).message().contains("operationKind (PRINT)"));
    }

    @Test
    void aFaultHoldsTheJobUntilItIsRepaired() {
        SimulatedMachine machine = install(press, CALM, 1);
        machine.start(TestPlant.job("c1", press, 20_000));
        minutesUntil(machine, MachineState.RUNNING);
        machine.breakDown("DRIVE", "Main drive overload", 45);
        live(machine, Duration.ofMinutes(1));
        assertEquals(MachineState.DOWN, machine.snapshot().state());
        assertEquals("Suspended", machine.snapshot().phase());
        assertEquals("DRIVE", text(machine, Metrics.FAULT_CODE));
        double before = number(machine, Metrics.COUNT_GOOD);
        live(machine, Duration.ofMinutes(43));
        assertEquals(before, number(machine, Metrics.COUNT_GOOD));
        live(machine, Duration.ofMinutes(3));
        assertEquals(MachineState.RUNNING, machine.snapshot().state());
        assertEquals("", text(machine, Metrics.FAULT_CODE));
    }

    @Test
    void aRepairEndsAFaultAtOnce() {
        SimulatedMachine machine = install(press, CALM, 1);
        machine.breakDown("DRIVE", "Main drive overload", 600);
        live(machine, Duration.ofMinutes(1));
        assertEquals(MachineState.DOWN, machine.snapshot().state());
        machine.clear();
        live(machine, Duration.ofSeconds(1));
        assertEquals(MachineState.IDLE, machine.snapshot().state());
    }

    /** 08:00; the break is at 11, the shift ends at 22; the job is too long for the day. */
    @Test
    void aJobWaitsWhileThePlantIsClosed() {
        Machine dayPress = TestPlant.press("OF1", "opc.tcp://127.0.0.1:1/x", TestPlant.DAY_SHIFT);
        SimulatedMachine machine = install(dayPress, CALM, 1);
        machine.start(TestPlant.job("c1", dayPress, 200_000));
        live(machine, Duration.ofMinutes(3 * 60 + 30));
        assertEquals(MachineState.IDLE, machine.snapshot().state(), "break");
        assertEquals("Suspended", machine.snapshot().phase());
        double before = number(machine, Metrics.COUNT_GOOD);
        live(machine, Duration.ofMinutes(29));
        assertEquals(before, number(machine, Metrics.COUNT_GOOD));
        live(machine, Duration.ofMinutes(2));
        assertEquals("InProgress", machine.snapshot().phase());
        live(machine, Duration.ofHours(11));
        assertEquals(MachineState.IDLE, machine.snapshot().state(), "night");
        live(machine, Duration.ofHours(33));
        assertEquals(MachineState.MAINTENANCE, machine.snapshot().state(), "Thursday 08:01");
    }

    @Test
    void aStoppedMachineGivesAReasonOfThePlantsOwnList() {
        SimulatedMachine machine = install(press, new Temper(0, 20, 1, 1), 1);
        machine.start(TestPlant.job("c1", press, 50_000));
        for (int i = 0; i < 20; i++) {
            minutesUntil(machine, MachineState.STOPPED);
            assertTrue(List.of("PAPER_JAM", "WAIT_INK").contains(text(machine, Metrics.STOP_REASON)));
            minutesUntil(machine, MachineState.RUNNING);
            assertEquals("", text(machine, Metrics.STOP_REASON));
        }
    }

    /** The makeready brings colour in; a drift takes it out again, and mending it brings it back. */
    @Test
    void colourIsAdjustedAndDriftsAway() {
        SimulatedMachine machine = install(press, CALM, 1);
        machine.start(TestPlant.job("c1", press, 60_000));
        live(machine, Duration.ofMinutes(16));
        assertTrue(number(machine, "deltaE.M") > 4, "at the start of the makeready");
        minutesUntil(machine, MachineState.RUNNING);
        live(machine, Duration.ofMinutes(10));
        assertTrue(number(machine, "deltaE.M") < 2.5, "in the run");
        assertTrue(Double.isFinite(number(machine, "deltaE.S1")), "the spot ink is measured");
        machine.driftColour(3);
        live(machine, Duration.ofHours(2));
        assertTrue(number(machine, "deltaE.M") > 4, "after two hours of drift");
        machine.driftColour(0);
        live(machine, Duration.ofMinutes(1));
        assertTrue(number(machine, "deltaE.M") < 2.5, "mended");
    }

    @Test
    void actualSpeedStaysBelowTheSpeedThatIsSet() {
        SimulatedMachine machine = install(press, CALM, 1);
        machine.start(TestPlant.job("c1", press, 20_000));
        minutesUntil(machine, MachineState.RUNNING);
        live(machine, Duration.ofMinutes(3));
        for (int i = 0; i < 100; i++) {
            live(machine, Duration.ofSeconds(10));
            double set = number(machine, Metrics.SPEED_SET);
            double actual = number(machine, Metrics.SPEED_ACTUAL);
            assertTrue(set <= press.grossSpeed(), "set: " + set);
            if (machine.snapshot().state() == MachineState.RUNNING && actual > 0.9 * set) {
                assertTrue(actual < set, actual + " of " + set);
            }
        }
    }

    @Test
    void energyIsWhatPowerComesTo() {
        SimulatedMachine machine = install(press, CALM, 1);
        live(machine, Duration.ofMinutes(10));
        double idle = number(machine, Metrics.ENERGY);
        assertEquals(18.0 / 6, idle, 0.02);
        assertEquals(18.0, number(machine, Metrics.POWER));
        live(machine, Duration.ofMinutes(60));
        assertEquals(6.0, number(machine, Metrics.POWER), "asleep");
    }
}
