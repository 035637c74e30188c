package vn.nhain.simulators.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.simulators._support.ManualClock;
import vn.nhain.simulators._support.MemoryEndpoint;
import vn.nhain.simulators._support.TestPlant;
import vn.nhain.simulators.press.MachineSetting;
import vn.nhain.simulators.press.SimulatedMachine;
import vn.nhain.simulators.press.Snapshot;
import vn.nhain.simulators.press.Temper;

final class StationTest {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(TestPlant.MORNING);
    private final Machine press = TestPlant.press("OF1", "opc.tcp://127.0.0.1:1/x", TestPlant.ALWAYS);
    private final MachineSetting setting = MachineSetting.of(TestPlant.of(press), press, Temper.ORDINARY, 4);
    private final MemoryEndpoint endpoint = new MemoryEndpoint();

    private Station station(Pace pace) throws IOException {
        MemoryFile file = new MemoryFile(folder, "OF1");
        SimulatedMachine machine = file.read()
                .map(memory -> SimulatedMachine.restored(setting, memory))
                .orElseGet(() -> SimulatedMachine.installed(setting, clock.instant()));
        Station station = new Station("OF1", machine, endpoint, file, clock, pace);
        station.powerOn();
        return station;
    }

    /** Only what was acknowledged was saved here: counters must come out as if the process had not been killed. */
    @Test
    void aKilledProcessLosesNeitherJobNorCounts() throws Exception {
        Station killed = station(new Pace(1, 1, 1_000_000));
        assertTrue(killed.start(TestPlant.job("c1", press, 5000)).accepted());
        clock.advanceSeconds(2 * 3600);
        killed.tick();
        StationStatus before = killed.status();
        assertTrue(before.good() > 0);

        Station restarted = station(new Pace(1, 1, 1_000_000));
        restarted.tick();
        assertEquals(before.good(), restarted.status().good());
        assertEquals(before.jobId(), restarted.status().jobId());
        assertTrue(restarted.start(TestPlant.job("c1", press, 5000)).accepted(), "the same command again");
    }

    @Test
    void anInjectedFaultSurvivesAKilledProcess() throws Exception {
        station(new Pace(1, 1, 1_000_000)).breakDown("DRIVE", "Overload", 60);
        clock.advanceSeconds(600);
        Station restarted = station(new Pace(1, 1, 1_000_000));
        restarted.tick();
        assertEquals(MachineState.DOWN, restarted.status().state());
    }

    /** Machine, metric and time are the key of a reading: two values at one time would be one. */
    @Test
    void noTwoPublicationsCarryTheSameTime() throws Exception {
        Station station = station(new Pace(1, 1, 20));
        station.start(TestPlant.job("c1", press, 5000));
        for (int i = 0; i < 500; i++) {
            clock.advanceSeconds(i % 3);
            station.tick();
            if (i % 50 == 0) {
                station.breakDown("JAM", "Jam", 1);
                station.tick();
            }
        }
        List<Instant> times = endpoint.published().stream().map(Snapshot::at).toList();
        assertEquals(times.size(), new HashSet<>(times).size());
        assertTrue(times.size() > 300);
    }

    @Test
    void aNewStateIsPublishedAtOnce() throws Exception {
        Station station = station(new Pace(1000, 1000, 1000));
        clock.advanceSeconds(1);
        station.tick();
        int before = endpoint.published().size();
        station.breakDown("JAM", "Jam", 10);
        clock.advanceSeconds(1);
        station.tick();
        assertEquals(before + 1, endpoint.published().size());
        assertEquals("JAM", endpoint.published().get(before).quick().get(Metrics.FAULT_CODE));
    }

    @Test
    void aDamagedMemoryIsNamedAndNotOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("OF1.json"), "{ half");
        IOException e = assertThrows(IOException.class, () -> station(new Pace(1, 1, 1)));
        assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e.getMessage());
        assertEquals("{ half", Files.readString(file));
    }
}
