package vn.nhain.edge.source.opcua.discover;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhain.edge.source.StateInputs;
import vn.nhain.plant.reading.Metrics;

/**
 * Suggests the metric that a variable is, from the words of its browse name. A suggestion only: a person reads the mapping
 * before it is used. What nothing fits keeps its own name, which is a metric too.
 */
final class MetricGuess {
    /** Metrics by the words that must all be there; the first that fits is taken. */
    private static final List<Map.Entry<Set<String>, String>> WORDS = List.of(
            Map.entry(Set.of("machinery", "item", "state"), StateInputs.ITEM_STATE),
            Map.entry(Set.of("machinery", "operation", "mode"), StateInputs.OPERATION_MODE),
            Map.entry(Set.of("job", "phase"), Metrics.JOB_PHASE),
            Map.entry(Set.of("job", "good"), Metrics.JOB_GOOD),
            Map.entry(Set.of("job", "waste"), Metrics.JOB_WASTE),
            Map.entry(Set.of("job", "total"), Metrics.JOB_TOTAL),
            Map.entry(Set.of("job", "id"), Metrics.JOB),
            Map.entry(Set.of("speed", "set"), Metrics.SPEED_SET),
            Map.entry(Set.of("speed", "setpoint"), Metrics.SPEED_SET),
            Map.entry(Set.of("speed"), Metrics.SPEED_ACTUAL),
            Map.entry(Set.of("good"), Metrics.COUNT_GOOD),
            Map.entry(Set.of("waste"), Metrics.COUNT_WASTE),
            Map.entry(Set.of("scrap"), Metrics.COUNT_WASTE),
            Map.entry(Set.of("reject"), Metrics.COUNT_WASTE),
            Map.entry(Set.of("energy"), Metrics.ENERGY),
            Map.entry(Set.of("power"), Metrics.POWER),
            Map.entry(Set.of("humidity"), Metrics.HUMIDITY),
            Map.entry(Set.of("register", "x"), Metrics.REGISTER_X),
            Map.entry(Set.of("register", "y"), Metrics.REGISTER_Y),
            Map.entry(Set.of("fault", "code"), Metrics.FAULT_CODE),
            Map.entry(Set.of("fault", "text"), Metrics.FAULT_TEXT),
            Map.entry(Set.of("stop", "reason"), Metrics.STOP_REASON));

    /** Metrics that are told apart by ink or place: word, prefix. */
    private static final List<Map.Entry<String, String>> PREFIXES = List.of(
            Map.entry("temperature", Metrics.TEMPERATURE),
            Map.entry("temp", Metrics.TEMPERATURE),
            Map.entry("density", Metrics.DENSITY),
            Map.entry("wear", Metrics.WEAR));

    private static final Map<String, String> UNIT_BY_METRIC = Map.of(
            Metrics.SPEED_SET, "1/h",
            Metrics.SPEED_ACTUAL, "1/h",
            Metrics.POWER, "kW",
            Metrics.ENERGY, "kWh",
            Metrics.HUMIDITY, "%",
            Metrics.REGISTER_X, "mm",
            Metrics.REGISTER_Y, "mm");

    private MetricGuess() {}

    static String of(String browseName) {
        // our own ids, and names that follow them, stay as they are
        if (browseName.matches("[a-z]+(\\.[A-Za-z0-9]+)+")) {
            return browseName;
        }
        List<String> words = words(browseName);
        for (Map.Entry<Set<String>, String> known : WORDS) {
            if (words.containsAll(known.getKey())) {
                return known.getValue();
            }
        }
        for (Map.Entry<String, String> prefix : PREFIXES) {
            if (words.contains(prefix.getKey())) {
                String rest = words.stream()
                        .filter(word -> !word.equals(prefix.getKey()))
                        .collect(Collectors.joining());
                return prefix.getValue() + (rest.isEmpty() ? "machine" : rest);
            }
        }
        String own = String.join(".", words);
        return own.isEmpty() ? "value" : own;
    }

    /** The unit in which the metric has to come; empty when it has none that is fixed. */
    static String unitOf(String metric) {
        return metric.startsWith(Metrics.TEMPERATURE) ? "°C" : UNIT_BY_METRIC.getOrDefault(metric, "");
    }

    private static List<String> words(String browseName) {
        return Stream.of(browseName.split("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
