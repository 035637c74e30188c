package vn.nhain.scheduler.race;

import java.util.List;
import java.util.Map;

/**
 * One plan: what a contender had at a mark.
 *
 * @param instance name of the problem
 * @param contender name of the contender
 * @param threads its threads
 * @param seed its seed
 * @param mark CPU seconds of a thread
 * @param makespan of the plan, as the checker measures it; -1 without a feasible plan
 * @param verdict {@code FEASIBLE}, {@code NO_PLAN}, or the names of the broken constraints
 * @param wallSeconds of the whole run
 * @param told what the contender told of itself
 */
record Cell(
        String instance,
        String contender,
        int threads,
        long seed,
        int mark,
        long makespan,
        String verdict,
        double wallSeconds,
        Map<String, String> told) {
    static final String FEASIBLE = "FEASIBLE";
    static final String NO_PLAN = "NO_PLAN";
    /** Columns that are kept of what a contender tells. */
    static final List<String> TOLD = List.of("cpu", "first", "movesPerSecond", "heapMb", "rssMb", "model");

    Cell {
        told = Map.copyOf(told);
    }

    boolean feasible() {
        return verdict.equals(FEASIBLE);
    }

    /** What makes it the same cell again. */
    String key() {
        return String.join(",", instance, contender, "" + threads, "" + seed, "" + mark);
    }
}
