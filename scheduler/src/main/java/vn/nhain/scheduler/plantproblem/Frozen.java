package vn.nhain.scheduler.plantproblem;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.ScheduleRequest;

/** The part of the plan in force that starts so soon that it keeps machine and order, as far as it can. */
final class Frozen {
    private final ScheduleRequest request;
    private final PlanTime time;
    private final Map<String, PlannedOperation> byKey = new LinkedHashMap<>();

    Frozen(ScheduleRequest request, PlanTime time) {
        this.request = request;
        this.time = time;
        request.inForce().stream()
                .filter(p -> p.start().isBefore(request.frozenUntil()))
                .sorted(Comparator.comparing(PlannedOperation::start))
                .forEach(p -> byKey.put(PlantProblemBuilder.key(p.orderId(), p.operationId()), p));
    }

    /** Its operations by key, in the order of their starts. */
    Map<String, PlannedOperation> byKey() {
        return byKey;
    }

    /**
     * Whether a downtime keeps an operation from being where it is.
     *
     * @param run its working minutes there; null when it may no longer run there
     */
    boolean isBroken(PlannedOperation keeps, PlantMachine machine, @Nullable Integer run) {
        boolean met = request.downtimes().stream()
                .anyMatch(d -> d.machineId().equals(keeps.machineId())
                        && d.from().isBefore(keeps.end())
                        && d.until().isAfter(keeps.setupStart()));
        int start = time.until(keeps.start());
        if (!met || start < 0) {
            return met;
        }
        return run == null
                || machine.windows().windowStart(start) > time.until(keeps.setupStart())
                || machine.windows().end(start, run) > time.from(keeps.end());
    }

    /** Whether an operation must wait beyond its start, so that it would hold up those behind it if it kept its place. */
    boolean isHeldUp(PlannedOperation keeps, int ready) {
        return ready > time.from(keeps.start());
    }

    /**
     * Keys of the operations that keep their very start: all that is planned before them on their machine, started work
     * included, is where the plan in force has it. Behind work that ends sooner, or is gone, they may start sooner.
     *
     * @param pinned keys of the operations that keep machine and order
     */
    Set<String> held(Set<String> pinned) {
        Map<String, Instant> endByKey = new HashMap<>();
        request.actuals().forEach(a -> endByKey.put(PlantProblemBuilder.key(a.orderId(), a.operationId()), a.end()));
        Set<String> moved = new HashSet<>();
        Set<String> held = new HashSet<>();
        request.inForce().stream()
                .sorted(Comparator.comparing(PlannedOperation::start))
                .forEach(o -> {
                    String key = PlantProblemBuilder.key(o.orderId(), o.operationId());
                    Instant end = endByKey.get(key);
                    boolean inPlace = end == null
                            ? pinned.contains(key) && !moved.contains(o.machineId())
                            : time.from(end) == time.from(o.end());
                    if (!inPlace) {
                        moved.add(o.machineId());
                    } else if (end == null) {
                        held.add(key);
                    } else {
                        moved.remove(o.machineId());
                    }
                });
        return held;
    }

    /** The start that an operation keeps. */
    Release release(String key) {
        Reason reason = new Reason(
                "frozen", "keeps its start in the released plan", "giữ giờ bắt đầu trong kế hoạch đã phát hành");
        return new Release(time.from(Objects.requireNonNull(byKey.get(key)).start()), reason, reason);
    }
}
