package vn.nhain.scheduler.plantproblem;

import java.util.List;
import java.util.stream.IntStream;

/**
 * When a machine works, whole minutes from the origin, windows in order and apart. A run pauses over closed hours; a setup
 * does not, and lies in the window in which its run starts.
 */
final class Windows {
    /** No such time within the horizon. */
    static final int NEVER = Integer.MAX_VALUE;

    private final int[] from;
    private final int[] to;

    Windows(List<Window> windows) {
        from = windows.stream().mapToInt(Window::from).toArray();
        to = windows.stream().mapToInt(Window::to).toArray();
    }

    /** Half-open {@code [from, to)}. */
    record Window(int from, int to) {}

    List<Window> list() {
        return IntStream.range(0, from.length)
                .mapToObj(i -> new Window(from[i], to[i]))
                .toList();
    }

    /** The earliest start at or after {@code ready} with {@code setup} minutes free since {@code free}; or {@link #NEVER}. */
    int earliestStart(int free, int setup, int ready) {
        for (int i = firstEndingAfter(Math.max(free, ready)); i < from.length; i++) {
            int start = Math.max(Math.max(from[i], free) + setup, ready);
            if (start < to[i]) {
                return start;
            }
        }
        return NEVER;
    }

    /** When a run of {@code minutes} (at least 1) that starts at an open minute ends; or {@link #NEVER}. */
    int end(int start, int minutes) {
        int left = minutes;
        for (int i = firstEndingAfter(start); i < from.length; i++) {
            int begin = Math.max(from[i], start);
            if (to[i] - begin >= left) {
                return begin + left;
            }
            left -= to[i] - begin;
        }
        return NEVER;
    }

    /**
     * The minute from which so many open minutes have passed when the first one at or after {@code minute} begins; the first
     * open minute when there are fewer before it.
     */
    int backFrom(int minute, int minutes) {
        int i = firstEndingAfter(minute);
        if (i == from.length) {
            return NEVER;
        }
        int at = Math.max(from[i], minute);
        int left = minutes;
        while (at - from[i] < left) {
            if (i == 0) {
                return from[0];
            }
            left -= at - from[i];
            i--;
            at = to[i];
        }
        return at - left;
    }

    /** Told of a stretch. */
    @FunctionalInterface
    interface Stretch {
        void add(int from, int to);
    }

    /** The open stretches between two minutes. */
    void between(int start, int end, Stretch stretch) {
        for (int i = firstEndingAfter(start); i < from.length && from[i] < end; i++) {
            int begin = Math.max(from[i], start);
            int stop = Math.min(to[i], end);
            if (begin < stop) {
                stretch.add(begin, stop);
            }
        }
    }

    /** The start of the window in which a minute lies; {@link #NEVER} when the machine is closed then. */
    int windowStart(int minute) {
        int i = firstEndingAfter(minute);
        return i < from.length && from[i] <= minute ? from[i] : NEVER;
    }

    /** Open minutes in {@code [start, end)}. */
    int openMinutes(int start, int end) {
        int open = 0;
        for (int i = firstEndingAfter(start); i < from.length && from[i] < end; i++) {
            open += Math.min(to[i], end) - Math.max(from[i], start);
        }
        return open;
    }

    int longest() {
        return list().stream().mapToInt(w -> w.to() - w.from()).max().orElse(0);
    }

    private int firstEndingAfter(int minute) {
        int low = 0;
        int high = to.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] > minute) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
