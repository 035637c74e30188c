package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhain.dashboard.alarm.Consequences;
import vn.nhain.dashboard.order.OrderOutlook.Outlook;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;

/**
 * Orders that the plan in force has in time, and that the floor will make late; each is told under the machine of its first
 * operation that is behind.
 */
public final class LateOrders implements Consequences {
    /** A few minutes behind is nothing to ring for. */
    private static final Duration TOLERATED = Duration.ofMinutes(15);

    private final PlanBoard board;

    public LateOrders(PlanBoard board) {
        this.board = board;
    }

    @Override
    public Map<String, List<String>> newlyLateByMachine() {
        PlanState now = board.state();
        Map<String, List<String>> late = new TreeMap<>();
        if (!now.inForce()) {
            return late;
        }
        Schedule schedule = now.shown().orElseThrow().schedule();
        Map<String, PlannedOperation> firstBehind = new HashMap<>();
        for (PlannedOperation planned : schedule.operations()) {
            Instant expected = now.forecast()
                    .find(new JobKey(planned.orderId(), planned.operationId()))
                    .map(Forecast.Span::end)
                    .orElse(planned.end());
            if (expected.isAfter(planned.end().plus(TOLERATED))) {
                firstBehind.merge(planned.orderId(), planned, (a, b) -> a.end().isBefore(b.end()) ? a : b);
            }
        }
        for (Schedule.OrderOutcome outcome : schedule.orders()) {
            Outlook outlook = now.outlooks().getOrDefault(outcome.orderId(), Outlook.NONE);
            PlannedOperation root = firstBehind.get(outcome.orderId());
            boolean open = now.orders().containsKey(outcome.orderId())
                    && now.orders().get(outcome.orderId()).status() != OrderStatus.DONE;
            if (open && root != null && outcome.lateMinutes() == 0 && outlook.lateMinutes() > TOLERATED.toMinutes()) {
                late.computeIfAbsent(root.machineId(), k -> new ArrayList<>()).add(outcome.orderId());
            }
        }
        return late;
    }
}
