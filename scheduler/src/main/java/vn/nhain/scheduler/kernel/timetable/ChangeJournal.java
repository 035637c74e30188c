package vn.nhain.scheduler.kernel.timetable;

import java.util.Arrays;

/**
 * What the open change of a timetable has altered: the times of operations as they were, where moved operations stood, and the
 * totals. Each operation's times are kept once, those before the change. Not thread-safe.
 */
final class ChangeJournal {
    private final int[] touched;
    private int touchedCount;
    /** The change in which an operation was last touched. */
    private final int[] touchedIn;

    private int change = 1;
    private final int[] unit;
    private final int[] start;
    private final int[] end;
    private final int[] through;

    private int[] moved = new int[8];
    private int[] machine = new int[8];
    private int[] index = new int[8];
    private int movedCount;
    private final Totals totals = new Totals();

    ChangeJournal(int operations) {
        touched = new int[operations];
        touchedIn = new int[operations];
        unit = new int[operations];
        start = new int[operations];
        end = new int[operations];
        through = new int[operations];
    }

    /** To be called before an operation moves, and so before anything else of a change. */
    void recordMove(int operation, Sequences sequences, Totals now) {
        if (movedCount == moved.length) {
            moved = Arrays.copyOf(moved, movedCount * 2);
            machine = Arrays.copyOf(machine, movedCount * 2);
            index = Arrays.copyOf(index, movedCount * 2);
        }
        if (movedCount == 0) {
            totals.set(now);
        }
        moved[movedCount] = operation;
        machine[movedCount] = sequences.machineOf(operation);
        index[movedCount++] = sequences.indexOf(operation);
    }

    /** To be called before the times of an operation change. */
    void recordTimes(int o, int oldUnit, int oldStart, int oldEnd, int oldThrough) {
        if (touchedIn[o] != change) {
            touchedIn[o] = change;
            touched[touchedCount++] = o;
            unit[o] = oldUnit;
            start[o] = oldStart;
            end[o] = oldEnd;
            through[o] = oldThrough;
        }
    }

    /** How many operations have other times than before the change. */
    int touchedCount() {
        return touchedCount;
    }

    /** The i-th of them. */
    int touched(int i) {
        return touched[i];
    }

    /** Writes back the times as they were. */
    void restoreTimes(int[] intoUnit, int[] intoStart, int[] intoEnd, int[] intoThrough) {
        for (int i = 0; i < touchedCount; i++) {
            int o = touched[i];
            intoUnit[o] = unit[o];
            intoStart[o] = start[o];
            intoEnd[o] = end[o];
            intoThrough[o] = through[o];
        }
    }

    /** Puts moved operations where they stood, the last one first, and the totals back. */
    void restoreMoves(Sequences sequences, Totals into) {
        if (movedCount == 0) {
            return;
        }
        for (int i = movedCount - 1; i >= 0; i--) {
            sequences.remove(moved[i]);
            sequences.insert(moved[i], machine[i], index[i]);
        }
        into.set(totals);
    }

    /** Begins a new change. */
    void clear() {
        touchedCount = 0;
        movedCount = 0;
        change++;
    }
}
