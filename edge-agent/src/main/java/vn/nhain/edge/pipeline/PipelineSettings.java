package vn.nhain.edge.pipeline;

import java.time.Duration;
import java.util.Map;

/**
 * How values are judged.
 *
 * @param deadbandByMetric a number that differs by no more from the last one is suppressed; in the unit of the metric;
 *     {@code density} stands for all of {@code density.C} and {@code density.C.z01}, unless these are named too; a metric
 *     that is not named has 0: only equal values are suppressed
 * @param repeatAfter source time after which an unchanged value passes again
 * @param silence wall time without a sign of life after which a machine is OFFLINE
 * @param maxFuture a source time so far ahead of the plant's clock is refused
 */
public record PipelineSettings(
        Map<String, Double> deadbandByMetric, Duration repeatAfter, Duration silence, Duration maxFuture) {
    public static final PipelineSettings DEFAULTS =
            new PipelineSettings(Map.of(), Deadband.defaultRepeat(), Duration.ofSeconds(30), Duration.ofDays(1));

    public PipelineSettings {
        deadbandByMetric = Map.copyOf(deadbandByMetric);
    }

    double bandOf(String metric) {
        if (deadbandByMetric.isEmpty()) {
            return 0;
        }
        for (String name = metric; !name.isEmpty(); name = withoutLastWord(name)) {
            Double band = deadbandByMetric.get(name);
            if (band != null) {
                return band;
            }
        }
        return 0;
    }

    private static String withoutLastWord(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
