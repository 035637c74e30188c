package vn.nhain.simulators.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.problem.StartupException;
import vn.nhain.edge.health.HealthReport;
import vn.nhain.edge.spool.SpoolException;
import vn.nhain.plant.Plant;
import vn.nhain.plant.time.PlantClock;
import vn.nhain.simulators.configure.SimulatedPlant;
import vn.nhain.simulators.order.DemoPlant;
import vn.nhain.simulators.scenario.Scenario;
import vn.nhain.simulators.scenario.ScenarioException;
import vn.nhain.simulators.scenario.ScenarioReader;

/** A running demonstration: the whole product in this process. Thread-safe. */
public final class Demo implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private final DemoOptions options;
    private final DataFolder data;
    private final DemoAccess access;
    private final Scenario scenario;
    private final CountDownLatch closed = new CountDownLatch(1);

    private @Nullable RunningPlant running;
    private int port;
    private boolean closing;

    private Demo(DemoOptions options, DataFolder data, Scenario scenario) {
        this.options = options;
        this.data = data;
        this.scenario = scenario;
        this.port = options.port();
        this.access = options.bind().isLoopbackAddress() ? DemoAccess.loopback() : DemoAccess.hall(new SecureRandom());
    }

    /**
     * Starts everything and returns when the page can be opened; the first plan is then being made.
     *
     * @throws DemoException when it cannot start; nothing is left running and nothing was overwritten
     */
    public static Demo start(DemoOptions options) throws DemoException {
        Scenario scenario = readScenario(options.scenario());
        if (options.port() != 0 && !FreePorts.isFree(options.bind(), options.port())) {
            throw new DemoException(
                    "The port %d is in use. End the program that uses it, or choose another port with --port."
                            .formatted(options.port()));
        }
        DataFolder data = DataFolder.open(options.data());
        Demo demo = new Demo(options, data, scenario.withSeed(scenario.seed() ^ options.seed()));
        try {
            demo.startPlant();
            return demo;
        } catch (StartupException | SpoolException e) {
            data.close();
            throw new DemoException(String.valueOf(e.getMessage()), e);
        } catch (IOException | UncheckedIOException e) {
            data.close();
            throw new DemoException(
                    "The demonstration cannot start with the data in %s: %s. Choose another folder with --data."
                            .formatted(data.path(), e.getMessage()),
                    e);
        } catch (DemoException e) {
            data.close();
            throw e;
        }
    }

    private static Scenario readScenario(String name) throws DemoException {
        try {
            return ScenarioReader.read(name, DemoPlant.load());
        } catch (ScenarioException e) {
            throw new DemoException(String.valueOf(e.getMessage()), e);
        }
    }

    private synchronized void startPlant() throws DemoException, IOException {
        running = RunningPlant.start(options, data, port, access, scenario, this::reset);
        // a reset starts on the same port, so that open pages find it again
        port = running.dashboard().port();
    }

    private void reset() {
        Thread thread = new Thread(this::startAnew, "demo-reset");
        thread.start();
    }

    private synchronized void startAnew() {
        if (closing) {
            return;
        }
        log.info("demonstration begins again");
        stopPlant();
        try {
            data.empty();
            startPlant();
        } catch (IOException | DemoException | RuntimeException e) {
            log.error("the demonstration did not start again; end it and start it anew", e);
        }
    }

    private void stopPlant() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private synchronized RunningPlant running() {
        if (running == null) {
            throw new IllegalStateException("The demonstration is not running.");
        }
        return running;
    }

    /** Where the page is. */
    public synchronized URI address() {
        String host = options.bind().isAnyLocalAddress()
                ? "localhost"
                : options.bind().getHostAddress();
        return URI.create("http://%s:%d/".formatted(host, port));
    }

    /** The plant, with the addresses of its machines. */
    public Plant plant() {
        return running().plant();
    }

    /** Plant time. */
    public PlantClock clock() {
        return running().clock();
    }

    /** The simulated machines, to break them and to compare what they sent. */
    public SimulatedPlant machines() {
        return running().machines();
    }

    /** What the edge agent says of itself, with its counters. */
    public HealthReport edgeHealth() {
        return running().edge().health();
    }

    /** What to tell the person who started it. */
    String banner() {
        StringBuilder text = new StringBuilder();
        text.append("NhaIn demo: ").append(address()).append(System.lineSeparator());
        access.lines().forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
        text.append("  edge agent: ").append(running().edge().healthUrl()).append(System.lineSeparator());
        text.append("  machines: ").append(machines().controlAddress()).append(System.lineSeparator());
        text.append(
                data.isTemporary()
                        ? "  data: temporary, gone at the end; keep it with --data DIR"
                        : "  data: " + data.path());
        text.append(System.lineSeparator()).append("  Ctrl-C ends it.");
        return text.toString();
    }

    /** Waits until {@link #close} is done. */
    void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        stopPlant();
        data.close();
        closed.countDown();
    }
}
