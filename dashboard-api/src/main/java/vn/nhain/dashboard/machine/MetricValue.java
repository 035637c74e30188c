package vn.nhain.dashboard.machine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/**
 * The latest value of a metric.
 *
 * @param value the number; NaN when it is a text
 * @param text the text; null when it is a number
 * @param quality how far it can be trusted
 * @param at plant time at which the machine saw it
 */
public record MetricValue(double value, @Nullable String text, ReadingQuality quality, Instant at) {
    static MetricValue of(Reading reading) {
        return new MetricValue(reading.value(), reading.text(), reading.quality(), reading.sourceTime());
    }
}
