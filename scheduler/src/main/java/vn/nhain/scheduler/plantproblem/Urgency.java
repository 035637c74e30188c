package vn.nhain.scheduler.plantproblem;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.plant.order.Order;

/** Who goes first: orders that something has been begun for which must be followed soon, then by due date. */
final class Urgency {
    private Urgency() {}

    static Comparator<Order> of(List<Task> tasks) {
        Map<String, Integer> latest = new HashMap<>();
        for (Task task : tasks) {
            boolean pinned = task.predecessors().stream()
                    .anyMatch(link -> link.isLimited() && tasks.get(link.task()).pinned());
            latest.merge(task.order().id(), pinned ? 0 : task.latestStart(), Math::min);
        }
        return Comparator.comparing((Order o) -> latest.getOrDefault(o.id(), Windows.NEVER))
                .thenComparing(Order::due)
                .thenComparing(Order::id);
    }
}
