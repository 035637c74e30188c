package vn.nhain.scheduler.kernel.timetable;

import vn.nhain.scheduler.kernel.problem.Arcs;
import vn.nhain.scheduler.kernel.problem.Batches;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * When operations run. Times one operation at a time, from those of all that it waits for, and keeps the sums and costs that
 * depend on times up to date. Not thread-safe.
 */
final class Timing {
    private static final int NONE = -1;
    /** Numbers an operation, a power of two so that they share a cache line. */
    static final int STRIDE = 4;

    /** The working unit in which the run starts. */
    private static final int UNIT = 0;

    private static final int START = 1;
    private static final int END = 2;
    /** When successors may start, where the operation overlaps with them; its end otherwise. */
    private static final int THROUGH = 3;

    private final Problem problem;
    private final Sequences sequences;
    private final Totals totals;
    private final ChangeJournal journal;
    private final Holds holds;
    private final Arcs incoming;
    private final Batches batches;
    private final Lateness lateness;
    private final TimeCosts timeCosts;
    private final int[] times;

    Timing(Problem problem, Sequences sequences, Totals totals, ChangeJournal journal, Holds holds) {
        this.problem = problem;
        this.sequences = sequences;
        this.totals = totals;
        this.journal = journal;
        this.holds = holds;
        this.incoming = problem.incoming();
        this.batches = problem.batches();
        this.lateness = new Lateness(problem);
        this.timeCosts = new TimeCosts(problem);
        this.times = new int[STRIDE * problem.operations()];
    }

    int unit(int o) {
        return times[STRIDE * o + UNIT];
    }

    int start(int o) {
        return times[STRIDE * o + START];
    }

    int end(int o) {
        return times[STRIDE * o + END];
    }

    int through(int o) {
        return times[STRIDE * o + THROUGH];
    }

    /** Cost of lateness and of when operations run. */
    long cost() {
        return lateness.total() + timeCosts.total();
    }

    long latenessOf(int job) {
        return lateness.of(job);
    }

    void commit() {
        lateness.commit();
        timeCosts.commit();
    }

    void rollback() {
        journal.restoreTimes(times);
        lateness.rollback();
        timeCosts.rollback();
    }

    /** Times one operation; whether that changed anything that others see. */
    boolean time(int o) {
        int k = sequences.machineOf(o);
        MachineCalendar calendar = problem.calendar(k);
        int run = sequences.run(o);
        int setup = sequences.setup(o);
        int u = earliestUnit(o, k, calendar, setup);
        int s = calendar.timeOf(u);
        int e = calendar.timeOf(u + run - 1) + 1;
        int passed = sequences.passed(o);
        int t = (passed == run ? e : calendar.timeOf(u + passed - 1) + 1) + sequences.rest(o);
        int before = sequences.before(o);
        timeCosts.timed(o, k, before == NONE ? NONE : end(before), s - setup, s, e);
        int at = STRIDE * o;
        if (u == times[at + UNIT] && s == times[at + START] && e == times[at + END] && t == times[at + THROUGH]) {
            return false;
        }
        journal.recordTimes(o, times);
        if (problem.fixedStart(o) != Problem.FREE) {
            totals.violation += Math.abs((long) s - problem.fixedStart(o))
                    - (times[at + END] == 0 ? 0 : Math.abs((long) times[at + START] - problem.fixedStart(o)));
        }
        totals.sumOfEnds += e - times[at + END];
        times[at + UNIT] = u;
        times[at + START] = s;
        times[at + END] = e;
        times[at + THROUGH] = t;
        lateness.moved(o, this);
        return true;
    }

    private int earliestUnit(int o, int k, MachineCalendar calendar, int setup) {
        int run = sequences.run(o);
        int from = sequences.earliest(o);
        int noEndBefore = 0;
        int arcEnd = incoming.begin(o + 1);
        for (int i = incoming.begin(o); i < arcEnd; i++) {
            int p = incoming.operation(i);
            boolean handover = incoming.isHandover(i);
            int end = end(p);
            int through = through(p);
            from = Math.max(from, (handover ? end : through) + incoming.lag(i));
            if (through < end && !handover && !batches.has(p)) {
                noEndBefore = Math.max(noEndBefore, end);
            }
        }
        int u = calendar.unitAtOrAfter(from);
        if (noEndBefore > 0) {
            u = Math.max(u, calendar.unitAtOrAfter(noEndBefore - 1) + 1 - run);
        }
        int before = sequences.before(o);
        if (before != NONE) {
            u = Math.max(u, unit(before) + sequences.run(before) + setup);
        }
        if (batches.any()) {
            u = Math.max(u, unitAfterBatches(o, k, run));
        }
        if (!holds.none()) {
            u = Math.max(u, holds.unit(o));
        }
        return calendar.unitWithRoom(u, setup);
    }

    /** The first unit from which each batch of each predecessor is there when it is taken in. */
    private int unitAfterBatches(int o, int k, int run) {
        MachineCalendar calendar = problem.calendar(k);
        int u = 0;
        for (int i = incoming.begin(o); i < incoming.begin(o + 1); i++) {
            int p = incoming.operation(i);
            if (!batches.has(p) || incoming.isHandover(i)) {
                continue;
            }
            int on = sequences.machineOf(p);
            int length = sequences.run(p);
            int wait = sequences.rest(p) + incoming.lag(i);
            for (int b = batches.count(p) - 1; b >= 0; b--) {
                int last = unit(p) + batches.through(p, on, b, length) - 1;
                int ready = problem.calendar(on).timeOf(last) + 1 + wait;
                u = Math.max(u, calendar.unitAtOrAfter(ready) - batches.taken(o, k, p, b, run));
            }
        }
        return u;
    }
}
