package vn.nhain.scheduler.kernel.neighbourhood;

import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * Places on machines by time. An operation that goes between the start of its last predecessor and the start of its first
 * successor never closes a cycle.
 */
public final class Places {
    private static final int NONE = -1;

    private final Problem problem;
    private final Timetable timetable;

    /** Places in the schedule that {@code timetable} holds when asked. */
    public Places(Problem problem, Timetable timetable) {
        this.problem = problem;
        this.timetable = timetable;
    }

    /** The first place on a machine, counted without the operation itself, that does not close a cycle. */
    public int lowest(int o, int k) {
        return countUpTo(k, o, latestStartOfPredecessors(o));
    }

    /** The last such place; below {@link #lowest} when there is none. */
    public int highest(int o, int k) {
        return countUpTo(k, o, earliestStartOfSuccessors(o) - 1);
    }

    /** When the last of its predecessors starts; -1 without any. */
    public int latestStartOfPredecessors(int o) {
        int latest = NONE;
        for (int p : problem.predecessors(o)) {
            latest = Math.max(latest, timetable.start(p));
        }
        return latest;
    }

    /** When the first of its successors starts; {@link Integer#MAX_VALUE} without any. */
    public int earliestStartOfSuccessors(int o) {
        int earliest = Integer.MAX_VALUE;
        for (int s : problem.successors(o)) {
            earliest = Math.min(earliest, timetable.start(s));
        }
        return earliest;
    }

    /** When it could start for all that is not on its machine, lags and rests left out. */
    public int readyTime(int o) {
        int ready = problem.release(o);
        for (int p : problem.predecessors(o)) {
            ready = Math.max(ready, timetable.end(p));
        }
        return ready;
    }

    /** How many operations of a machine, {@code o} itself not counted, start at or before a time. */
    public int countUpTo(int k, int o, int time) {
        int count = countUpTo(k, time);
        return timetable.machineOf(o) == k && timetable.indexOf(o) < count ? count - 1 : count;
    }

    /** How many operations of a machine start at or before a time. */
    int countUpTo(int k, int time) {
        int low = 0;
        int high = timetable.size(k);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timetable.start(timetable.operationAt(k, middle)) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The operation at a place of a machine, counted without {@code o}. */
    public int without(int o, int k, int index) {
        boolean beyond = timetable.machineOf(o) == k && index >= timetable.indexOf(o);
        return timetable.operationAt(k, beyond ? index + 1 : index);
    }
}
