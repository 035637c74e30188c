package vn.nhain.dashboard.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhain.dashboard.order.OrderOutlook.Outlook;
import vn.nhain.dashboard.plant.WorkingTimes;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * Plan and floor at one instant, consistent with one another.
 *
 * @param at plant time
 * @param shown the plan in force, or the newest draft when none is; empty for none
 * @param orders by id
 * @param executions what the floor did
 * @param forecast what is to be expected
 * @param outlooks what is expected of each order
 */
record PlanState(
        Instant at,
        Optional<PlanVersion> shown,
        Map<String, Order> orders,
        Map<JobKey, Execution> executions,
        Forecast forecast,
        Map<String, Outlook> outlooks) {

    static PlanState of(
            Optional<PlanVersion> shown,
            List<Order> orders,
            Map<JobKey, Execution> executions,
            Map<String, Instant> freeFrom,
            WorkingTimes working,
            Instant now) {
        Map<String, Order> byId = new LinkedHashMap<>();
        orders.forEach(o -> byId.put(o.id(), o));
        List<PlannedOperation> operations =
                shown.map(p -> p.schedule().operations()).orElse(List.of());
        Forecast forecast = new Forecast(operations, byId, executions, freeFrom, working, now);
        Map<String, Outlook> outlooks = new HashMap<>();
        Outlooks of = new Outlooks(shown, executions, forecast);
        orders.forEach(o -> outlooks.put(o.id(), of.of(o)));
        return new PlanState(now, shown, byId, executions, forecast, outlooks);
    }

    /** Whether the plan that is shown is in force. */
    boolean inForce() {
        return shown.filter(p -> p.status() == PlanVersion.Status.RELEASED).isPresent();
    }
}
