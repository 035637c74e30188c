package vn.nhain.dashboard.plan.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Figures;

/**
 * Where a solve stands.
 *
 * @param running whether it runs
 * @param seconds wall seconds that it may take
 * @param elapsed wall seconds that it has taken
 * @param feasible whether the best plan breaks no hard constraint
 * @param score cost of the best plan, VND; null before the first
 * @param best figures of the best plan; null before the first
 * @param baseline figures of due-date-first; null when not known
 * @param movesPerSecond search moves tried per second
 * @param version draft that it ended in; null before
 * @param points course of the cost
 * @param error why it ended without a plan; null otherwise
 */
public record SolveStatus(
        boolean running,
        int seconds,
        double elapsed,
        boolean feasible,
        @Nullable Double score,
        @Nullable Figures best,
        @Nullable Figures baseline,
        double movesPerSecond,
        @Nullable Integer version,
        List<Point> points,
        @Nullable String error) {
    /** None ever ran. */
    public static final SolveStatus NONE =
            new SolveStatus(false, 0, 0, false, null, null, null, 0, null, List.of(), null);

    public SolveStatus {
        points = List.copyOf(points);
    }

    /**
     * A point of the course.
     *
     * @param t wall seconds since the beginning
     * @param cost VND
     */
    public record Point(double t, double cost) {}
}
