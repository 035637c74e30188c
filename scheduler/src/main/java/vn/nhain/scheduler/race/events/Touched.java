package vn.nhain.scheduler.race.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Form;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.ScheduleRequest;

/**
 * The operations of the plan in force that an event touches, and all that waits for them: on their machines, in their
 * orders, for their plates or dies. The others have no reason to move.
 */
public final class Touched {
    private final Set<String> keys = new HashSet<>();

    private Touched() {}

    /**
     * Follows an event through the plan in force.
     *
     * @param request the problem before the event
     * @param directly what the event itself has to do with
     */
    public static Touched by(ScheduleRequest request, Predicate<PlannedOperation> directly) {
        Map<String, Form> forms = new HashMap<>();
        request.orders()
                .forEach(order -> order.operations().forEach(o -> forms.put(key(order.id(), o.id()), o.form())));
        Touched touched = new Touched();
        Set<String> waitedFor = new HashSet<>();
        List<PlannedOperation> byStart = new ArrayList<>(request.inForce());
        byStart.sort(Comparator.comparing(PlannedOperation::start));
        for (PlannedOperation o : byStart) {
            List<String> needs = needs(o, forms.get(key(o.orderId(), o.operationId())));
            if (directly.test(o) || needs.stream().anyMatch(waitedFor::contains)) {
                touched.keys.add(key(o.orderId(), o.operationId()));
                waitedFor.addAll(needs);
            }
        }
        return touched;
    }

    /** Whether an operation is among them. */
    public boolean contains(PlannedOperation o) {
        return keys.contains(key(o.orderId(), o.operationId()));
    }

    private static List<String> needs(PlannedOperation o, @Nullable Form form) {
        List<String> needs = new ArrayList<>(List.of("machine " + o.machineId(), "order " + o.orderId()));
        if (form != null && form.toolId() != null) {
            needs.add("tool " + form.toolId());
        }
        if (form != null && form.plateSetId() != null) {
            needs.add("plates " + form.plateSetId());
        }
        return needs;
    }

    private static String key(String orderId, String operationId) {
        return orderId + "/" + operationId;
    }
}
