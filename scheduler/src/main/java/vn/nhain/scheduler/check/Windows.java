package vn.nhain.scheduler.check;

import java.util.List;

/** Times in which a machine works, counted by brute force; the last window never ends. */
record Windows(List<Window> list) {
    static final Windows ALWAYS = new Windows(List.of(new Window(0, Long.MAX_VALUE)));

    Windows {
        list = List.copyOf(list);
    }

    /** A half-open stretch {@code [from, to)}. */
    record Window(long from, long to) {}

    /** Working time in {@code [start, end)}. */
    long workBetween(long start, long end) {
        long sum = 0;
        for (Window w : list) {
            sum += Math.max(0, Math.min(end, w.to) - Math.max(start, w.from));
        }
        return sum;
    }

    /** The first time by which {@code units} (at least 1) have been worked since {@code start}. */
    long whenDone(long start, long units) {
        long left = units;
        for (Window w : list) {
            long from = Math.max(start, w.from);
            if (from >= w.to) {
                continue;
            }
            if (w.to - from >= left) {
                return from + left;
            }
            left -= w.to - from;
        }
        return Long.MAX_VALUE;
    }

    /** Whether the machine works in the time unit that begins at {@code time}. */
    boolean open(long time) {
        return list.stream().anyMatch(w -> w.from <= time && time < w.to);
    }
}
