package vn.nhain.edge.normalise;

import java.time.Instant;

/**
 * Makes what a device counts a count that never runs back. A drop is a rollover when the device has a known span and the
 * way forward over its end is the shorter one; else the device has begun again at 0. A value that is back above the one
 * before the drop at once shows that the drop was a glitch, and undoes it. Not thread-safe.
 */
public final class MonotonicCounter {
    private final double span;

    private double raw = Double.NaN;
    private double base;
    // before the last drop, to undo it; NaN when the last step was none
    private double rawBefore = Double.NaN;
    private double baseBefore;
    private Instant newest = Instant.MIN;

    /** What a value was. */
    public enum Step {
        FORWARD,
        ROLLOVER,
        RESET,
        /** The value shows that the last reset was none. */
        GLITCH,
        /** Older than one that was seen. */
        LATE
    }

    /**
     * What is kept over a restart of the agent.
     *
     * @param raw the last value of the device; NaN before the first
     * @param base what is added to it
     * @param newest source time of that value: what comes again and is older is no drop
     */
    public record Memory(double raw, double base, Instant newest) {}

    /** @param span numbers that the device takes before it begins again at 0; infinite when that is not known */
    public MonotonicCounter(double span) {
        this.span = span;
    }

    /** Goes on where another one was. */
    public void restore(Memory memory) {
        raw = memory.raw();
        base = memory.base();
        newest = memory.newest();
    }

    public Memory memory() {
        return new Memory(raw, base, newest);
    }

    /** Takes in a value and says what it was; {@link #total} tells what it stands for. */
    public Step take(double value, Instant time) {
        if (time.isBefore(newest)) {
            return Step.LATE;
        }
        newest = time;
        Step step = step(value);
        raw = value;
        return step;
    }

    private Step step(double value) {
        if (Double.isNaN(raw)) {
            return Step.FORWARD;
        }
        if (value >= raw) {
            boolean glitch = value >= rawBefore;
            if (glitch) {
                base = baseBefore;
            }
            rawBefore = Double.NaN;
            return glitch ? Step.GLITCH : Step.FORWARD;
        }
        if (Double.isFinite(span) && value + span - raw <= span / 2) {
            rawBefore = Double.NaN;
            base += span;
            return Step.ROLLOVER;
        }
        rawBefore = raw;
        baseBefore = base;
        base += raw;
        return Step.RESET;
    }

    /** The count that this value of the device stands for. Asked after {@link #take}. */
    public double total(double value) {
        if (value <= raw || base == 0) {
            return value + base;
        }
        // late, and of before the last drop
        if (!Double.isNaN(rawBefore)) {
            return value + baseBefore;
        }
        return value + (Double.isFinite(span) ? Math.max(0, base - span) : 0);
    }
}
