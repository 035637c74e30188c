package vn.nhain.dashboard.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.machine.JobBook;
import vn.nhain.dashboard.order.OrderBook;
import vn.nhain.dashboard.order.OrderOutlook;
import vn.nhain.dashboard.plant.WorkingTimes;
import vn.nhain.dashboard.stock.Reservations;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * The one place that brings plan, floor and orders together, at most twice a second of wall time; what the board, the
 * orders and the store show comes from here. Thread-safe.
 */
public final class PlanBoard implements JobBook, OrderOutlook, Reservations {
    private static final Duration KEEP = Duration.ofMillis(500);

    private final PlanBook plans;
    private final Floor floor;
    private final OrderBook orders;
    private final Repairs repairs;
    private final WorkingTimes working;
    private final Clock plantClock;
    private final InstantSource wall;
    private @Nullable Kept kept;

    private record Kept(Instant wallTime, PlanState state) {}

    public PlanBoard(
            PlanBook plans,
            Floor floor,
            OrderBook orders,
            Repairs repairs,
            WorkingTimes working,
            Clock plantClock,
            InstantSource wall) {
        this.plans = plans;
        this.floor = floor;
        this.orders = orders;
        this.repairs = repairs;
        this.working = working;
        this.plantClock = plantClock;
        this.wall = wall;
    }

    /** Plan and floor, half a second old at most. */
    synchronized PlanState state() {
        Instant now = wall.instant();
        Kept known = kept;
        if (known != null && Duration.between(known.wallTime(), now).compareTo(KEEP) < 0) {
            return known.state();
        }
        PlanState state = PlanState.of(
                plans.findShown(),
                orders.listOrders(),
                floor.executions(),
                repairs.freeFrom(),
                working,
                plantClock.instant());
        kept = new Kept(now, state);
        return state;
    }

    /** Forgets what was kept, so that the next look sees a change at once. */
    public synchronized void refresh() {
        kept = null;
    }

    @Override
    public Optional<Job> findJob(String jobId) {
        int slash = jobId.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        JobKey key = new JobKey(jobId.substring(0, slash), jobId.substring(slash + 1));
        return orders.findOrder(key.orderId()).map(order -> {
            Optional<Execution> execution = floor.find(key);
            PlanState now = state();
            return new Job(
                    key.orderId(),
                    key.operationId(),
                    order.title(),
                    execution.map(Execution::total).orElse(order.quantity()),
                    execution.map(Execution::goodBefore).orElse(0.0),
                    now.inForce() ? now.forecast().findPlanned(key).map(PlannedOperation::end) : Optional.empty(),
                    now.forecast().find(key).map(Forecast.Span::end));
        });
    }

    @Override
    public Optional<NextJob> findNext(String machineId) {
        PlanState now = state();
        return now.inForce()
                ? toCome(now, machineId).findFirst().map(o -> new NextJob(o.orderId(), o.operationId(), o.setupStart()))
                : Optional.empty();
    }

    @Override
    public Map<String, Outlook> outlooks() {
        return state().outlooks();
    }

    @Override
    public Map<String, Long> reservedSheets() {
        PlanState now = state();
        Map<String, Long> reserved = new HashMap<>();
        if (now.inForce()) {
            toCome(now, null)
                    .forEach(o -> materialOf(now, o).ifPresent(m -> reserved.merge(m, (long) o.unitsIn(), Long::sum)));
        }
        return reserved;
    }

    /** Operations that were never sent, by start; {@code machineId} null for all machines. */
    static Stream<PlannedOperation> toCome(PlanState now, @Nullable String machineId) {
        return now.shown().map(p -> p.schedule().operations()).orElse(List.of()).stream()
                .filter(o -> machineId == null || o.machineId().equals(machineId))
                .filter(o -> {
                    Execution e = now.executions().get(new JobKey(o.orderId(), o.operationId()));
                    return e == null || e.status() == Execution.Status.STOPPED;
                })
                .sorted(Comparator.comparing(PlannedOperation::setupStart));
    }

    /** Paper that a print operation takes from the store; empty for other steps. */
    static Optional<String> materialOf(PlanState now, PlannedOperation planned) {
        if (planned.kind() != OperationKind.PRINT) {
            return Optional.empty();
        }
        return Optional.ofNullable(now.orders().get(planned.orderId())).stream()
                .flatMap(o -> o.operations().stream())
                .filter(o -> o.id().equals(planned.operationId()))
                .map(o -> o.form().materialId())
                .findFirst();
    }
}
