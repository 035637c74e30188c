package vn.nhain.edge.source.mqtt;

import java.util.List;
import java.util.Map;
import vn.nhain.edge.json.Pointer;
import vn.nhain.edge.source.ValueMapping;

/**
 * A machine that publishes JSON of its own form.
 *
 * @param machineId the machine
 * @param topics what is read of which topic
 */
public record JsonMachine(String machineId, List<Topic> topics) implements MqttDevice {
    public JsonMachine {
        topics = List.copyOf(topics);
    }

    /**
     * One topic.
     *
     * @param name the topic, without wildcards
     * @param time where the message says its time
     * @param timeForm how it says it
     * @param metrics where the message has which metric
     */
    public record Topic(String name, Pointer time, TimeForm timeForm, Map<String, Metric> metrics) {
        public Topic {
            metrics = Map.copyOf(metrics);
        }
    }

    /**
     * One metric.
     *
     * @param at where the message has it
     * @param mapping what becomes of the value
     */
    public record Metric(Pointer at, ValueMapping mapping) {}

    /** How a message says its time. */
    public enum TimeForm {
        /** It does not: the time of arrival counts. */
        NONE,
        /** ISO 8601 with offset, such as 2026-11-24T01:00:00Z. */
        ISO,
        /** Seconds since 1970, UTC, also with a fraction. */
        SECONDS,
        /** Milliseconds since 1970, UTC. */
        MILLIS
    }
}
