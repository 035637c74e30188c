package vn.nhain.dashboard.plan;

import java.util.ArrayList;
import java.util.List;
import vn.nhain.dashboard.alarm.AlarmRule;
import vn.nhain.dashboard.alarm.Condition;

/** Jobs in a machine whose waste is a fifth over what the plan allows. */
public final class WasteRule implements AlarmRule {
    private static final double TOLERATED = 1.2;

    private final Floor floor;
    private final PlanBook plans;

    public WasteRule(Floor floor, PlanBook plans) {
        this.floor = floor;
        this.plans = plans;
    }

    @Override
    public List<Condition> conditions() {
        List<Condition> found = new ArrayList<>();
        for (Execution e : floor.listOpen()) {
            if (e.waste() == 0) {
                continue;
            }
            plans.findPlanned(e).ifPresent(planned -> {
                // where a sheet makes several pieces, the difference of the two is not waste
                int running = planned.unitsIn() > planned.quantity() && planned.unitsIn() < 2 * planned.quantity()
                        ? planned.unitsIn() - planned.quantity()
                        : 0;
                double allowed = Math.max(planned.makereadySheets(), running) + 0.02 * planned.quantity();
                if (e.waste() > TOLERATED * allowed) {
                    found.add(condition(e, allowed));
                }
            });
        }
        return found;
    }

    private static Condition condition(Execution e, double allowed) {
        // in steps, so that the text does not change with each sheet
        long waste = Math.round(e.waste() / 50) * 50;
        return new Condition(
                "waste:" + e.key().jobId(),
                Condition.Severity.WARNING,
                "WASTE_OVER_ALLOWANCE",
                e.machineId(),
                e.key().orderId(),
                "%s has about %d waste on %s, %.0f are allowed. Check register and colour."
                        .formatted(e.machineId(), waste, e.key().jobId(), allowed),
                "%s hao phí khoảng %d ở %s, định mức %.0f. Kiểm tra chồng màu và màu."
                        .formatted(e.machineId(), waste, e.key().jobId(), allowed));
    }
}
