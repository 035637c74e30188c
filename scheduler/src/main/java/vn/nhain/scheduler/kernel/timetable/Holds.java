package vn.nhain.scheduler.kernel.timetable;

import java.util.Arrays;
import vn.nhain.scheduler.kernel.problem.LagLimits;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * Operations that are held back so that what must follow them soon can. A maximum lag is a bound on the predecessor: it ends no
 * earlier than the successor's start less the lag. With it the earliest schedule is the least solution of bounds that only
 * push to the right; it is found by timing without holds, then raising what ends too soon, over and over. It depends on the
 * sequences alone, not on how they came about: every change begins without holds.
 *
 * <p>Sequences that keep a maximum lag from being met never come to rest. After {@link #MOST_ROUNDS} they are taken for such,
 * and what is left counts as {@link #violation}. Not thread-safe.
 */
final class Holds {
    /** Rounds of raising. Each passes a hold on to operations that are held because of it; plans need three or four. */
    static final int MOST_ROUNDS = 24;

    private final Problem problem;
    private final LagLimits limits;
    private final boolean none;
    /** Least start unit by operation, on the machine where it is; 0 when it is not held. */
    private final int[] unit;

    private int[] held = new int[8];
    private int heldCount;
    private int[] raised = new int[8];
    private int raisedCount;
    private long violation;

    /** As before the open change. */
    private int[] heldBefore = new int[8];

    private int[] unitBefore = new int[8];
    private int heldBeforeCount;
    private long violationBefore;
    private boolean open;

    Holds(Problem problem) {
        this.problem = problem;
        this.limits = problem.lagLimits();
        this.none = limits.none();
        this.unit = new int[none ? 0 : problem.operations()];
    }

    /** Whether nothing can ever be held. */
    boolean none() {
        return none;
    }

    int unit(int operation) {
        return unit[operation];
    }

    int heldCount() {
        return heldCount;
    }

    int held(int i) {
        return held[i];
    }

    int raisedCount() {
        return raisedCount;
    }

    int raised(int i) {
        return raised[i];
    }

    long violation() {
        return violation;
    }

    /** Begins a change without holds. */
    void letGo() {
        if (!open) {
            open = true;
            heldBefore = Arrays.copyOf(heldBefore, Math.max(heldBefore.length, held.length));
            unitBefore = Arrays.copyOf(unitBefore, heldBefore.length);
            for (int i = 0; i < heldCount; i++) {
                heldBefore[i] = held[i];
                unitBefore[i] = unit[held[i]];
            }
            heldBeforeCount = heldCount;
            violationBefore = violation;
        }
        clear();
    }

    private void clear() {
        for (int i = 0; i < heldCount; i++) {
            unit[held[i]] = 0;
        }
        heldCount = 0;
    }

    /** Raises what ends too soon for what must follow it; whether there was any. */
    boolean hold(Timetable timetable) {
        raisedCount = 0;
        for (int i = 0; i < limits.count(); i++) {
            int p = limits.predecessor(i);
            int least = timetable.start(limits.successor(i)) - limits.most(i);
            if (timetable.end(p) < least) {
                int k = timetable.machineOf(p);
                MachineCalendar calendar = problem.calendar(k);
                raise(p, calendar.unitAtOrAfter(least - 1) + 1 - problem.runTime(p, k));
            }
        }
        return raisedCount > 0;
    }

    private void raise(int p, int to) {
        if (to <= unit[p]) {
            return;
        }
        if (unit[p] == 0) {
            held = with(held, heldCount++, p);
        }
        unit[p] = to;
        raised = with(raised, raisedCount++, p);
    }

    private static int[] with(int[] list, int index, int value) {
        int[] longer = index < list.length ? list : Arrays.copyOf(list, index * 2);
        longer[index] = value;
        return longer;
    }

    /** Counts what is left in the timed sequences. */
    void count(Timetable timetable) {
        violation = 0;
        for (int i = 0; i < limits.count(); i++) {
            int lag = timetable.start(limits.successor(i)) - timetable.end(limits.predecessor(i));
            violation += Math.max(0, lag - limits.most(i));
        }
        for (int i = 0; i < limits.latestStarts(); i++) {
            violation += Math.max(0, timetable.start(limits.bounded(i)) - limits.latest(i));
        }
    }

    void commit() {
        open = false;
    }

    void rollback() {
        if (!open) {
            return;
        }
        clear();
        held = Arrays.copyOf(held, Math.max(held.length, heldBeforeCount));
        for (int i = 0; i < heldBeforeCount; i++) {
            held[i] = heldBefore[i];
            unit[held[i]] = unitBefore[i];
        }
        heldCount = heldBeforeCount;
        violation = violationBefore;
        open = false;
    }
}
