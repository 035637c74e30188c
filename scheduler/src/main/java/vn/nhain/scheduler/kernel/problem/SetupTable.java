package vn.nhain.scheduler.kernel.problem;

import java.util.Arrays;

/**
 * What a machine's change from one setup class to another takes. Classes are numbered from 0; {@link #INITIAL} is the state
 * in which the machine stands at the origin.
 */
public final class SetupTable {
    /** The machine as it stands at the origin. */
    public static final int INITIAL = -1;
    /** A machine that needs no setup: one class. */
    public static final SetupTable NONE = new SetupTable(1, (from, to) -> 0, (from, to) -> 0);

    private final int classes;
    private final int[] time;
    /** The same times by the class to come, so that both neighbours of a place are read from one row each. */
    private final int[] timeInto;

    private final long[] cost;
    private final int longest;

    /** Length of a setup, time units, at least 0. */
    @FunctionalInterface
    public interface Time {
        int of(int from, int to);
    }

    /** Cost of a setup, at least 0. */
    @FunctionalInterface
    public interface Cost {
        long of(int from, int to);
    }

    /**
     * Computes the table once.
     *
     * @param classes number of classes, at least 1
     * @param time asked for every pair, {@code from} also {@link #INITIAL}
     * @param cost likewise
     */
    public SetupTable(int classes, Time time, Cost cost) {
        this.classes = classes;
        this.time = new int[(classes + 1) * classes];
        this.timeInto = new int[(classes + 1) * classes];
        this.cost = new long[(classes + 1) * classes];
        for (int from = INITIAL; from < classes; from++) {
            for (int to = 0; to < classes; to++) {
                int at = index(from, to);
                this.time[at] = time.of(from, to);
                this.timeInto[to * (classes + 1) + from + 1] = this.time[at];
                this.cost[at] = cost.of(from, to);
                if (this.time[at] < 0 || this.cost[at] < 0) {
                    throw new IllegalArgumentException(
                            "The setup from class (%d) to class (%d) takes (%d) and costs (%d): both must be at least 0."
                                    .formatted(from, to, this.time[at], this.cost[at]));
                }
            }
        }
        this.longest = Arrays.stream(this.time).max().orElse(0);
    }

    /** Time units of the longest setup. */
    int longest() {
        return longest;
    }

    /** Number of classes. */
    public int classes() {
        return classes;
    }

    /** Time units of the setup between two classes; {@code from} may be {@link #INITIAL}. */
    public int time(int from, int to) {
        return time[index(from, to)];
    }

    /** The same as {@link #time}, faster for many {@code from} in a row. */
    public int timeInto(int to, int from) {
        return timeInto[to * (classes + 1) + from + 1];
    }

    /** Cost of the setup between two classes; {@code from} may be {@link #INITIAL}. */
    public long cost(int from, int to) {
        return cost[index(from, to)];
    }

    private int index(int from, int to) {
        return (from + 1) * classes + to;
    }
}
