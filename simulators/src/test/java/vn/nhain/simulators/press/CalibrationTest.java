package vn.nhain.simulators.press;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.simulators._support.TestPlant;

/**
 * Holds the model against 28 months of counters of a five-colour press (Dickeson, Printing Impressions 2000). Of its
 * calendar time makeready took 11.63 %, wash-ups 2.76 %, blanket washes 3.50 % and running 15.46 %; it ran at 10,820 sheets
 * an hour and wasted 736 sheets a job, 4.83 % of 15,200. That is 64 minutes of makeready and 34 of washing a job.
 *
 * <p>Two thirds of that calendar time there was no work or no crew, which depends on the plant and not on the press. So
 * jobs come back to back here, and shares are of the productive time: makeready 34.9 %, washing 18.8 %, running 46.3 %. A
 * job is ordered as a planner of that press would: 64 minutes of makeready, 15 of wash-up (2.76/11.63 × 64), a net speed
 * which its running speed and its blanket washes come to, and the 300 waste sheets that a Vietnamese plant allows for such a
 * makeready. What the model adds, blanket washes, stops, run-ups and running waste, must come out as measured there.
 */
final class CalibrationTest {
    private static final double GOOD_A_JOB = 15_200;
    private static final double QUANTITY_SIGMA = 0.6;
    private static final double MAKEREADY_MINUTES = 64;
    private static final double WASH_UP_MINUTES = 15.2;
    private static final double NET_SPEED = 8_300;
    private static final int MAKEREADY_SHEETS = 300;
    private static final int WEEKS = 12;
    private static final Map<Long, Weeks> BY_SEED = new ConcurrentHashMap<>();

    private final Machine press = TestPlant.press("OF1", "opc.tcp://127.0.0.1:1/x", TestPlant.ALWAYS);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 202, 303})
    void sharesAndWasteAreThoseOfARealPress(long seed) {
        Weeks weeks = run(seed);
        double productive = weeks.seconds(MachineState.SETUP)
                + weeks.seconds(MachineState.CLEANUP)
                + weeks.seconds(MachineState.RUNNING);
        String summary = "seed %d: %s".formatted(seed, weeks);
        assertWithin(0.349, weeks.seconds(MachineState.SETUP) / productive, 0.10, summary + " makeready");
        assertWithin(0.188, weeks.seconds(MachineState.CLEANUP) / productive, 0.12, summary + " washing");
        assertWithin(0.463, weeks.seconds(MachineState.RUNNING) / productive, 0.10, summary + " running");
        assertWithin(736, weeks.waste / weeks.jobs, 0.12, summary + " waste a job");
        assertWithin(0.0483, weeks.waste / weeks.good, 0.12, summary + " waste share");
        assertWithin(10_820, weeks.runningSpeed(), 0.05, summary + " running speed");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 202, 303})
    void faultsAndStopsTakeAFewPercent(long seed) {
        Weeks weeks = run(seed);
        double down = weeks.seconds(MachineState.DOWN) / weeks.allSeconds();
        double stopped = weeks.seconds(MachineState.STOPPED) / weeks.allSeconds();
        assertTrue(down > 0.005 && down < 0.04, "down: " + down);
        assertTrue(stopped > 0.01 && stopped < 0.06, "stopped: " + stopped);
    }

    /** A plan's figures hold on the average, apart from faults: reality that always beats or misses it is no use. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 202, 303})
    void aRunTakesAsLongAsPlanned(long seed) {
        Weeks weeks = run(seed);
        double planned = weeks.good / NET_SPEED * 3600 + weeks.jobs * (MAKEREADY_MINUTES + WASH_UP_MINUTES) * 60;
        double real = weeks.allSeconds() - weeks.seconds(MachineState.DOWN);
        assertWithin(1, real / planned, 0.04, weeks.toString());
    }

    /** The same for a machine without washes; 200 jobs, so that chance is small. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 202, 303})
    void aFinishingRunTakesAsLongAsPlanned(long seed) {
        Machine cutter = TestPlant.guillotine("CUT1");
        MachineSetting setting = MachineSetting.of(TestPlant.of(cutter), cutter, new Temper(0, 1, 1, 1), seed);
        SimulatedMachine machine = SimulatedMachine.installed(setting, TestPlant.MORNING);
        Instant now = TestPlant.MORNING;
        for (int i = 0; i < 200; i++) {
            assertTrue(machine.start(TestPlant.job("c" + i, cutter, 3000)).accepted());
            while (machine.hasJob()) {
                now = now.plusSeconds(1);
                machine.advanceTo(now);
            }
        }
        double planned = 200 * (12 * 60 + 3000 / cutter.netSpeed() * 3600);
        double real = now.getEpochSecond() - TestPlant.MORNING.getEpochSecond();
        assertWithin(1, real / planned, 0.04, "seed " + seed);
    }

    private Weeks run(long seed) {
        return BY_SEED.computeIfAbsent(seed, this::simulate);
    }

    private Weeks simulate(long seed) {
        MachineSetting setting = MachineSetting.of(TestPlant.of(press), press, Temper.ORDINARY, seed);
        SimulatedMachine machine = SimulatedMachine.installed(setting, TestPlant.MORNING);
        Random quantities = new Random(seed);
        Weeks weeks = new Weeks();
        Instant now = TestPlant.MORNING;
        for (long second = 0; second < WEEKS * 7L * 86_400; second++) {
            if (!machine.hasJob()) {
                weeks.finish(machine.snapshot());
                assertTrue(machine.start(job(weeks.started, quantities)).accepted());
            }
            now = now.plusSeconds(1);
            machine.advanceTo(now);
            weeks.count(machine.state());
        }
        return weeks;
    }

    private JobStart job(int number, Random random) {
        double factor = Math.exp(QUANTITY_SIGMA * random.nextGaussian() - QUANTITY_SIGMA * QUANTITY_SIGMA / 2);
        return new JobStart(
                "c" + number,
                "OF1",
                "O" + number + "/P1",
                "O" + number,
                "P1",
                "PRINT",
                (int) Math.max(500, GOOD_A_JOB * factor),
                MAKEREADY_SHEETS,
                MAKEREADY_MINUTES + WASH_UP_MINUTES,
                WASH_UP_MINUTES,
                NET_SPEED,
                List.of("C", "M", "Y", "K"));
    }

    private static void assertWithin(double expected, double actual, double share, String what) {
        assertEquals(expected, actual, expected * share, what);
    }

    /** What happened in some weeks. */
    private static final class Weeks {
        private final Map<MachineState, Long> seconds = new EnumMap<>(MachineState.class);
        private int started;
        private int jobs;
        private double good;
        private double waste;

        void count(MachineState state) {
            seconds.merge(state, 1L, Long::sum);
        }

        void finish(Snapshot snapshot) {
            good = (double) snapshot.quick().getOrDefault(Metrics.COUNT_GOOD, 0.0);
            waste = (double) snapshot.quick().getOrDefault(Metrics.COUNT_WASTE, 0.0);
            started++;
            jobs = started - 1;
        }

        double seconds(MachineState state) {
            return seconds.getOrDefault(state, 0L);
        }

        double allSeconds() {
            return seconds.values().stream().mapToLong(Long::longValue).sum();
        }

        double runningSpeed() {
            return (good + waste) / seconds(MachineState.RUNNING) * 3600;
        }

        @Override
        public String toString() {
            return "jobs %d, good %.0f, waste %.0f, seconds %s".formatted(jobs, good, waste, seconds);
        }
    }
}
