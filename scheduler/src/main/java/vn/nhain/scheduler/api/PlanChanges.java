package vn.nhain.scheduler.api;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a plan strays from the one before: operations that start at another minute or on another machine, by how soon they
 * were to start. Operations that only one of the two has are counted apart, those that have begun are not counted.
 *
 * @param near those that were to start within 4 hours
 * @param day those within 24 hours, {@code near} not counted
 * @param threeDays those within 72 hours, {@code near} and {@code day} not counted
 * @param later all others
 * @param dropped operations that only the plan before has
 * @param added operations that only the new plan has
 */
public record PlanChanges(Band near, Band day, Band threeDays, Band later, int dropped, int added) {
    private static final Duration NEAR = Duration.ofHours(4);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    /**
     * Operations of a stretch of time.
     *
     * @param operations how many both plans have
     * @param moved how many of them start at another minute or on another machine
     * @param otherMachine how many of these are on another machine
     */
    public record Band(int operations, int moved, int otherMachine) {
        private Band with(PlannedOperation before, PlannedOperation after) {
            boolean other = !before.machineId().equals(after.machineId());
            boolean elsewhere = other || !before.start().equals(after.start());
            return new Band(operations + 1, moved + (elsewhere ? 1 : 0), otherMachine + (other ? 1 : 0));
        }
    }

    /** Compares two plans at an instant; what was to start before it counts as near. */
    public static PlanChanges between(List<PlannedOperation> before, List<PlannedOperation> after, Instant now) {
        Map<String, PlannedOperation> next = new HashMap<>();
        after.forEach(o -> next.put(o.orderId() + "/" + o.operationId(), o));
        Band near = new Band(0, 0, 0);
        Band day = near;
        Band threeDays = near;
        Band later = near;
        int dropped = 0;
        for (PlannedOperation o : before) {
            PlannedOperation then = next.remove(o.orderId() + "/" + o.operationId());
            Duration ahead = Duration.between(now, o.start());
            boolean begun = then != null && then.setupStart().isBefore(now);
            if (then == null) {
                dropped++;
            } else if (!begun && ahead.compareTo(NEAR) < 0) {
                near = near.with(o, then);
            } else if (!begun && ahead.compareTo(DAY) < 0) {
                day = day.with(o, then);
            } else if (!begun && ahead.compareTo(THREE_DAYS) < 0) {
                threeDays = threeDays.with(o, then);
            } else if (!begun) {
                later = later.with(o, then);
            }
        }
        return new PlanChanges(near, day, threeDays, later, dropped, next.size());
    }
}
