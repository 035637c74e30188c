package vn.nhain.plant.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value of one metric of one machine. Machine, metric and source time together are its key: a second reading of the
 * same key replaces the first, so sending twice counts once.
 *
 * @param machineId the machine
 * @param metric id of the metric, see {@link Metrics}
 * @param value the number, in the unit of the metric; NaN when the metric is a text
 * @param text the text, or null when the metric is a number
 * @param quality how far it can be trusted
 * @param sourceTime plant time at which the machine saw it
 */
public record Reading(
        String machineId,
        String metric,
        double value,
        @Nullable String text,
        ReadingQuality quality,
        Instant sourceTime) {
    /** A number, of good quality. */
    public static Reading number(String machineId, String metric, double value, Instant sourceTime) {
        return new Reading(machineId, metric, value, null, ReadingQuality.GOOD, sourceTime);
    }

    /** A text, of good quality. */
    public static Reading text(String machineId, String metric, String text, Instant sourceTime) {
        return new Reading(machineId, metric, Double.NaN, text, ReadingQuality.GOOD, sourceTime);
    }

    /** Whether this reading carries a text. */
    public boolean isText() {
        return text != null;
    }
}
