package vn.nhain.dashboard.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhain.dashboard.config.PlanningConfig;
import vn.nhain.dashboard.machine.QualityStates;
import vn.nhain.dashboard.order.OrderBook;
import vn.nhain.dashboard.stock.StockService;
import vn.nhain.plant.Plant;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.plant.time.PlantClock;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.CostWeights;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.api.ScheduleRequest.Recalibration;

/** What the scheduler is asked: orders, stock and plan as they are, with what the floor did since. */
public final class RequestBuilder {
    private final Plant plant;
    private final OrderBook orders;
    private final StockService stock;
    private final PlanBook plans;
    private final Floor floor;
    private final PlanBoard board;
    private final Repairs repairs;
    private final QualityStates quality;
    private final Clock plantClock;
    private final PlanningConfig planning;

    public RequestBuilder(
            Plant plant,
            OrderBook orders,
            StockService stock,
            PlanBook plans,
            Floor floor,
            PlanBoard board,
            Repairs repairs,
            QualityStates quality,
            Clock plantClock,
            PlanningConfig planning) {
        this.plant = plant;
        this.orders = orders;
        this.stock = stock;
        this.plans = plans;
        this.floor = floor;
        this.board = board;
        this.repairs = repairs;
        this.quality = quality;
        this.plantClock = plantClock;
        this.planning = planning;
    }

    /**
     * The request of this instant.
     *
     * @param lead wall time until the plan will be ready: a plan that began before it is there would be behind at once
     */
    ScheduleRequest build(Duration lead) {
        return build(lead, planning.stability());
    }

    /**
     * The same with another weight of the plan in force.
     *
     * @param stability factor on the price of moving work away from the plan in force
     */
    ScheduleRequest build(Duration lead, double stability) {
        board.refresh();
        PlanState now = board.state();
        Instant origin = plantClock.instant().plus(plantTimeOf(lead));
        List<Order> open = orders.listOrders().stream()
                .filter(o -> o.status() == OrderStatus.OPEN || o.status() == OrderStatus.IN_PROGRESS)
                .toList();
        List<PlannedOperation> inForce =
                plans.findReleased().map(p -> p.schedule().operations()).orElse(List.of());
        ScheduleRequest request = new ScheduleRequest(
                plant,
                open,
                new Stock(stock.listLots()),
                origin,
                actuals(now),
                inForce,
                inForce.isEmpty() ? origin : origin.plus(planning.frozen()),
                repairs.downtimes(),
                quality.judged());
        return request.with(CostWeights.EVEN.with(CostLine.NERVOUSNESS, stability))
                .withRecalibrations(recalibrations(origin));
    }

    /** One for each machine that is out of tolerance, as soon as it is free; then it is in control again. */
    private List<Recalibration> recalibrations(Instant origin) {
        if (planning.recalibration().isZero()) {
            return List.of();
        }
        return quality.judged().entrySet().stream()
                .filter(e -> e.getValue() == QualityState.RED)
                .map(e -> new Recalibration(e.getKey(), origin, planning.recalibration(), QualityState.GREEN))
                .toList();
    }

    private Duration plantTimeOf(Duration wallTime) {
        double speed = plantClock instanceof PlantClock accelerated ? accelerated.speed() : 1;
        return Duration.ofMillis((long) (wallTime.toMillis() * speed));
    }

    /** Jobs that a machine has or had; one that it refused or lost is planned again. */
    private List<Actual> actuals(PlanState now) {
        List<Actual> actuals = new ArrayList<>();
        for (Execution e : floor.executions().values()) {
            if (e.status() == Execution.Status.STOPPED) {
                continue;
            }
            Instant start = e.startedAt() == null ? e.sentAt() : e.startedAt();
            Instant end = e.endedAt() == null ? expectedEnd(e, now, start) : e.endedAt();
            actuals.add(new Actual(
                    e.key().orderId(),
                    e.key().operationId(),
                    e.machineId(),
                    start,
                    end,
                    e.status() == Execution.Status.DONE));
        }
        return actuals;
    }

    private static Instant expectedEnd(Execution e, PlanState now, Instant start) {
        Optional<Instant> forecast = now.forecast().find(e.key()).map(Forecast.Span::end);
        Instant least = start.isAfter(now.at()) ? start : now.at();
        return forecast.filter(t -> t.isAfter(least)).orElse(least.plusSeconds(60));
    }
}
