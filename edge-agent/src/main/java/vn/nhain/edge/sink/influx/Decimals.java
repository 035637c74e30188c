package vn.nhain.edge.sink.influx;

/**
 * Writes a double as text that reads as the same double. What machines measure has few decimals, and is then written as an
 * integer with a point, several times as fast as {@link Double#toString}, to which all else is left.
 */
final class Decimals {
    private static final double MICRO = 1e6;
    /** Below this, millionths of a double are integers without rounding. */
    private static final double LARGEST = 1e9;

    private Decimals() {}

    static void append(StringBuilder text, double value) {
        long millionths = Math.round(value * MICRO);
        // a quotient of two exact doubles is rounded as the decimal fraction itself is when it is read (IEEE 754)
        boolean same = Math.abs(value) < LARGEST && millionths / MICRO == value && millionths != 0;
        if (!same) {
            text.append(value);
            return;
        }
        long absolute = Math.abs(millionths);
        if (millionths < 0) {
            text.append('-');
        }
        text.append(absolute / 1_000_000).append('.');
        long fraction = absolute % 1_000_000;
        for (long digit = 100_000; digit > 0; digit /= 10) {
            text.append((char) ('0' + fraction / digit % 10));
            if (fraction % digit == 0) {
                break;
            }
        }
    }
}
