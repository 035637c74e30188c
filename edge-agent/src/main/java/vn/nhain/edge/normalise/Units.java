package vn.nhain.edge.normalise;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.nhain.plant.reading.Metrics;

/** Units in which machines speak, made those of {@link Metrics}. */
public final class Units {
    private static final Map<String, Map<String, Linear>> LINEAR_BY_UNIT = Map.of(
            "1/h",
            Map.of("1/h", Linear.SAME, "1/min", Linear.times(60), "1/s", Linear.times(3_600)),
            "mm",
            Map.of("mm", Linear.SAME, "µm", Linear.times(0.001), "cm", Linear.times(10), "in", Linear.times(25.4)),
            "°C",
            Map.of("°C", Linear.SAME, "K", new Linear(1, -273.15), "°F", new Linear(5.0 / 9, -160.0 / 9)),
            "%",
            Map.of("%", Linear.SAME, "1", Linear.times(100)),
            "kW",
            Map.of("kW", Linear.SAME, "W", Linear.times(0.001), "MW", Linear.times(1_000)),
            "kWh",
            Map.of(
                    "kWh",
                    Linear.SAME,
                    "Wh",
                    Linear.times(0.001),
                    "MWh",
                    Linear.times(1_000),
                    "MJ",
                    Linear.times(1 / 3.6)));

    private Units() {}

    /** The unit of a metric; empty when it has none, or the metric is not one of ours. */
    public static String of(String metric) {
        return switch (metric) {
            case Metrics.SPEED_SET, Metrics.SPEED_ACTUAL -> "1/h";
            case Metrics.REGISTER_X, Metrics.REGISTER_Y -> "mm";
            case Metrics.HUMIDITY -> "%";
            case Metrics.POWER -> "kW";
            case Metrics.ENERGY -> "kWh";
            default -> metric.startsWith(Metrics.TEMPERATURE) ? "°C" : "";
        };
    }

    /** How a number in this unit becomes one in the unit of the metric; empty when it cannot. */
    public static Optional<Linear> toMetric(String unit, String metric) {
        return Optional.ofNullable(
                LINEAR_BY_UNIT.getOrDefault(of(metric), Map.of()).get(unit));
    }

    /** Units that can become the unit of this metric, for a message; "none" when it has no unit. */
    public static String choices(String metric) {
        Map<String, Linear> choices = LINEAR_BY_UNIT.getOrDefault(of(metric), Map.of());
        return choices.isEmpty() ? "none" : String.join(", ", new TreeSet<>(choices.keySet()));
    }
}
