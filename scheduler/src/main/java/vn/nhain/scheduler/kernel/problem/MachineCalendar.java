package vn.nhain.scheduler.kernel.problem;

import java.util.List;
import java.util.stream.IntStream;

/**
 * When a machine works, in two coordinates: time, and <em>working units</em>. Unit {@code u} is the u-th time unit in which
 * the machine works; on a machine, work that pauses over closed hours is calendar-free in units.
 *
 * <p>The last window never ends, so that every operation ends somewhere.
 */
public final class MachineCalendar {
    /** A calendar without closed hours. */
    public static final MachineCalendar ALWAYS = new MachineCalendar(new int[] {0});

    private final int[] from;
    /** Working units before each window. */
    private final int[] firstUnit;
    /** Exclusive end of each window; the last is {@link Integer#MAX_VALUE}. */
    private final int[] to;

    /** Finds windows by time and by unit: both are asked millions of times a second. */
    private final WindowIndex byTime;

    private final WindowIndex byUnit;

    private MachineCalendar(int[] from) {
        this(from, new int[] {Integer.MAX_VALUE}, new int[1]);
    }

    private MachineCalendar(int[] from, int[] to, int[] firstUnit) {
        this.from = from;
        this.to = to;
        this.firstUnit = firstUnit;
        this.byTime = new WindowIndex(from);
        this.byUnit = new WindowIndex(firstUnit);
    }

    /**
     * A window in which the machine works.
     *
     * @param from first time unit, at least 0
     * @param to exclusive end, after {@code from}
     */
    public record Window(int from, int to) {}

    /**
     * A calendar of windows in rising order, of which the last is taken to go on for ever.
     *
     * @throws IllegalArgumentException when there is none or they are out of order
     */
    public static MachineCalendar of(List<Window> windows) {
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs at least one window.");
        }
        int count = windows.size();
        int[] from = new int[count];
        int[] to = new int[count];
        int[] firstUnit = new int[count];
        int units = 0;
        int last = -1;
        for (int i = 0; i < count; i++) {
            Window window = windows.get(i);
            boolean open = i == count - 1;
            if (window.from() < Math.max(0, last) || (!open && window.to() <= window.from())) {
                throw new IllegalArgumentException(
                        "The window (%d to %d) must begin at or after %d and end after it begins."
                                .formatted(window.from(), window.to(), Math.max(0, last)));
            }
            from[i] = window.from();
            to[i] = open ? Integer.MAX_VALUE : window.to();
            firstUnit[i] = units;
            units += open ? 0 : window.to() - window.from();
            last = window.to();
        }
        return new MachineCalendar(from, to, firstUnit);
    }

    /** The windows in rising order; the last ends at {@link Integer#MAX_VALUE}. */
    public List<Window> windows() {
        return IntStream.range(0, from.length)
                .mapToObj(i -> new Window(from[i], to[i]))
                .toList();
    }

    /** When the window that never ends begins. */
    int lastOpening() {
        return from[from.length - 1];
    }

    /** The first unit at or after a time. */
    public int unitAtOrAfter(int time) {
        int i = windowOfTime(time);
        if (i < 0) {
            return 0;
        }
        if (time < to[i] || i == from.length - 1) {
            return firstUnit[i] + time - from[i];
        }
        return firstUnit[i + 1];
    }

    /** The time at which a unit begins. */
    public int timeOf(int unit) {
        int i = windowOfUnit(unit);
        return from[i] + unit - firstUnit[i];
    }

    /** The first unit at or after {@code unit} before which so many units lie in the same window. */
    public int unitWithRoom(int unit, int room) {
        if (room == 0) {
            return unit;
        }
        int i = windowOfUnit(unit);
        if (unit - firstUnit[i] >= room) {
            return unit;
        }
        for (; i < from.length - 1; i++) {
            int first = firstUnit[i] + room;
            if (first < firstUnit[i + 1]) {
                return Math.max(first, unit);
            }
        }
        return Math.max(firstUnit[i] + room, unit);
    }

    /**
     * The last unit at or before {@code unit} before which so many units lie in the same window: the mirror image of {@link
     * #unitWithRoom}. Negative when there is none.
     */
    public int lastUnitWithRoom(int unit, int room) {
        if (room == 0 || unit < 0) {
            return unit;
        }
        int i = windowOfUnit(unit);
        if (unit - firstUnit[i] >= room) {
            return unit;
        }
        for (i--; i >= 0; i--) {
            int last = firstUnit[i + 1] - 1;
            if (last - firstUnit[i] >= room) {
                return last;
            }
        }
        return -1;
    }

    private int windowOfTime(int time) {
        return time < from[0] ? -1 : byTime.of(time);
    }

    private int windowOfUnit(int unit) {
        return byUnit.of(unit);
    }
}
