package vn.nhain.dashboard.telemetry.api;

import java.time.Instant;
import java.util.List;

/**
 * A metric over time.
 *
 * @param metric the metric
 * @param unit its unit; empty for none
 * @param items means by time
 */
public record History(String metric, String unit, List<Point> items) {
    public History {
        items = List.copyOf(items);
    }

    /**
     * One mean.
     *
     * @param t plant time at which its bucket begins
     * @param v mean
     */
    public record Point(Instant t, double v) {}
}
