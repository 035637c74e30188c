package vn.nhain.scheduler.plantproblem;

import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.plantproblem.Windows.Window;

/**
 * Recalibration of a machine as it is planned: as soon as the machine is free, in one stretch of open time. Until it ends, the
 * machine is in the state in which it is now.
 *
 * @param from minute at which it begins
 * @param to minute at which it ends
 * @param after state from then on
 */
record Recalibration(int from, int to, QualityState after) {
    /** The earliest stretch for it at or after a minute; from {@link Windows#NEVER} when no open time is long enough. */
    static Recalibration in(Windows windows, int notBefore, int minutes, QualityState after) {
        for (Window window : windows.list()) {
            int from = Math.max(window.from(), notBefore);
            if (from + minutes <= window.to()) {
                return new Recalibration(from, from + minutes, after);
            }
        }
        return new Recalibration(Windows.NEVER, Windows.NEVER, after);
    }

    boolean isPossible() {
        return from != Windows.NEVER;
    }

    /** The windows without it. */
    Windows outOf(Windows windows) {
        return new Windows(OpenTimes.without(windows.list(), from, to).stream()
                .filter(w -> w.from() < w.to())
                .toList());
    }
}
