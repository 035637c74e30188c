package vn.nhain.scheduler.kernel.workload;

import java.util.Arrays;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * The latest start of each operation with which everything still ends by a target, in working units of its machine: the
 * mirror image of the timetable, exact over closed hours. An operation that starts later than that is critical.
 */
final class LatestStarts {
    private static final int NONE = -1;

    private final Problem problem;
    private final Timetable timetable;
    private final Rows rows;
    private final int[][] successorLags;
    private final int[] unit;
    /** Latest start unit by successors, fixed start and target alone. */
    private final int[] bound;
    /** Time of the latest start. */
    private final int[] start;
    /** Time of the end when started latest. */
    private final int[] end;
    /** Operations to look at again, by rank. */
    private final long[] dirty;

    private int target;

    LatestStarts(Problem problem, Timetable timetable, Rows rows) {
        int n = problem.operations();
        this.rows = rows;
        this.problem = problem;
        this.timetable = timetable;
        this.unit = new int[n];
        this.bound = new int[n];
        this.start = new int[n];
        this.end = new int[n];
        this.dirty = new long[(n + 63) >> 6];
        this.successorLags = new int[n][];
        for (int o = 0; o < n; o++) {
            int[] successors = problem.successors(o);
            successorLags[o] = new int[successors.length];
            for (int i = 0; i < successors.length; i++) {
                successorLags[o][i] = lag(o, successors[i]);
            }
        }
    }

    private int lag(int predecessor, int successor) {
        int lag = 0;
        int[] predecessors = problem.predecessors(successor);
        for (int i = 0; i < predecessors.length; i++) {
            if (predecessors[i] == predecessor) {
                lag = Math.max(lag, problem.predecessorLags(successor)[i]);
            }
        }
        return lag;
    }

    int target() {
        return target;
    }

    /** Latest start unit of an operation on the machine where it is; negative when the target is out of reach. */
    int unit(int operation) {
        return unit[operation];
    }

    /** What {@link #bySuccessors} says of an operation on the machine where it is. */
    int bound(int operation) {
        return bound[operation];
    }

    boolean isCritical(int operation) {
        return timetable.unit(operation) > unit[operation];
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
        Arrays.fill(unit, Integer.MIN_VALUE);
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
                    int before = before(o);
                    if (before != NONE) {
                        mark(before);
                    }
                    for (int p : problem.predecessors(o)) {
                        mark(p);
                    }
                }
            }
        }
    }

    private boolean time(int o) {
        int k = timetable.machineOf(o);
        MachineCalendar calendar = problem.calendar(k);
        int run = problem.runTime(o, k);
        int by = bySuccessors(o, k);
        int u = latest(o, k, by);
        int s = u < 0 ? -1 : calendar.timeOf(u);
        int e = u < 0 ? 0 : calendar.timeOf(u + run - 1) + 1;
        if (by != bound[o]) {
            bound[o] = by;
            rows.latest(o, u, by);
        }
        if (u == unit[o] && s == start[o] && e == end[o]) {
            return false;
        }
        unit[o] = u;
        start[o] = s;
        end[o] = e;
        rows.latest(o, u, by);
        return true;
    }

    /** Latest start where it stands, given what {@link #bySuccessors} says. */
    private int latest(int o, int k, int by) {
        int u = by;
        int after = after(o);
        if (after != NONE) {
            u = Math.min(u, unit[after] - timetable.setupTime(k, o, after) - problem.runTime(o, k));
        }
        return problem.calendar(k).lastUnitWithRoom(u, timetable.setupTime(k, before(o), o));
    }

    /** Latest start unit of an operation on a machine as far as its successors, its own fixed start and the target say. */
    int bySuccessors(int o, int k) {
        MachineCalendar calendar = problem.calendar(k);
        int run = problem.runTime(o, k);
        int passed = problem.unitsBeforeSuccessor(o, k);
        int u = calendar.unitAtOrAfter(target) - run;
        if (problem.fixedStart(o) != Problem.FREE) {
            u = Math.min(u, calendar.unitAtOrAfter(problem.fixedStart(o)));
        }
        int[] successors = problem.successors(o);
        for (int i = 0; i < successors.length; i++) {
            int next = successors[i];
            u = Math.min(u, calendar.unitAtOrAfter(start[next] - successorLags[o][i]) - passed);
            if (passed != run) {
                u = Math.min(u, calendar.unitAtOrAfter(end[next]) - run);
            }
        }
        return u;
    }

    private int before(int o) {
        int index = timetable.indexOf(o);
        return index == 0 ? NONE : timetable.operationAt(timetable.machineOf(o), index - 1);
    }

    private int after(int o) {
        int k = timetable.machineOf(o);
        int index = timetable.indexOf(o) + 1;
        return index == timetable.size(k) ? NONE : timetable.operationAt(k, index);
    }
}
