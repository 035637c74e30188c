package vn.nhain.simulators.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.simulators._support.ManualClock;
import vn.nhain.simulators._support.TestPlant;
import vn.nhain.simulators.broker.EmbeddedBroker;
import vn.nhain.simulators.scenario.Scenario;
import vn.nhain.simulators.scenario.ScenarioEvent;
import vn.nhain.simulators.scenario.ScenarioReader;
import vn.nhain.simulators.station.StationStatus;

/** A whole plant: five presses and fourteen finishing machines on the network at once. */
final class SimulatedPlantIT {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(TestPlant.MORNING);

    private static Plant plant() throws IOException {
        List<Machine> machines = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            machines.add(TestPlant.press("OF" + i, TestPlant.freeAddress("OF" + i), TestPlant.ALWAYS));
        }
        for (int i = 1; i <= 14; i++) {
            machines.add(TestPlant.guillotine("CUT" + i));
        }
        return TestPlant.of(machines.toArray(new Machine[0]));
    }

    private static void await(BooleanSupplier condition, String what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static StationStatus status(SimulatedPlant plant, String id) {
        return plant.getMachine(id).status();
    }

    @Test
    void everyMachinePublishesAndAScenarioHappens() throws Exception {
        Plant plant = plant();
        Scenario scenario = ScenarioReader.read("press-breaks-down", plant);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), TestPlant.freePort());
                SimulatedPlant simulated = SimulatedPlant.start(
                        SimulationOptions.of(plant, clock, scenario, broker.address(), folder.resolve("state")))) {
            assertEquals(19, simulated.listMachines().size());
            await(
                    () -> {
                        clock.advanceSeconds(1);
                        return simulated.listMachines().stream().allMatch(m -> m.emitted() > 0);
                    },
                    "all emit");
            clock.advanceSeconds(90 * 60);
            await(() -> status(simulated, "OF1").state() == MachineState.DOWN, "the scenario breaks OF1");
            assertEquals(MachineState.IDLE, status(simulated, "OF2").state());
        }
    }

    /** The broker is away here, and presses go on without it. */
    @Test
    void aPlantThatIsStartedAgainGoesOnWhereItWas() throws Exception {
        Plant plant = plant();
        Scenario scenario = ScenarioReader.read("late-paper", plant);
        SimulationOptions options =
                SimulationOptions.of(plant, clock, scenario, URI.create("tcp://127.0.0.1:1"), folder.resolve("state"));
        List<ScenarioEvent.PaperDelay> delays = new CopyOnWriteArrayList<>();
        try (SimulatedPlant first = SimulatedPlant.start(options, delays::add)) {
            assertTrue(first.getMachine("OF1")
                    .start(TestPlant.job("c1", plant.machines().get(0), 3000))
                    .accepted());
            clock.advanceSeconds(3600);
            await(() -> delays.size() == 1, "paper is late");
            assertEquals("O1/c1", status(first, "OF1").jobId());
        }
        try (SimulatedPlant second = SimulatedPlant.start(options, delays::add)) {
            assertEquals("O1/c1", status(second, "OF1").jobId());
            clock.advanceSeconds(3600);
            await(() -> status(second, "OF1").good() == 3000, "the job is done");
            clock.advanceSeconds(5 * 3600);
            await(() -> delays.size() == 2, "each delay happens once");
        }
    }

    @Test
    void aPortInUseIsToldWithTheRemedyAndNothingStaysOpen() throws Exception {
        Plant plant = plant();
        Scenario scenario = ScenarioReader.read("normal-week", plant);
        int taken = URI.create(plant.machines().get(2).connection().address()).getPort();
        SimulationOptions options =
                SimulationOptions.of(plant, clock, scenario, URI.create("tcp://127.0.0.1:1"), folder.resolve("state"));
        try (ServerSocket socket = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            IOException e = assertThrows(
                    IOException.class, () -> SimulatedPlant.start(options).close());
            assertTrue(String.valueOf(e.getMessage()).contains("OF3"), e.getMessage());
            assertTrue(String.valueOf(e.getMessage()).contains("in use"), e.getMessage());
            assertEquals(taken, socket.getLocalPort());
        }
        SimulatedPlant.start(options).close();
    }
}
