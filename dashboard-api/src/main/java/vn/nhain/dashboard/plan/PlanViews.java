package vn.nhain.dashboard.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.order.OrderOutlook.Outlook;
import vn.nhain.dashboard.plan.api.PlanView;
import vn.nhain.dashboard.plan.api.PlannedOperationView;
import vn.nhain.plant.order.Operation;
import vn.nhain.scheduler.api.PlanChanges;
import vn.nhain.scheduler.api.PlannedOperation;

/** Plans as the page draws them. */
final class PlanViews {
    private PlanViews() {}

    static PlanView plan(PlanVersion plan, PlanState now) {
        boolean released = plan.status() == PlanVersion.Status.RELEASED;
        return new PlanView(
                plan.version(),
                word(plan.status()),
                plan.createdAt(),
                plan.createdBy(),
                plan.schedule().origin(),
                plan.schedule().operations().stream()
                        .map(o -> operation(o, released, now))
                        .toList(),
                plan.schedule().unplanned().stream()
                        .map(u -> new PlanView.UnplannedView(
                                u.orderId(),
                                u.operationId(),
                                u.barredBy().en(),
                                u.barredBy().vi()))
                        .toList(),
                plan.schedule().figures(),
                plan.baseline(),
                moved(plan, now));
    }

    /** Of a draft, against the plan in force. */
    private static @Nullable PlanChanges moved(PlanVersion plan, PlanState now) {
        if (plan.status() != PlanVersion.Status.DRAFT || !now.inForce()) {
            return null;
        }
        List<PlannedOperation> inForce = now.shown().orElseThrow().schedule().operations();
        return PlanChanges.between(inForce, plan.schedule().operations(), now.at());
    }

    static PlanView.Head head(PlanVersion plan) {
        return new PlanView.Head(
                plan.version(),
                plan.createdAt(),
                plan.createdBy(),
                word(plan.status()),
                plan.schedule().figures());
    }

    static PlannedOperationView operation(PlannedOperation o, boolean released, PlanState now) {
        JobKey key = new JobKey(o.orderId(), o.operationId());
        Optional<Execution> execution = Optional.ofNullable(now.executions().get(key));
        Optional<Forecast.Span> span = now.forecast().find(key);
        Instant forecastStart = span.map(Forecast.Span::start).orElse(o.setupStart());
        Instant forecastEnd = span.map(Forecast.Span::end).orElse(o.end());
        return new PlannedOperationView(
                o.orderId(),
                o.operationId(),
                o.kind().name(),
                execution
                        .filter(e -> e.status() != Execution.Status.STOPPED)
                        .map(Execution::machineId)
                        .orElse(o.machineId()),
                o.setupStart(),
                o.start(),
                o.end(),
                o.quantity(),
                o.unitsIn(),
                o.makereadySheets(),
                o.setupReason(),
                o.pinned(),
                released,
                status(execution),
                execution.map(Execution::progress).orElse(0.0),
                execution.map(Execution::startedAt).orElse(null),
                execution.map(Execution::endedAt).orElse(null),
                forecastStart,
                forecastEnd,
                now.outlooks().getOrDefault(o.orderId(), Outlook.NONE).lateMinutes(),
                o.because(),
                predecessors(key, now));
    }

    private static List<String> predecessors(JobKey key, PlanState now) {
        return Optional.ofNullable(now.orders().get(key.orderId())).stream()
                .flatMap(order -> order.operations().stream())
                .filter(o -> o.id().equals(key.operationId()))
                .map(Operation::predecessors)
                .findFirst()
                .orElse(List.of());
    }

    private static String status(Optional<Execution> execution) {
        return switch (execution.map(Execution::status).orElse(Execution.Status.SENT)) {
            case RUNNING -> "running";
            case DONE -> "done";
            case SENT, ACKNOWLEDGED, STOPPED -> "planned";
        };
    }

    private static String word(PlanVersion.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
