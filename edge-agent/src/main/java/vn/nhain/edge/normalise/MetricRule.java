package vn.nhain.edge.normalise;

import java.util.Map;
import java.util.Set;
import vn.nhain.edge.source.StateInputs;
import vn.nhain.plant.reading.Metrics;

/**
 * What a value of a metric can be at all: beyond it, a sensor is broken or a mapping is wrong. Wide on purpose: whether a
 * value is good is for people and alarms to say.
 *
 * @param content number or text
 * @param least smallest number, in the unit of the metric
 * @param most largest number
 */
public record MetricRule(Content content, double least, double most) {
    /** What a metric is made of. */
    public enum Content {
        NUMBER,
        TEXT,
        /** Not one of our metrics. */
        ANY
    }

    private static final MetricRule TEXT = new MetricRule(Content.TEXT, 0, 0);
    private static final MetricRule OTHER =
            new MetricRule(Content.ANY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    /** The largest whole number up to which every one has a double. */
    private static final MetricRule COUNT = number(0, 0x1p53);

    private static final Map<String, MetricRule> RULE_BY_METRIC = Map.ofEntries(
            Map.entry(Metrics.STATE, TEXT),
            Map.entry(Metrics.JOB, TEXT),
            Map.entry(Metrics.JOB_PHASE, TEXT),
            Map.entry(Metrics.JOB_ACK, TEXT),
            Map.entry(Metrics.JOB_DONE, TEXT),
            Map.entry(Metrics.FAULT_CODE, TEXT),
            Map.entry(Metrics.FAULT_TEXT, TEXT),
            Map.entry(Metrics.STOP_REASON, TEXT),
            Map.entry(StateInputs.ITEM_STATE, TEXT),
            Map.entry(StateInputs.OPERATION_MODE, TEXT),
            Map.entry(StateInputs.PACKML_STATE, TEXT),
            Map.entry(StateInputs.PACKML_MODE, TEXT),
            Map.entry(Metrics.COUNT_GOOD, COUNT),
            Map.entry(Metrics.COUNT_WASTE, COUNT),
            Map.entry(Metrics.JOB_GOOD, COUNT),
            Map.entry(Metrics.JOB_WASTE, COUNT),
            Map.entry(Metrics.JOB_TOTAL, COUNT),
            Map.entry(Metrics.ENERGY, number(0, 1e12)),
            Map.entry(Metrics.SPEED_SET, number(0, 1e6)),
            Map.entry(Metrics.SPEED_ACTUAL, number(0, 1e6)),
            Map.entry(Metrics.REGISTER_X, number(-1_000, 1_000)),
            Map.entry(Metrics.REGISTER_Y, number(-1_000, 1_000)),
            Map.entry(Metrics.HUMIDITY, number(0, 100)),
            Map.entry(Metrics.POWER, number(-1e5, 1e5)));
    private static final Map<String, MetricRule> RULE_BY_PREFIX = Map.of(
            Metrics.DENSITY, number(-1, 10),
            Metrics.DELTA_E, number(0, 500),
            Metrics.TEMPERATURE, number(-100, 1_000),
            Metrics.WEAR, COUNT);
    private static final Set<String> COUNTERS = Set.of(Metrics.COUNT_GOOD, Metrics.COUNT_WASTE, Metrics.ENERGY);

    private static MetricRule number(double least, double most) {
        return new MetricRule(Content.NUMBER, least, most);
    }

    /** The rule of a metric, also per zone. */
    public static MetricRule of(String metric) {
        MetricRule rule = RULE_BY_METRIC.get(metric);
        if (rule != null) {
            return rule;
        }
        int dot = metric.indexOf('.');
        MetricRule byPrefix = dot < 0 ? null : RULE_BY_PREFIX.get(metric.substring(0, dot + 1));
        return byPrefix == null ? OTHER : byPrefix;
    }

    /** Whether the metric counts for ever and never runs back. */
    public static boolean isCounter(String metric) {
        return COUNTERS.contains(metric);
    }

    /** Whether the metric can be this number. */
    public boolean allows(double number) {
        return number >= least && number <= most;
    }
}
