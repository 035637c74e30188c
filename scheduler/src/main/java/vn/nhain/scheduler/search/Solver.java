package vn.nhain.scheduler.search;

import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.kernel.problem.Problem;

/** Searches for a good schedule of a problem. Implementations are thread-safe: each call is a solve of its own. */
public interface Solver {
    /**
     * Searches on the calling thread until a limit is reached or {@code stop} is signalled.
     *
     * @param problem what is to be scheduled
     * @param start machine sequences to start from, which must hold every operation once on an eligible machine and be
     *     feasible; empty to start greedily
     * @param limits when to end
     * @param stop may be signalled from another thread
     * @param listener told of the first and of each better assignment, and at least once a second; must be quick
     * @return the best assignment
     */
    Assignment solve(Problem problem, int[][] start, Limits limits, StopSignal stop, Listener listener);

    /**
     * When to end.
     *
     * @param wallMillis wall time, milliseconds; 0 for no such limit
     * @param cpuMillis CPU time of the solving thread, milliseconds; 0 for no such limit
     * @param steps search moves tried; 0 for no such limit
     * @param threads solving threads, at least 1
     * @param seed of all randomness
     */
    record Limits(long wallMillis, long cpuMillis, long steps, int threads, long seed) {}

    /** Told how the search goes. */
    @FunctionalInterface
    interface Listener {
        /**
         * Tells where the search stands.
         *
         * @param moves moves tried so far
         * @param better the best assignment when it is better than the last one told; otherwise null
         */
        void progress(long moves, @Nullable Assignment better);
    }
}
