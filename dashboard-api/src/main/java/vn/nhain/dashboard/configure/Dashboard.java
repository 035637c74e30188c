package vn.nhain.dashboard.configure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.database.Database;
import vn.nhain.dashboard.demo.DemoControls;
import vn.nhain.dashboard.machine.JobBook;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.MachineService;
import vn.nhain.dashboard.machine.http.MachineEndpoints;
import vn.nhain.dashboard.order.OrderBook;
import vn.nhain.dashboard.order.OrderService;
import vn.nhain.dashboard.order.http.OrderEndpoints;
import vn.nhain.dashboard.order.store.JdbiOrderRepository;
import vn.nhain.dashboard.plant.PlantService;
import vn.nhain.dashboard.plant.http.PlantEndpoints;
import vn.nhain.dashboard.session.SessionService;
import vn.nhain.dashboard.session.http.SessionEndpoints;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Health;
import vn.nhain.dashboard.web.LiveHub;
import vn.nhain.dashboard.web.WebServer;
import vn.nhain.plant.Plant;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.SchedulingService;

/** A running dashboard. */
public final class Dashboard implements AutoCloseable {
    private final Database database;
    private final WebServer server;
    private final OrderBook orders;

    private Dashboard(Database database, WebServer server, OrderBook orders) {
        this.database = database;
        this.server = server;
        this.orders = orders;
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
        Clock wall = Clock.systemUTC();
        Database database = Database.open(config.database());
        try {
            OrderBook orders = new OrderBook(new JdbiOrderRepository(database.jdbi()));
            LiveMachines live = new LiveMachines(
                    plant.machines().stream().map(m -> m.id()).toList(),
                    plantClock,
                    wall,
                    config.mqtt().staleAfter(),
                    config.mqtt().offlineAfter());
            SessionService sessions = new SessionService(config.access(), wall);
            List<Endpoints> features = new ArrayList<>();
            features.add(new SessionEndpoints(sessions));
            features.add(new PlantEndpoints(new PlantService(
                    plant, plantClock, wall, () -> demo.map(DemoControls::speed).orElse(1.0))));
            features.add(new MachineEndpoints(new MachineService(plant, live, JobBook.EMPTY, plantClock)));
            features.add(new OrderEndpoints(new OrderService(orders, Map::of)));
            LiveHub hub = new LiveHub(config.web().maxScreens(), seq -> Map.of("seq", seq));
            WebServer server = WebServer.start(config.web(), sessions, new Health(), hub, features);
            return new Dashboard(database, server, orders);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The port of the page. */
    public int port() {
        return server.port();
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
        server.close();
        database.close();
    }
}
