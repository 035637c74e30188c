package vn.nhain.simulators.configure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nhain.plant.Plant;
import vn.nhain.plant.file.PlantFile;
import vn.nhain.plant.file.PlantFileException;
import vn.nhain.plant.time.PlantClock;
import vn.nhain.simulators.opcua.ServerSecurity;
import vn.nhain.simulators.scenario.Scenario;
import vn.nhain.simulators.scenario.ScenarioException;
import vn.nhain.simulators.scenario.ScenarioReader;

/** The verb {@code nhain simulate}: the machines of a plant file, simulated, until it is ended. */
@Command(
        name = "nhain simulate",
        mixinStandardHelpOptions = true,
        description =
                "Simulates the machines of a plant file: presses as OPC UA servers, finishing machines as MQTT clients.")
public final class Main implements Callable<Integer> {
    @Option(names = "--plant", required = true, paramLabel = "FILE", description = "Plant file.")
    @Nullable
    Path plantFile;

    @Option(
            names = "--broker",
            defaultValue = "tcp://127.0.0.1:1883",
            paramLabel = "URL",
            description = "MQTT broker of the finishing machines (default: ${DEFAULT-VALUE}).")
    URI broker = URI.create("tcp://127.0.0.1:1883");

    @Option(
            names = "--scenario",
            defaultValue = "normal-week",
            paramLabel = "NAME|FILE",
            description =
                    "normal-week, press-breaks-down, late-paper, quality-drifts, or a file (default: ${DEFAULT-VALUE}).")
    String scenario = "normal-week";

    @Option(names = "--seed", paramLabel = "N", description = "Another seed than the scenario's.")
    @Nullable
    Long seed;

    @Option(
            names = "--speed",
            defaultValue = "1",
            paramLabel = "1..600",
            description = "Plant seconds in a wall second (default: ${DEFAULT-VALUE}).")
    double speed = 1;

    @Option(
            names = "--control-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "HTTP port on 127.0.0.1 to look at machines and break them; 0 for a free one (default).")
    int controlPort;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Where machines keep their memory between starts (default: a folder that nobody finds again).")
    @Nullable
    Path state;

    @Option(
            names = "--secure",
            description =
                    "Presses offer Basic256Sha256 and the two Aes policies, too; certificates are kept with the state.")
    boolean secure;

    private static final long END_SECONDS = 20;

    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Runs the verb until the process is ended by a signal; exits 1 when it failed, 2 on wrong use. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try (SimulatedPlant running = SimulatedPlant.start(options())) {
            System.out.println(running.controlAddress());
            Runtime.getRuntime().addShutdownHook(new Thread(this::end));
            ending.await();
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("nhain simulate: " + e.getMessage());
            return 2;
        } catch (IOException | PlantFileException | ScenarioException e) {
            System.err.println("nhain simulate: " + e.getMessage());
            return 1;
        } finally {
            ended.countDown();
        }
    }

    /** The process may only go once every machine has kept its memory. */
    private void end() {
        ending.countDown();
        try {
            if (!ended.await(END_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("nhain simulate: machines did not stop in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SimulationOptions options() throws IOException, PlantFileException, ScenarioException {
        if (plantFile == null) {
            throw new IllegalArgumentException("--plant is missing. Name a plant file.");
        }
        if (!Files.isReadable(plantFile)) {
            throw new IllegalArgumentException(
                    "The plant file (%s) cannot be read. Name another with --plant.".formatted(plantFile));
        }
        Plant plant = PlantFile.read(plantFile);
        Scenario chosen = ScenarioReader.read(scenario, plant);
        if (seed != null) {
            chosen = chosen.withSeed(seed);
        }
        Path folder = state == null ? Files.createTempDirectory("nhain-simulate-") : Files.createDirectories(state);
        Instant now = Instant.now();
        Optional<Instant> before = StationFactory.findLastMoment(plant, folder);
        Instant start = before.filter(now::isBefore).orElse(now);
        PlantClock clock = PlantClock.startingAt(start, speed, plant.zone(), InstantSource.system());
        SimulationOptions options =
                SimulationOptions.of(plant, clock, chosen, broker, folder).withControlPort(controlPort);
        return secure ? options.withSecurity(ServerSecurity.secured(folder.resolve("certificates"))) : options;
    }
}
