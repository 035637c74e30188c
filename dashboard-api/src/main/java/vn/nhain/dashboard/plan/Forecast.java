package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhain.dashboard.plant.WorkingTimes;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * When the operations of a plan will really begin and end: planned lengths and order, anchored on what the floor did. A step
 * that has not begun starts no earlier than planned, and no earlier than now, its machine, and the steps before it allow; as
 * long as nothing is late the forecast is the plan itself. It moves nothing: it only says what is to be expected. A delay
 * goes by the working time of the machine: what slips past the end of a shift goes on in the next.
 */
final class Forecast {
    private final Map<String, Order> orders;
    private final Map<JobKey, Execution> executions;
    private final WorkingTimes working;
    private final Instant now;
    private final Map<JobKey, PlannedOperation> planned = new HashMap<>();
    private final Map<JobKey, Span> spans = new HashMap<>();
    /** By machine: when it is free of what is before. */
    private final Map<String, Instant> free;

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
     * @param working working time of the machines
     * @param now plant time
     */
    Forecast(
            List<PlannedOperation> operations,
            Map<String, Order> orders,
            Map<JobKey, Execution> executions,
            Map<String, Instant> freeFrom,
            WorkingTimes working,
            Instant now) {
        this.orders = orders;
        this.executions = executions;
        this.working = working;
        this.now = now;
        this.free = new HashMap<>(freeFrom);
        executions.forEach((key, e) -> {
            if (e.startedAt() != null && e.endedAt() != null) {
                spans.put(key, new Span(e.startedAt(), e.endedAt()));
            }
        });
        operations.forEach(o -> planned.put(new JobKey(o.orderId(), o.operationId()), o));
        operations.stream()
                .sorted(Comparator.comparing(PlannedOperation::setupStart).thenComparing(PlannedOperation::operationId))
                .forEach(this::place);
    }

    /** When an operation was or is expected; empty when it is in neither plan nor floor. */
    Optional<Span> find(JobKey key) {
        return Optional.ofNullable(spans.get(key));
    }

    /** The operation as the plan has it; empty when it has not. */
    Optional<PlannedOperation> findPlanned(JobKey key) {
        return Optional.ofNullable(planned.get(key));
    }

    private void place(PlannedOperation operation) {
        JobKey key = new JobKey(operation.orderId(), operation.operationId());
        Execution execution = executions.get(key);
        if (execution != null && execution.status() == Execution.Status.DONE) {
            return;
        }
        String machine = execution != null && execution.isOpen() ? execution.machineId() : operation.machineId();
        Instant machineFree = latest(now, free.getOrDefault(machine, now));
        Span span = execution != null && execution.startedAt() != null && execution.isOpen()
                ? new Span(
                        execution.startedAt(),
                        working.after(machine, machineFree, left(operation, execution, execution.startedAt())))
                : toCome(operation, machine, latest(machineFree, readyAt(key, operation)));
        spans.put(key, span);
        free.put(machine, span.end());
    }

    private Span toCome(PlannedOperation operation, String machine, Instant possible) {
        if (!possible.isAfter(operation.setupStart())) {
            return new Span(operation.setupStart(), operation.end());
        }
        Duration work = working.between(operation.machineId(), operation.setupStart(), operation.end());
        return new Span(possible, working.after(machine, possible, work));
    }

    /** Working time that a running operation still needs: of its makeready by the clock, of its run by its output. */
    private Duration left(PlannedOperation operation, Execution execution, Instant startedAt) {
        String machine = operation.machineId();
        Duration run = working.between(machine, operation.start(), operation.end());
        double progress = execution.progress();
        if (progress > 0) {
            return Duration.ofSeconds(Math.round(run.toSeconds() * (1 - progress)));
        }
        Duration makeready = working.between(machine, operation.setupStart(), operation.start())
                .minus(working.between(machine, startedAt, now));
        return makeready.isNegative() ? run : run.plus(makeready);
    }

    /** When the steps before allow the setup to begin; a plan that lets it overlap with them does so after a delay too. */
    private Instant readyAt(JobKey key, PlannedOperation operation) {
        Order order = orders.get(key.orderId());
        if (order == null) {
            return Instant.MIN;
        }
        Map<String, Operation> byId = new HashMap<>();
        order.operations().forEach(o -> byId.put(o.id(), o));
        Operation own = byId.get(key.operationId());
        Instant ready = Instant.MIN;
        for (String before : own == null ? List.<String>of() : own.predecessors()) {
            JobKey beforeKey = new JobKey(key.orderId(), before);
            Span span = spans.get(beforeKey);
            Operation predecessor = byId.get(before);
            if (span != null && predecessor != null) {
                PlannedOperation plannedBefore = planned.get(beforeKey);
                Duration gap = predecessor.minLag();
                if (plannedBefore != null) {
                    gap = shorter(gap, Duration.between(plannedBefore.end(), operation.setupStart()));
                }
                ready = latest(ready, span.end().plus(gap));
            }
        }
        return ready;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
