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
    /** By operation, laid out as in {@link Timing}. */
    private final int[] times;

    private int[] moved = new int[8];
    private int[] machine = new int[8];
    private int[] index = new int[8];
    private int movedCount;
    private final Totals totals = new Totals();

    ChangeJournal(int operations) {
        touched = new int[operations];
        touchedIn = new int[operations];
        times = new int[Timing.STRIDE * operations];
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
    void recordTimes(int o, int[] from) {
        if (touchedIn[o] != change) {
            touchedIn[o] = change;
            touched[touchedCount++] = o;
            copyTimes(o, from, times);
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
    void restoreTimes(int[] into) {
        for (int i = 0; i < touchedCount; i++) {
            copyTimes(touched[i], times, into);
        }
    }

    private static void copyTimes(int o, int[] from, int[] to) {
        int at = Timing.STRIDE * o;
        for (int i = at; i < at + Timing.STRIDE; i++) {
            to[i] = from[i];
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
