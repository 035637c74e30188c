package vn.nhain.scheduler.kernel.workload;

import java.util.Arrays;
import vn.nhain.scheduler.kernel.problem.Arcs;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * The latest start of each operation with which everything still ends by a target, in working units of its machine: the
 * mirror image of the timetable, exact over closed hours. An operation that starts later than that is critical.
 */
final class LatestStarts {
    private static final int NONE = -1;
    /** Numbers an operation, a power of two so that they share a cache line. */
    private static final int STRIDE = 4;

    private static final int UNIT = 0;
    /** Latest start unit by successors, fixed start and target alone. */
    private static final int BOUND = 1;
    /** Time of the latest start. */
    private static final int START = 2;
    /** Time of the end when started latest. */
    private static final int END = 3;

    private final Problem problem;
    private final Timetable timetable;
    private final Rows rows;
    private final Arcs incoming;
    private final Arcs outgoing;
    private final int[] times;
    /** Operations to look at again, by rank. */
    private final long[] dirty;

    private int target;

    LatestStarts(Problem problem, Timetable timetable, Rows rows) {
        int n = problem.operations();
        this.rows = rows;
        this.problem = problem;
        this.timetable = timetable;
        this.incoming = problem.incoming();
        this.outgoing = problem.outgoing();
        this.times = new int[STRIDE * n];
        this.dirty = new long[(n + 63) >> 6];
    }

    int target() {
        return target;
    }

    /** Latest start unit of an operation on the machine where it is; negative when the target is out of reach. */
    int unit(int operation) {
        return times[STRIDE * operation + UNIT];
    }

    /** What {@link #bySuccessors} says of an operation on the machine where it is. */
    int bound(int operation) {
        return times[STRIDE * operation + BOUND];
    }

    boolean isCritical(int operation) {
        return timetable.unit(operation) > times[STRIDE * operation + UNIT];
    }

    /** Marks the operations around a place that one was put into or taken from: their neighbours, so their setups, changed. */
    void markAround(int machine, int index) {
        // two, because on one machine putting and taking shift places by one
        int to = Math.min(timetable.size(machine) - 1, index + 2);
        for (int i = Math.max(0, index - 2); i <= to; i++) {
            mark(timetable.operationAt(machine, i));
        }
    }

    private void mark(int operation) {
        int rank = timetable.rank(operation);
        dirty[rank >> 6] |= 1L << rank;
    }

    /** Computes everything for a target. */
    void compute(int newTarget) {
        target = newTarget;
        Arrays.fill(dirty, -1L);
        int beyond = (dirty.length << 6) - problem.operations();
        if (beyond > 0) {
            dirty[dirty.length - 1] >>>= beyond;
        }
        for (int at = UNIT; at < times.length; at += STRIDE) {
            times[at] = Integer.MIN_VALUE;
        }
        update();
    }

    /** Computes what marked operations reach. */
    void update() {
        for (int word = dirty.length - 1; word >= 0; word--) {
            while (dirty[word] != 0) {
                int bit = 63 - Long.numberOfLeadingZeros(dirty[word]);
                dirty[word] &= ~(1L << bit);
                int o = timetable.operationByRank((word << 6) + bit);
                if (time(o)) {
                    int before = timetable.before(o);
                    if (before != NONE) {
                        mark(before);
                    }
                    int arcEnd = incoming.begin(o + 1);
                    for (int i = incoming.begin(o); i < arcEnd; i++) {
                        mark(incoming.operation(i));
                    }
                }
            }
        }
    }

    private boolean time(int o) {
        int k = timetable.machineOf(o);
        MachineCalendar calendar = problem.calendar(k);
        int run = timetable.runTime(o);
        int by = bySuccessors(o, calendar, run, timetable.unitsBeforeSuccessor(o));
        int u = latest(o, by, calendar, run);
        int s = u < 0 ? -1 : calendar.timeOf(u);
        int e = u < 0 ? 0 : calendar.timeOf(u + run - 1) + 1;
        int at = STRIDE * o;
        if (by != times[at + BOUND]) {
            times[at + BOUND] = by;
            rows.latest(o, u, by);
        }
        if (u == times[at + UNIT] && s == times[at + START] && e == times[at + END]) {
            return false;
        }
        times[at + UNIT] = u;
        times[at + START] = s;
        times[at + END] = e;
        rows.latest(o, u, by);
        return true;
    }

    /** Latest start where it stands, given what {@link #bySuccessors} says. */
    private int latest(int o, int by, MachineCalendar calendar, int run) {
        int u = by;
        int after = timetable.after(o);
        if (after != NONE) {
            u = Math.min(u, unit(after) - timetable.setupTime(after) - run);
        }
        return calendar.lastUnitWithRoom(u, timetable.setupTime(o));
    }

    /** Latest start unit of an operation on a machine as far as its successors, its own fixed start and the target say. */
    int bySuccessors(int o, int k) {
        return bySuccessors(o, problem.calendar(k), problem.runTime(o, k), problem.unitsBeforeSuccessor(o, k));
    }

    private int bySuccessors(int o, MachineCalendar calendar, int run, int passed) {
        int u = calendar.unitAtOrAfter(target) - run;
        if (problem.fixedStart(o) != Problem.FREE) {
            u = Math.min(u, calendar.unitAtOrAfter(problem.fixedStart(o)));
        }
        int arcEnd = outgoing.begin(o + 1);
        for (int i = outgoing.begin(o); i < arcEnd; i++) {
            int next = STRIDE * outgoing.operation(i);
            u = Math.min(u, calendar.unitAtOrAfter(times[next + START] - outgoing.lag(i)) - passed);
            if (passed != run) {
                u = Math.min(u, calendar.unitAtOrAfter(times[next + END]) - run);
            }
        }
        return u;
    }
}
