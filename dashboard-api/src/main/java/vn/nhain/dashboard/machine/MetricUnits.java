package vn.nhain.dashboard.machine;

import java.util.Map;
import vn.nhain.plant.reading.Metrics;

/** Units of the metrics, as the screen writes them. */
public final class MetricUnits {
    private static final Map<String, String> EXACT = Map.ofEntries(
            Map.entry(Metrics.SPEED_SET, "1/h"),
            Map.entry(Metrics.SPEED_ACTUAL, "1/h"),
            Map.entry(Metrics.REGISTER_X, "mm"),
            Map.entry(Metrics.REGISTER_Y, "mm"),
            Map.entry(Metrics.HUMIDITY, "%"),
            Map.entry(Metrics.POWER, "kW"),
            Map.entry(Metrics.ENERGY, "kWh"));

    private static final Map<String, String> PREFIX =
            Map.of(Metrics.DELTA_E, "ΔE00", Metrics.TEMPERATURE, "°C", Metrics.DENSITY, "D");

    private MetricUnits() {}

    /** The unit of a metric; empty for counts and texts. */
    public static String of(String metric) {
        String exact = EXACT.get(metric);
        if (exact != null) {
            return exact;
        }
        return PREFIX.entrySet().stream()
                .filter(e -> metric.startsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
