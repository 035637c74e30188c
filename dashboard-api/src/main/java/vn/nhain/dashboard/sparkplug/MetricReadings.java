package vn.nhain.dashboard.sparkplug;

import java.util.Date;
import java.util.Optional;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.PropertyValue;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/** A Sparkplug metric as a reading. */
@SuppressWarnings("JavaUtilDate") // Tahu speaks it
final class MetricReadings {
    private static final int GOOD = 192;
    private static final int STALE = 500;

    private MetricReadings() {}

    /**
     * A reading, unless the metric has no value or is history that says nothing of now.
     *
     * @param sent time of the message, for metrics without one
     */
    static Optional<Reading> of(String machineId, String name, Metric metric, @Nullable Date sent) {
        Date time = metric.getTimestamp() == null ? sent : metric.getTimestamp();
        Object value = metric.getValue();
        if (time == null || value == null || isTrue(metric.isHistorical())) {
            return Optional.empty();
        }
        if (value instanceof Number number) {
            return Optional.of(
                    new Reading(machineId, name, number.doubleValue(), null, qualityOf(metric), time.toInstant()));
        }
        return Optional.of(
                new Reading(machineId, name, Double.NaN, value.toString(), qualityOf(metric), time.toInstant()));
    }

    private static ReadingQuality qualityOf(Metric metric) {
        if (metric.getProperties() == null) {
            return ReadingQuality.GOOD;
        }
        PropertyValue<?> property = metric.getProperties().getPropertyValue("quality");
        if (property == null || !(property.getValue() instanceof Number number)) {
            return ReadingQuality.GOOD;
        }
        if (number.intValue() == GOOD) {
            return ReadingQuality.GOOD;
        }
        return number.intValue() == STALE ? ReadingQuality.UNCERTAIN : ReadingQuality.BAD;
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
