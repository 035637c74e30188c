package vn.nhain.scheduler.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a running solve stands.
 *
 * @param elapsed wall time since it began
 * @param changes how many changes of the problem it has taken; all that follows is of the problem after the last of them
 * @param feasible whether the best plan breaks no hard constraint
 * @param cost the cost that the search minimises, VND
 * @param firstCost the cost that the first plan had; what was gained since is the improvement
 * @param figures the lines of the best plan that was told
 * @param movesPerSecond search moves tried per second, over the last second
 * @param better the plan, when it is better than the one told before; null otherwise
 */
public record SolveProgress(
        Duration elapsed,
        int changes,
        boolean feasible,
        double cost,
        double firstCost,
        @Nullable Figures figures,
        double movesPerSecond,
        @Nullable Schedule better) {}
