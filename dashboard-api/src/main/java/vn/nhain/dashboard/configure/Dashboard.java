package vn.nhain.dashboard.configure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.config.TelemetryConfig;
import vn.nhain.dashboard.database.Database;
import vn.nhain.dashboard.demo.DemoControls;
import vn.nhain.dashboard.machine.JobBook;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.MachineService;
import vn.nhain.dashboard.machine.api.LiveFrame;
import vn.nhain.dashboard.machine.http.MachineEndpoints;
import vn.nhain.dashboard.order.OrderBook;
import vn.nhain.dashboard.order.OrderService;
import vn.nhain.dashboard.order.http.OrderEndpoints;
import vn.nhain.dashboard.order.store.JdbiOrderRepository;
import vn.nhain.dashboard.plant.PlantService;
import vn.nhain.dashboard.plant.http.PlantEndpoints;
import vn.nhain.dashboard.session.SessionService;
import vn.nhain.dashboard.session.http.SessionEndpoints;
import vn.nhain.dashboard.sparkplug.SparkplugHost;
import vn.nhain.dashboard.telemetry.TelemetryService;
import vn.nhain.dashboard.telemetry.TelemetryStore;
import vn.nhain.dashboard.telemetry.http.HistoryEndpoints;
import vn.nhain.dashboard.telemetry.influx.InfluxStore;
import vn.nhain.dashboard.telemetry.questdb.QuestDbStore;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Health;
import vn.nhain.dashboard.web.LiveHub;
import vn.nhain.dashboard.web.WebServer;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.SchedulingService;

/** A running dashboard. */
public final class Dashboard implements AutoCloseable {
    private final Closing closing;
    private final WebServer server;
    private final OrderBook orders;
    private final TelemetryStore telemetry;

    private Dashboard(Closing closing, WebServer server, OrderBook orders, TelemetryStore telemetry) {
        this.closing = closing;
        this.server = server;
        this.orders = orders;
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
            Clock wall = Clock.systemUTC();
            Health health = new Health();
            Database database = closing.add(Database.open(config.database()));
            OrderBook orders = new OrderBook(new JdbiOrderRepository(database.jdbi()));
            LiveMachines live = new LiveMachines(
                    plant.machines().stream().map(Machine::id).toList(),
                    plantClock,
                    wall,
                    config.mqtt().staleAfter(),
                    config.mqtt().offlineAfter());
            if (!config.mqtt().url().isEmpty()) {
                SparkplugHost host = closing.add(SparkplugHost.start(config.mqtt(), plant.id(), live, wall));
                health.add(
                        "broker",
                        () -> host.isOnline() ? Health.Part.up(host.counts()) : Health.Part.down(host.counts()));
            }
            TelemetryStore telemetry = store.join();
            health.add("telemetry", () -> Health.Part.up(telemetry.rowsByMachine()));

            Beat beat = closing.add(new Beat());
            SessionService sessions = new SessionService(config.access(), wall);
            PlantService plantService = new PlantService(
                    plant, plantClock, wall, () -> demo.map(DemoControls::speed).orElse(1.0));
            MachineService machines = new MachineService(plant, live, JobBook.EMPTY, plantClock);
            LiveHub hub = new LiveHub(
                    config.web().maxScreens(),
                    seq -> new LiveFrame(
                            seq,
                            plantClock.instant(),
                            plantService.clock().speed(),
                            machines.listMachines(),
                            null,
                            null,
                            0));
            List<Endpoints> features = new ArrayList<>();
            features.add(new SessionEndpoints(sessions));
            features.add(new PlantEndpoints(plantService));
            features.add(new MachineEndpoints(machines));
            features.add(new HistoryEndpoints(new TelemetryService(plant, telemetry, plantClock)));
            features.add(new OrderEndpoints(new OrderService(orders, Map::of)));
            WebServer server = closing.add(WebServer.start(config.web(), sessions, health, hub, features));
            beat.every(config.web().frameInterval(), "live frames", hub::tick);
            return new Dashboard(closing, server, orders, telemetry);
        } catch (RuntimeException e) {
            closing.close();
            throw e instanceof CompletionException c && c.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The port of the page. */
    public int port() {
        return server.port();
    }

    /** Where edge agents write, such as {@code http://127.0.0.1:9000}. */
    public String telemetryUrl() {
        return telemetry.writeUrl();
    }

    /** Puts orders into an empty store; false when there are orders already. */
    public boolean seedIfEmpty(Collection<Order> backlog) {
        if (!orders.isEmpty()) {
            return false;
        }
        orders.addOrders(backlog);
        return true;
    }

    @Override
    public void close() {
        closing.close();
    }

    private static TelemetryStore openTelemetry(TelemetryConfig config) {
        return config.isEmbedded() ? QuestDbStore.start(config) : InfluxStore.connect(config);
    }
}
