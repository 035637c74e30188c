package vn.nhain.scheduler.kernel.workload;

import vn.nhain.scheduler.kernel.problem.Arcs;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * What insertions ask of the operations on a machine, by machine and place, so that a look along a machine reads memory in
 * order. A copy of the timetable and of the latest starts that has to be told of every change. The arrays are handed out to
 * be read; those of a machine are valid up to its size.
 *
 * <p>Reused, not thread-safe.
 */
final class Rows {
    private final Problem problem;
    private final Timetable timetable;
    private final Arcs incoming;
    private final Arcs outgoing;

    private final int[][] operation;
    private final int[][] start;
    private final int[][] free;
    private final int[][] latest;
    private final int[][] setupClass;
    private final int[][] setup;
    private final int[][] ready;
    private final int[][] bound;
    /** The unit from which the predecessors of each operation let it start where it stands. */
    private final int[] readyUnit;

    Rows(Problem problem, Timetable timetable) {
        int m = problem.machines();
        this.problem = problem;
        this.timetable = timetable;
        this.incoming = problem.incoming();
        this.outgoing = problem.outgoing();
        this.operation = new int[m][];
        this.start = new int[m][];
        this.free = new int[m][];
        this.latest = new int[m][];
        this.setupClass = new int[m][];
        this.setup = new int[m][];
        this.ready = new int[m][];
        this.bound = new int[m][];
        this.readyUnit = new int[problem.operations()];
        for (int k = 0; k < m; k++) {
            grow(k, timetable.size(k) + 16);
        }
    }

    private void grow(int k, int length) {
        operation[k] = new int[length];
        start[k] = new int[length];
        free[k] = new int[length];
        latest[k] = new int[length];
        setupClass[k] = new int[length];
        setup[k] = new int[length];
        ready[k] = new int[length];
        bound[k] = new int[length];
    }

    /** Operations in order. */
    int[] operation(int k) {
        return operation[k];
    }

    /** Start times. */
    int[] start(int k) {
        return start[k];
    }

    /** The unit from which the machine is free again after each operation. */
    int[] free(int k) {
        return free[k];
    }

    /** Latest start units. */
    int[] latest(int k) {
        return latest[k];
    }

    /** Setup classes. */
    int[] setupClass(int k) {
        return setupClass[k];
    }

    /** Length of the setup before each operation. */
    int[] setup(int k) {
        return setup[k];
    }

    /** The units from which predecessors in jobs let operations start. */
    int[] ready(int k) {
        return ready[k];
    }

    /** The last units at which successors in jobs let operations start, the target kept. */
    int[] bound(int k) {
        return bound[k];
    }

    /** Copies everything; latest starts are to follow. */
    void load(LatestStarts from) {
        for (int o = 0; o < readyUnit.length; o++) {
            readyUnit[o] = readyUnit(o, timetable.machineOf(o));
        }
        for (int k = 0; k < problem.machines(); k++) {
            reload(k, from);
        }
    }

    /** Follows a move that the timetable has timed and not yet committed. */
    void moved(int o, int oldMachine, LatestStarts from) {
        int k = timetable.machineOf(o);
        readyUnit[o] = readyUnit(o, k);
        reload(k, from);
        if (k != oldMachine) {
            reload(oldMachine, from);
        }
        for (int i = 0; i < timetable.retimedCount(); i++) {
            retimed(timetable.retimed(i));
        }
    }

    private void reload(int k, LatestStarts from) {
        int size = timetable.size(k);
        if (size > operation[k].length) {
            grow(k, size * 2);
        }
        for (int i = 0; i < size; i++) {
            int o = timetable.operationAt(k, i);
            operation[k][i] = o;
            start[k][i] = timetable.start(o);
            free[k][i] = timetable.unit(o) + timetable.runTime(o);
            latest[k][i] = from.unit(o);
            bound[k][i] = from.bound(o);
            ready[k][i] = readyUnit[o];
            setupClass[k][i] = problem.setupClass(o, k);
            setup[k][i] = timetable.setupTime(o);
        }
    }

    private void retimed(int o) {
        int k = timetable.machineOf(o);
        int i = timetable.indexOf(o);
        start[k][i] = timetable.start(o);
        free[k][i] = timetable.unit(o) + timetable.runTime(o);
        int arcEnd = outgoing.begin(o + 1);
        for (int arc = outgoing.begin(o); arc < arcEnd; arc++) {
            int s = outgoing.operation(arc);
            int on = timetable.machineOf(s);
            readyUnit[s] = readyUnit(s, on);
            ready[on][timetable.indexOf(s)] = readyUnit[s];
        }
    }

    /** Copies the latest start of an operation and what bounds it. */
    void latest(int o, int unit, int bySuccessors) {
        int k = timetable.machineOf(o);
        int i = timetable.indexOf(o);
        latest[k][i] = unit;
        bound[k][i] = bySuccessors;
    }

    /** The unit of a machine from which the predecessors of an operation, its release and its fixed start let it start. */
    int readyUnit(int o, int k) {
        int time = Math.max(problem.release(o), problem.fixedStart(o));
        int noEndBefore = 0;
        int arcEnd = incoming.begin(o + 1);
        for (int i = incoming.begin(o); i < arcEnd; i++) {
            int p = incoming.operation(i);
            time = Math.max(time, timetable.through(p) + incoming.lag(i));
            if (problem.overlapPerMille(p) < 1000) {
                noEndBefore = Math.max(noEndBefore, timetable.end(p));
            }
        }
        MachineCalendar calendar = problem.calendar(k);
        int u = calendar.unitAtOrAfter(time);
        if (noEndBefore > 0) {
            u = Math.max(u, calendar.unitAtOrAfter(noEndBefore - 1) + 1 - problem.runTime(o, k));
        }
        return u;
    }
}
