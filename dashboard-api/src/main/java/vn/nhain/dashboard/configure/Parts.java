package vn.nhain.dashboard.configure;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.alarm.AlarmService;
import vn.nhain.dashboard.alarm.Consequences;
import vn.nhain.dashboard.alarm.MachineRules;
import vn.nhain.dashboard.alarm.QualityRule;
import vn.nhain.dashboard.alarm.http.AlarmEndpoints;
import vn.nhain.dashboard.alarm.store.JdbiAlarmRepository;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.audit.http.AuditEndpoints;
import vn.nhain.dashboard.audit.store.JdbiAuditLog;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.database.Database;
import vn.nhain.dashboard.demo.DemoControls;
import vn.nhain.dashboard.demo.DemoService;
import vn.nhain.dashboard.demo.http.DemoEndpoints;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.MachineService;
import vn.nhain.dashboard.machine.QualityStates;
import vn.nhain.dashboard.machine.api.LiveFrame;
import vn.nhain.dashboard.machine.http.MachineEndpoints;
import vn.nhain.dashboard.order.OrderBook;
import vn.nhain.dashboard.order.OrderService;
import vn.nhain.dashboard.order.http.OrderEndpoints;
import vn.nhain.dashboard.order.store.JdbiOrderRepository;
import vn.nhain.dashboard.plan.Automation;
import vn.nhain.dashboard.plan.CommandSender;
import vn.nhain.dashboard.plan.DispatchService;
import vn.nhain.dashboard.plan.Execution;
import vn.nhain.dashboard.plan.ExplanationService;
import vn.nhain.dashboard.plan.Floor;
import vn.nhain.dashboard.plan.FloorListener;
import vn.nhain.dashboard.plan.FloorTracker;
import vn.nhain.dashboard.plan.LateOrders;
import vn.nhain.dashboard.plan.OrderProgress;
import vn.nhain.dashboard.plan.PlanBoard;
import vn.nhain.dashboard.plan.PlanBook;
import vn.nhain.dashboard.plan.PlanService;
import vn.nhain.dashboard.plan.Readiness;
import vn.nhain.dashboard.plan.Repairs;
import vn.nhain.dashboard.plan.RequestBuilder;
import vn.nhain.dashboard.plan.SolveService;
import vn.nhain.dashboard.plan.WasteRule;
import vn.nhain.dashboard.plan.http.PlanEndpoints;
import vn.nhain.dashboard.plan.store.JdbiExecutionRepository;
import vn.nhain.dashboard.plan.store.JdbiPlanRepository;
import vn.nhain.dashboard.plant.PlantService;
import vn.nhain.dashboard.plant.WorkingTimes;
import vn.nhain.dashboard.plant.http.PlantEndpoints;
import vn.nhain.dashboard.session.SessionService;
import vn.nhain.dashboard.session.http.SessionEndpoints;
import vn.nhain.dashboard.setting.store.JdbiSettings;
import vn.nhain.dashboard.sparkplug.SparkplugHost;
import vn.nhain.dashboard.stock.StockService;
import vn.nhain.dashboard.stock.http.StockEndpoints;
import vn.nhain.dashboard.stock.store.JdbiStockRepository;
import vn.nhain.dashboard.stop.StopService;
import vn.nhain.dashboard.stop.http.StopEndpoints;
import vn.nhain.dashboard.stop.store.JdbiStopRepository;
import vn.nhain.dashboard.telemetry.TelemetryService;
import vn.nhain.dashboard.telemetry.TelemetryStore;
import vn.nhain.dashboard.telemetry.http.HistoryEndpoints;
import vn.nhain.dashboard.telemetry.http.WriteEndpoint;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Health;
import vn.nhain.dashboard.web.LiveHub;
import vn.nhain.dashboard.web.WebServer;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.SchedulingService;

/** The object graph, by hand: from the stores up to the routes. */
final class Parts {
    private static final Duration DISPATCH = Duration.ofMillis(250);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FLUSH = Duration.ofSeconds(2);

    private final DashboardConfig config;
    private final Plant plant;
    private final Clock plantClock;
    private final Clock wall;
    private final Closing closing;
    private final Closing listening = new Closing();
    private final Beat beat = new Beat();
    private final Health health = new Health();

    private final AuditLog audit;
    private final OrderBook orders;
    private final StockService stock;
    private final StopService stops;
    private final LiveMachines live;
    private final QualityStates quality;
    private final PlanBook plans;
    private final Floor floor;
    private final Repairs repairs;
    private final PlanBoard board;
    private final Readiness readiness;
    private final SolveService solves;
    private final ExplanationService explanations;
    private final Automation automation;
    private final DispatchService dispatch;
    private final AlarmService alarms;
    private final DemoService demo;
    private final PlantService plantService;
    private @Nullable WebServer server;

    Parts(
            DashboardConfig config,
            Plant plant,
            Clock plantClock,
            Clock wall,
            SchedulingService scheduler,
            Optional<DemoControls> controls,
            Closing closing) {
        this.config = config;
        this.plant = plant;
        this.plantClock = plantClock;
        this.wall = wall;
        this.closing = closing;

        Database database = closing.add(Database.open(config.database()));
        Jdbi jdbi = database.jdbi();
        audit = new JdbiAuditLog(jdbi, plantClock);
        orders = new OrderBook(new JdbiOrderRepository(jdbi));
        stock = new StockService(plant, new JdbiStockRepository(jdbi), audit, plantClock);
        stops = new StopService(plant, new JdbiStopRepository(jdbi), audit, plantClock);
        plans = new PlanBook(new JdbiPlanRepository(jdbi), audit, plantClock);
        floor = new Floor(new JdbiExecutionRepository(jdbi));

        live = new LiveMachines(
                plant.machines().stream().map(Machine::id).toList(),
                plantClock,
                wall,
                config.mqtt().staleAfter(),
                config.mqtt().offlineAfter());
        quality = new QualityStates(plantClock);
        live.listen(quality::accept);
        repairs = new Repairs(live, plantClock, config.planning().assumedRepair());
        WorkingTimes working = new WorkingTimes(plant);
        board = new PlanBoard(plans, floor, orders, repairs, working, plantClock, wall);
        readiness = new Readiness(orders, stock, config.planning().gatesOpenAsExpected());
        RequestBuilder requests = new RequestBuilder(
                plant, orders, stock, plans, floor, board, repairs, quality, plantClock, config.planning());
        solves = closing.add(new SolveService(scheduler, requests, plans, config.planning()));
        explanations = new ExplanationService(scheduler, requests, plans, audit);
        Consequences consequences = new LateOrders(board);
        automation = new Automation(
                new JdbiSettings(jdbi),
                solves,
                plans,
                live,
                quality,
                consequences,
                audit,
                wall,
                config.planning().replanSeconds());

        FloorTracker tracker = new FloorTracker(floor);
        live.listen(tracker::accept);
        dispatch = new DispatchService(
                plant,
                plans,
                floor,
                tracker,
                live,
                orders,
                readiness,
                connect(),
                plantClock,
                wall,
                config.planning().repeatCommandAfter());
        tracker.listen(new OrderProgress(orders, stock, floor, plans));
        tracker.listen(new FloorChanges());
        plans.onRelease(board::refresh);
        alarms = new AlarmService(
                new JdbiAlarmRepository(jdbi),
                List.of(
                        new MachineRules(live, consequences, stops, working, plantClock, wall),
                        new QualityRule(quality),
                        new WasteRule(floor, plans)),
                audit,
                plantClock);
        demo = new DemoService(controls, plant, automation, stock, repairs, audit, plantClock);
        plantService = new PlantService(
                plant, plantClock, wall, () -> controls.map(DemoControls::speed).orElse(1.0));
    }

    /** Begins to serve and to act. */
    void serve(TelemetryStore telemetry) {
        health.add("telemetry", () -> Health.Part.up(telemetry.rowsByMachine()));
        SessionService sessions = new SessionService(config.access(), wall);
        MachineService machines = new MachineService(plant, live, board, stops, quality, plantClock);
        OrderService orderService = new OrderService(orders, board);
        PlanService planService = new PlanService(plant, plans, board, orderService, readiness);
        LiveHub hub = new LiveHub(
                config.web().maxScreens(),
                seq -> new LiveFrame(
                        seq,
                        plantClock.instant(),
                        plantService.clock().speed(),
                        machines.listMachines(),
                        solves.status(),
                        planService.findReleasedVersion().orElse(null),
                        alarms.countUnacknowledged()));
        List<Endpoints> features = List.of(
                new SessionEndpoints(sessions),
                new PlantEndpoints(plantService),
                new MachineEndpoints(machines),
                new HistoryEndpoints(new TelemetryService(plant, telemetry, plantClock)),
                new WriteEndpoint(
                        config.telemetry().isEmbedded() ? config.telemetry().writeToken() : "", telemetry.writeUrl()),
                new StopEndpoints(stops),
                new OrderEndpoints(orderService),
                new PlanEndpoints(planService, solves, explanations),
                new StockEndpoints(stock, board),
                new AlarmEndpoints(alarms),
                new AuditEndpoints(audit),
                new DemoEndpoints(demo));
        server = closing.add(WebServer.start(config.web(), sessions, health, hub, features));

        closing.add(beat);
        beat.every(config.web().frameInterval(), "live frames", hub::tick);
        beat.every(DISPATCH, "dispatch", dispatch::tick);
        beat.every(SECOND, "automation", automation::tick);
        beat.every(SECOND, "alarms", alarms::tick);
        beat.every(FLUSH, "flush of output", floor::flush);
        closing.add(floor::flush);
    }

    void stopListening() {
        beat.close();
        listening.close();
    }

    int port() {
        return server().port();
    }

    WebServer server() {
        WebServer running = server;
        if (running == null) {
            throw new IllegalStateException("The server has not started.");
        }
        return running;
    }

    DemoService demo() {
        return demo;
    }

    Automation automation() {
        return automation;
    }

    PlanBook plans() {
        return plans;
    }

    SolveService solves() {
        return solves;
    }

    boolean seedIfEmpty(Collection<Order> backlog, Stock store) {
        if (!orders.isEmpty()) {
            return false;
        }
        stock.addLots(store.lots());
        orders.addOrders(backlog);
        board.refresh();
        return true;
    }

    private CommandSender connect() {
        if (config.mqtt().url().isEmpty()) {
            return command -> false;
        }
        closing.add(listening);
        SparkplugHost host = listening.add(SparkplugHost.start(config.mqtt(), plant.id(), live, wall));
        health.add("broker", () -> host.isOnline() ? Health.Part.up(host.counts()) : Health.Part.down(host.counts()));
        return host;
    }

    /** What the floor's events set in motion. */
    private final class FloorChanges implements FloorListener {
        @Override
        public void started(Execution execution) {
            board.refresh();
        }

        @Override
        public void done(Execution execution) {
            board.refresh();
        }

        @Override
        public void stopped(Execution execution) {
            board.refresh();
            dispatch.hold(execution.machineId());
            automation.event("job stopped: " + execution.key().jobId());
        }
    }
}
