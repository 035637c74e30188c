package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * When the operations of a plan will really begin and end: planned lengths and order, anchored on what the floor did. A step
 * that has not begun starts no earlier than now, its machine, and the steps before it allow. It moves nothing: it only says
 * what is to be expected. Closed hours are those of the planned place, which is exact while delays are shorter than a shift.
 */
final class Forecast {
    private final Map<JobKey, Span> spans = new HashMap<>();

    /**
     * Expected or actual time of an operation.
     *
     * @param start plant time at which its setup begins
     * @param end plant time at which it ends
     */
    record Span(Instant start, Instant end) {}

    /**
     * Computes it.
     *
     * @param operations of the plan
     * @param orders by id
     * @param executions what the floor did
     * @param freeFrom plant time at which machines that are down are expected back
     * @param now plant time
     */
    Forecast(
            List<PlannedOperation> operations,
            Map<String, Order> orders,
            Map<JobKey, Execution> executions,
            Map<String, Instant> freeFrom,
            Instant now) {
        Map<String, Instant> free = new HashMap<>(freeFrom);
        executions.forEach((key, e) -> {
            if (e.startedAt() != null && e.endedAt() != null) {
                spans.put(key, new Span(e.startedAt(), e.endedAt()));
            }
        });
        operations.stream()
                .sorted(Comparator.comparing(PlannedOperation::setupStart).thenComparing(PlannedOperation::operationId))
                .forEach(o -> place(o, orders, executions, free, now));
    }

    /** When an operation was or is expected; empty when it is in neither plan nor floor. */
    Optional<Span> find(JobKey key) {
        return Optional.ofNullable(spans.get(key));
    }

    private void place(
            PlannedOperation planned,
            Map<String, Order> orders,
            Map<JobKey, Execution> executions,
            Map<String, Instant> free,
            Instant now) {
        JobKey key = new JobKey(planned.orderId(), planned.operationId());
        Execution execution = executions.get(key);
        if (execution != null && execution.status() == Execution.Status.DONE) {
            return;
        }
        Duration length = Duration.between(planned.setupStart(), planned.end());
        String machine = execution != null && execution.isOpen() ? execution.machineId() : planned.machineId();
        Instant machineFree = latest(now, free.getOrDefault(machine, now));
        Span span;
        if (execution != null && execution.startedAt() != null && execution.isOpen()) {
            long left = Math.round(length.toSeconds() * (1 - execution.progress()));
            span = new Span(execution.startedAt(), machineFree.plusSeconds(left));
        } else {
            Instant start = latest(latest(planned.setupStart(), machineFree), readyAt(key, orders));
            span = new Span(start, start.plus(length));
        }
        spans.put(key, span);
        free.put(machine, span.end());
    }

    private Instant readyAt(JobKey key, Map<String, Order> orders) {
        Order order = orders.get(key.orderId());
        if (order == null) {
            return Instant.MIN;
        }
        Map<String, Operation> byId = new HashMap<>();
        order.operations().forEach(o -> byId.put(o.id(), o));
        Operation own = byId.get(key.operationId());
        Instant ready = Instant.MIN;
        for (String before : own == null ? List.<String>of() : own.predecessors()) {
            Span span = spans.get(new JobKey(key.orderId(), before));
            Operation predecessor = byId.get(before);
            if (span != null && predecessor != null) {
                ready = latest(ready, span.end().plus(predecessor.minLag()));
            }
        }
        return ready;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
