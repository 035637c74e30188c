package vn.nhain.scheduler.plantproblem;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Whole minutes from the plan's origin and back.
 *
 * @param origin plant time of minute 0
 */
record PlanTime(Instant origin) {
    Instant at(int minute) {
        return origin.plus(minute, ChronoUnit.MINUTES);
    }

    /** The first whole minute at or after an instant, never below 0. */
    int from(Instant instant) {
        return Math.max(0, -Math.floorDiv(-secondsTo(instant), 60));
    }

    /** The last whole minute at or before an instant; negative before the origin. */
    int until(Instant instant) {
        return Math.floorDiv(secondsTo(instant), 60);
    }

    private int secondsTo(Instant instant) {
        return Math.toIntExact(ChronoUnit.SECONDS.between(origin, instant));
    }
}
