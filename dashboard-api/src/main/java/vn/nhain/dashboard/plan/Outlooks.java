package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.order.OrderOutlook.Outlook;
import vn.nhain.dashboard.order.api.Bilingual;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.Schedule;

/** What is expected of orders: the plan's promise, corrected by what the floor did. */
final class Outlooks {
    private final Map<JobKey, Execution> executions;
    private final Forecast forecast;
    private final Map<String, Schedule.OrderOutcome> outcomes = new HashMap<>();
    private final Map<String, Reason> barred = new HashMap<>();
    private final Map<JobKey, PlannedOperation> planned = new HashMap<>();

    Outlooks(Optional<PlanVersion> shown, Map<JobKey, Execution> executions, Forecast forecast) {
        this.executions = executions;
        this.forecast = forecast;
        shown.map(PlanVersion::schedule).ifPresent(schedule -> {
            schedule.orders().forEach(o -> outcomes.put(o.orderId(), o));
            schedule.unplanned().forEach(u -> barred.putIfAbsent(u.orderId(), u.barredBy()));
            schedule.operations().forEach(o -> planned.put(new JobKey(o.orderId(), o.operationId()), o));
        });
    }

    Outlook of(Order order) {
        if (order.status() == OrderStatus.CANCELLED) {
            return Outlook.NONE;
        }
        @Nullable Instant end = null;
        double progress = 0;
        @Nullable JobKey last = null;
        boolean complete = true;
        for (Operation operation : order.operations()) {
            JobKey key = new JobKey(order.id(), operation.id());
            Execution execution = executions.get(key);
            progress += execution == null ? 0 : execution.progress();
            Optional<Forecast.Span> span = forecast.find(key);
            complete &= span.isPresent();
            if (span.isPresent() && (end == null || span.get().end().isAfter(end))) {
                end = span.get().end();
                last = key;
            }
        }
        Reason bar = barred.get(order.id());
        Bilingual barredBy = bar == null ? null : new Bilingual(bar.en(), bar.vi());
        double share =
                order.operations().isEmpty() ? 0 : progress / order.operations().size();
        if (end == null || last == null || !complete) {
            return new Outlook(null, 0, null, share, barredBy);
        }
        long late = Math.max(0, Duration.between(order.due(), end).toMinutes());
        return new Outlook(end, late, late == 0 ? null : reason(order.id(), last, end), share, barredBy);
    }

    private Bilingual reason(String orderId, JobKey last, Instant end) {
        Schedule.OrderOutcome outcome = outcomes.get(orderId);
        if (outcome != null && outcome.lateMinutes() > 0) {
            return new Bilingual(
                    outcome.lateBecause().en(), outcome.lateBecause().vi());
        }
        PlannedOperation operation = planned.get(last);
        if (operation == null) {
            return new Bilingual("It ended after its due time.", "Hoàn thành sau hạn.");
        }
        Duration behind = Duration.between(operation.end(), end);
        if (behind.isNegative()) {
            behind = Duration.ZERO;
        }
        long hours = behind.toHours();
        int minutes = behind.toMinutesPart();
        return new Bilingual(
                "Behind the plan: its last step, on %s, is %s late."
                        .formatted(
                                operation.machineId(),
                                hours == 0 ? minutes + " min" : hours + " h " + minutes + " min"),
                "Chậm so với kế hoạch: bước cuối trên %s trễ %s."
                        .formatted(
                                operation.machineId(),
                                hours == 0 ? minutes + " phút" : hours + " giờ " + minutes + " phút"));
    }
}
