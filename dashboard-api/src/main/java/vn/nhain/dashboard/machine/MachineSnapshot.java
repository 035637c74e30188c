package vn.nhain.dashboard.machine;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import vn.nhain.plant.machine.MachineState;

/**
 * What a machine does, at one instant.
 *
 * @param machineId the machine
 * @param state its state; OFFLINE when it is silent or its death was told
 * @param since plant time of the last change of state
 * @param stale whether its values are too old to be believed
 * @param metrics the latest value of every metric
 */
public record MachineSnapshot(
        String machineId, MachineState state, Instant since, boolean stale, Map<String, MetricValue> metrics) {
    public MachineSnapshot {
        metrics = Map.copyOf(metrics);
    }

    /** A metric that is a number. */
    public OptionalDouble number(String metric) {
        MetricValue value = metrics.get(metric);
        return value == null || Double.isNaN(value.value()) ? OptionalDouble.empty() : OptionalDouble.of(value.value());
    }

    /** A metric that is a text; empty when there is none. */
    public String text(String metric) {
        MetricValue value = metrics.get(metric);
        return value == null || value.text() == null ? "" : value.text();
    }
}
