package vn.nhain.scheduler.race.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;

/** What the floor has done by an instant when all went as planned. */
public final class FloorAt {
    private final ScheduleRequest request;
    private final Instant now;
    private final List<StockLot> lots;

    private FloorAt(ScheduleRequest request, Instant now) {
        this.request = request;
        this.now = now;
        this.lots = new ArrayList<>(request.stock().lots());
    }

    /** The problem of then, with the plan in force: what has begun is running or done and has its paper. */
    public static ScheduleRequest of(ScheduleRequest request, Schedule plan, Instant now, Duration frozen) {
        return new FloorAt(request, now).after(plan, frozen);
    }

    private ScheduleRequest after(Schedule plan, Duration frozen) {
        List<PlannedOperation> begun = plan.operations().stream()
                .filter(o -> o.setupStart().isBefore(now))
                .filter(o -> request.actuals().stream().noneMatch(a -> isOf(a, o)))
                .sorted(Comparator.comparing(PlannedOperation::start))
                .toList();
        begun.forEach(this::takePaper);
        List<Actual> actuals = Stream.concat(
                        request.actuals().stream()
                                .map(a -> actual(a.orderId(), a.operationId(), a.machineId(), a.start(), a.end())),
                        begun.stream()
                                .map(o -> actual(o.orderId(), o.operationId(), o.machineId(), o.setupStart(), o.end())))
                .toList();
        return request.keeping(plan.operations(), now, frozen)
                .withActuals(actuals)
                .withStock(new Stock(lots));
    }

    private static boolean isOf(Actual a, PlannedOperation o) {
        return a.orderId().equals(o.orderId()) && a.operationId().equals(o.operationId());
    }

    private Actual actual(String order, String operation, String machine, Instant start, Instant end) {
        return new Actual(order, operation, machine, start, end, !end.isAfter(now));
    }

    private void takePaper(PlannedOperation o) {
        Order order = request.orders().stream()
                .filter(r -> r.id().equals(o.orderId()))
                .findFirst()
                .orElseThrow();
        Operation operation = order.operations().stream()
                .filter(p -> p.id().equals(o.operationId()))
                .findFirst()
                .orElseThrow();
        if (!operation.predecessors().isEmpty()) {
            return;
        }
        int need = o.unitsIn();
        List<StockLot> fitting = lots.stream()
                .filter(lot -> lot.materialId().equals(operation.form().materialId()))
                .filter(lot -> !lot.usableFrom().isAfter(o.start()) && (lot.certified() || !order.fsc()))
                .sorted(Comparator.comparing(StockLot::certified).thenComparing(StockLot::usableFrom))
                .toList();
        for (StockLot lot : fitting) {
            int taken = Math.min(need, lot.sheets());
            need -= taken;
            lots.replaceAll(known -> known.id().equals(lot.id()) ? less(known, taken) : known);
        }
        lots.removeIf(lot -> lot.sheets() == 0);
    }

    private static StockLot less(StockLot lot, int taken) {
        return new StockLot(
                lot.id(),
                lot.materialId(),
                lot.sheets() - taken,
                lot.usableFrom(),
                lot.arrival(),
                lot.certified(),
                lot.expires());
    }
}
