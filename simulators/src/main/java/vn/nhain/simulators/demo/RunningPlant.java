package vn.nhain.simulators.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.configure.Dashboard;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.configure.EdgeAgent;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Connection;
import vn.nhain.plant.machine.Connection.Protocol;
import vn.nhain.plant.time.PlantClock;
import vn.nhain.scheduler.configure.SchedulingServices;
import vn.nhain.simulators.broker.EmbeddedBroker;
import vn.nhain.simulators.configure.SimulatedPlant;
import vn.nhain.simulators.configure.SimulationOptions;
import vn.nhain.simulators.order.Backlog;
import vn.nhain.simulators.order.DemoPlant;
import vn.nhain.simulators.order.OrderGenerator;
import vn.nhain.simulators.scenario.Scenario;

/** All parts of one demonstration, from its start to its reset or end. */
final class RunningPlant implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunningPlant.class);
    private static final String WHO = "demo";

    private final DemoOptions options;
    private final DataFolder data;
    private final Plant plant;
    private final PlantClock clock;
    private final PlantTimeKeeper timeKeeper;
    /** Parts to close, the one that was started last first. */
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private @Nullable Dashboard dashboard;
    private @Nullable SimulatedPlant machines;
    private @Nullable EdgeAgent edge;

    private RunningPlant(DemoOptions options, DataFolder data, Clock wall) throws DemoException, IOException {
        this.options = options;
        this.data = data;
        Plant described = DemoPlant.load();
        PlantTimeFile timeFile = new PlantTimeFile(data.file("plant-time"));
        Instant start = timeFile.read().orElseGet(() -> DemoDay.startFor(wall.instant(), described.zone()));
        this.clock = PlantClock.startingAt(start, options.speed(), described.zone(), InstantSource.system());
        this.timeKeeper = new PlantTimeKeeper(timeFile, clock);
        Iterator<Integer> ports = FreePorts.find(described.machines().size()).iterator();
        this.plant = described.withMachines(machine -> machine.connection().protocol() == Protocol.OPC_UA
                ? machine.withConnection(new Connection(
                        Protocol.OPC_UA, "opc.tcp://127.0.0.1:%d/nhain/%s".formatted(ports.next(), machine.id())))
                : machine);
    }

    /**
     * Starts all parts and returns when the page can be opened.
     *
     * @param port port of the page
     * @param access who may what
     * @param scenario what happens
     * @param reset called when somebody wants to begin again
     */
    static RunningPlant start(
            DemoOptions options, DataFolder data, int port, DemoAccess access, Scenario scenario, Runnable reset)
            throws DemoException, IOException {
        RunningPlant running = new RunningPlant(options, data, Clock.systemUTC());
        try {
            running.startParts(port, access, scenario, reset);
            return running;
        } catch (IOException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private void startParts(int port, DemoAccess access, Scenario scenario, Runnable reset) throws IOException {
        List<Integer> ports = FreePorts.find(2);
        int brokerPort = ports.get(0);
        String brokerUrl = "tcp://127.0.0.1:" + brokerPort;
        DashboardConfig config = access.applyTo(
                DashboardConfig.embedded(data.path()), options.bind().getHostAddress(), port, brokerUrl);
        PlantControls controls = new PlantControls(clock, scenario.name(), this::machines, reset);

        EmbeddedBroker broker = EmbeddedBroker.start(data.folder("broker"), brokerPort);
        parts.push(broker);
        // the machines and the dashboard with its store do not need one another, and each takes seconds
        CompletableFuture<SimulatedPlant> simulated =
                CompletableFuture.supplyAsync(() -> simulate(scenario, broker.address()));
        try {
            Dashboard started =
                    Dashboard.start(config, plant, clock, SchedulingServices.create(), Optional.of(controls));
            dashboard = started;
            parts.push(started);
        } finally {
            machines = join(simulated);
            parts.push(machines);
        }
        startEdge(brokerUrl);
        timeKeeper.start();
        parts.push(timeKeeper);
        fill(dashboard());
    }

    private SimulatedPlant simulate(Scenario scenario, URI broker) {
        try {
            return SimulatedPlant.start(
                    SimulationOptions.of(plant, clock, scenario, broker, data.folder("machines")), delay -> dashboard()
                            .delayPaper(Optional.ofNullable(delay.materialId()), (int) Math.ceil(delay.hours()), WHO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimulatedPlant join(CompletableFuture<SimulatedPlant> simulated) throws IOException {
        try {
            return simulated.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw new IOException(io.getMessage(), io);
            }
            throw e;
        }
    }

    private void startEdge(String brokerUrl) throws IOException {
        Path folder = data.folder("edge");
        edge = EdgeAgent.start(
                EdgeConfig.of(plant, "edge1", URI.create(dashboard().telemetryUrl()), brokerUrl, folder), clock);
        parts.push(edge);
    }

    /** Loads the backlog into an empty store and begins to plan when no plan is in force. */
    private void fill(Dashboard started) {
        Backlog backlog = new OrderGenerator(options.seed()).generate(plant, clock.instant(), options.orders());
        if (started.seedIfEmpty(backlog.orders(), backlog.stock())) {
            log.info("{} orders loaded", backlog.orders().size());
        }
        started.autoReleaseUnlessSet(options.autoRelease());
        if (!started.hasPlanInForce()) {
            started.plan(options.planSeconds(), WHO);
        }
    }

    Dashboard dashboard() {
        return started(dashboard);
    }

    SimulatedPlant machines() {
        return started(machines);
    }

    EdgeAgent edge() {
        return started(edge);
    }

    PlantClock clock() {
        return clock;
    }

    Plant plant() {
        return plant;
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The demonstration is still starting. Try again in a moment.");
        }
        return part;
    }

    @Override
    public void close() {
        if (dashboard != null) {
            dashboard.stopListening(); // or it would raise the alarm over machines that fall silent now
        }
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                log.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
