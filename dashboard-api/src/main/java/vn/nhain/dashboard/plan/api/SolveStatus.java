package vn.nhain.dashboard.plan.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.PlanChanges;

/**
 * Where a solve stands.
 *
 * @param running whether it runs
 * @param seconds wall seconds that it may take
 * @param elapsed wall seconds that it has taken
 * @param feasible whether the best plan breaks no hard constraint
 * @param changes how many events it has taken while it ran
 * @param stability factor on the price of moving work away from the plan in force
 * @param score cost of the best plan, VND; null before the first
 * @param firstScore cost of the first plan since the last event; what was gained since is the improvement
 * @param best figures of the best plan, every line of cost among them; null before the first
 * @param moved how far the best plan strays from the one in force; null when there is none of either
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
        int changes,
        double stability,
        @Nullable Double score,
        @Nullable Double firstScore,
        @Nullable Figures best,
        @Nullable PlanChanges moved,
        @Nullable Figures baseline,
        double movesPerSecond,
        @Nullable Integer version,
        List<Point> points,
        @Nullable String error) {
    /** None ever ran. */
    public static final SolveStatus NONE =
            new SolveStatus(false, 0, 0, false, 0, 1, null, null, null, null, null, 0, null, List.of(), null);

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
