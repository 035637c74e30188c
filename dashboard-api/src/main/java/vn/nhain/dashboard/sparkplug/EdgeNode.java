package vn.nhain.dashboard.sparkplug;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.eclipse.tahu.model.MetricDataTypeMap;

/**
 * What is known of one edge node: whether it was born, its sequence number, its aliases and its devices. Not thread-safe:
 * {@link EdgeNodes} holds its lock.
 */
final class EdgeNode {
    static final String BIRTH_SEQUENCE = "bdSeq";
    private static final int SEQUENCE_NUMBERS = 256;

    private final Map<Long, String> names = new HashMap<>();
    private final MetricDataTypeMap types = new MetricDataTypeMap();
    private final Set<String> devices = new HashSet<>();
    private boolean born;
    private long birthSequence = -1;
    private int nextSequence;

    boolean isBorn() {
        return born;
    }

    Set<String> devices() {
        return Set.copyOf(devices);
    }

    MetricDataTypeMap types() {
        return types;
    }

    /** Born anew: aliases and devices of an earlier life are void. */
    void birth(SparkplugBPayload payload) {
        names.clear();
        types.clear();
        devices.clear();
        born = true;
        nextSequence = 1;
        for (Metric metric : payload.getMetrics()) {
            if (BIRTH_SEQUENCE.equals(metric.getName()) && metric.getValue() instanceof Number number) {
                birthSequence = number.longValue();
            }
        }
        learn(payload.getMetrics());
    }

    void deviceBirth(String device, SparkplugBPayload payload) {
        devices.add(device);
        learn(payload.getMetrics());
    }

    void deviceDeath(String device) {
        devices.remove(device);
    }

    /**
     * Whether a death is that of the life that is known: a will of an earlier connection may come after the next birth.
     */
    boolean diesBy(SparkplugBPayload payload) {
        for (Metric metric : payload.getMetrics()) {
            if (BIRTH_SEQUENCE.equals(metric.getName()) && metric.getValue() instanceof Number number) {
                return !born || number.longValue() == birthSequence;
            }
        }
        return true;
    }

    void death() {
        born = false;
        devices.clear();
    }

    /** Forgets that it was born: messages may have been missed. */
    void distrust() {
        born = false;
    }

    /** Takes a sequence number; false when one is missing before it. */
    boolean follows(SparkplugBPayload payload) {
        Long sequence = payload.getSeq();
        if (sequence == null) {
            return false;
        }
        boolean expected = sequence.intValue() == nextSequence;
        nextSequence = (sequence.intValue() + 1) % SEQUENCE_NUMBERS;
        return expected;
    }

    /** Name of a metric, by itself or by its alias; empty when the alias was never told. */
    String nameOf(Metric metric) {
        if (metric.hasName() && !metric.getName().isEmpty()) {
            return metric.getName();
        }
        return metric.hasAlias() ? names.getOrDefault(metric.getAlias(), "") : "";
    }

    private void learn(List<Metric> metrics) {
        for (Metric metric : metrics) {
            if (!metric.hasName()) {
                continue;
            }
            types.addMetricDataType(metric.getName(), metric.getDataType());
            if (metric.hasAlias()) {
                names.put(metric.getAlias(), metric.getName());
                types.addMetricDataType(metric.getAlias(), metric.getDataType());
            }
        }
    }
}
