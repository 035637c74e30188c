package vn.nhain.dashboard.configure;

import io.javalin.router.Endpoint;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.config.TelemetryConfig;
import vn.nhain.dashboard.demo.DemoControls;
import vn.nhain.dashboard.telemetry.TelemetryStore;
import vn.nhain.dashboard.telemetry.influx.InfluxStore;
import vn.nhain.dashboard.telemetry.questdb.QuestDbStore;
import vn.nhain.plant.Plant;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.SchedulingService;

/** A running dashboard. Thread-safe. */
public final class Dashboard implements AutoCloseable {
    private final Closing closing;
    private final Parts parts;
    private final TelemetryStore telemetry;

    private Dashboard(Closing closing, Parts parts, TelemetryStore telemetry) {
        this.closing = closing;
        this.parts = parts;
        this.telemetry = telemetry;
    }

    /**
     * Starts everything and returns when the page can be opened.
     *
     * @param config settings
     * @param plant the plant
     * @param plantClock plant time; the wall clock in a real plant
     * @param scheduler makes the plans
     * @param demo buttons of a demonstration; empty in a real plant
     * @throws vn.nhain.dashboard.problem.StartupException when a part cannot start; nothing is left running
     */
    public static Dashboard start(
            DashboardConfig config,
            Plant plant,
            Clock plantClock,
            SchedulingService scheduler,
            Optional<DemoControls> demo) {
        Closing closing = new Closing();
        // the embedded store takes seconds to start: let it, while the rest is built
        CompletableFuture<TelemetryStore> store =
                CompletableFuture.supplyAsync(() -> openTelemetry(config.telemetry()));
        closing.add(() -> {
            var unused = store.thenAccept(TelemetryStore::close);
        });
        try {
            Parts parts = new Parts(config, plant, plantClock, Clock.systemUTC(), scheduler, demo, closing);
            TelemetryStore telemetry = store.join();
            parts.serve(telemetry);
            return new Dashboard(closing, parts, telemetry);
        } catch (RuntimeException e) {
            closing.close();
            throw e instanceof CompletionException c && c.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The port of the page. */
    public int port() {
        return parts.port();
    }

    /** Where edge agents write, such as {@code http://127.0.0.1:9000}. */
    public String telemetryUrl() {
        return telemetry.writeUrl();
    }

    /** Puts orders and stock into an empty store; false, and nothing changed, when there are orders already. */
    public boolean seedIfEmpty(Collection<Order> orders, Stock stock) {
        return parts.seedIfEmpty(orders, stock);
    }

    /** Switches auto-release, unless somebody has switched it on this store before. */
    public void autoReleaseUnlessSet(boolean on) {
        parts.automation().setUnlessSet(on);
    }

    /** Whether a plan is in force. */
    public boolean hasPlanInForce() {
        return parts.plans().findReleased().isPresent();
    }

    /**
     * Begins to plan in the background, as the button does.
     *
     * @param seconds wall seconds at most
     * @param who for the audit trail
     * @throws vn.nhain.dashboard.problem.ConflictException when a solve runs
     */
    public void plan(int seconds, String who) {
        parts.solves().start(seconds, who);
    }

    /**
     * Puts off deliveries of a paper, as the button of a demonstration does.
     *
     * @param materialId the paper; empty for the one that is awaited next
     * @param hours plant hours
     * @param who for the audit trail
     */
    public void delayPaper(Optional<String> materialId, int hours, String who) {
        if (materialId.isPresent()) {
            parts.demo().delayPaper(materialId.get(), hours, who);
        } else {
            parts.demo().delayNextPaper(hours, who);
        }
    }

    /**
     * Takes no more live state and raises no more alarms, while page and store go on. For a program that ends its machines
     * and its edge agent on purpose, before it {@linkplain #close() closes} this.
     */
    public void stopListening() {
        parts.stopListening();
    }

    /** Every HTTP route, for the tests that hold the document equal to the code. */
    List<Endpoint> routes() {
        return parts.server().routes();
    }

    @Override
    public void close() {
        closing.close();
    }

    private static TelemetryStore openTelemetry(TelemetryConfig config) {
        return config.isEmbedded() ? QuestDbStore.start(config) : InfluxStore.connect(config);
    }
}
