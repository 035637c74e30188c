package vn.nhain.scheduler.kernel.problem;

import java.util.List;

/** Operations that must start within a time after another has ended, or by a given time. Immutable. */
public final class LagLimits {
    private final int[] predecessor;
    private final int[] successor;
    private final int[] most;
    private final int[] bounded;
    private final int[] latest;

    LagLimits(List<Limit> limits, List<Latest> latestStarts) {
        predecessor = limits.stream().mapToInt(Limit::predecessor).toArray();
        successor = limits.stream().mapToInt(Limit::successor).toArray();
        most = limits.stream().mapToInt(Limit::most).toArray();
        bounded = latestStarts.stream().mapToInt(Latest::operation).toArray();
        latest = latestStarts.stream().mapToInt(Latest::time).toArray();
    }

    /** A maximum lag. */
    record Limit(int predecessor, int successor, int most) {}

    /** A latest start. */
    record Latest(int operation, int time) {}

    /** Whether there is none of either. */
    public boolean none() {
        return predecessor.length == 0 && bounded.length == 0;
    }

    /** Number of maximum lags. */
    public int count() {
        return predecessor.length;
    }

    /** The operation after whose end the i-th maximum lag runs. */
    public int predecessor(int i) {
        return predecessor[i];
    }

    /** The operation that must have started by then. */
    public int successor(int i) {
        return successor[i];
    }

    /** Time units from the end of the one to the start of the other at most. */
    public int most(int i) {
        return most[i];
    }

    /** Number of latest starts. */
    public int latestStarts() {
        return bounded.length;
    }

    /** The operation of the i-th latest start. */
    public int bounded(int i) {
        return bounded[i];
    }

    /** The time by which it must start. */
    public int latest(int i) {
        return latest[i];
    }
}
