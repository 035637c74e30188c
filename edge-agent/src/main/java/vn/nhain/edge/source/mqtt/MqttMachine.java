package vn.nhain.edge.source.mqtt;

/**
 * A machine that publishes in the topics and the JSON of {@code docs/reference/wire.md}.
 *
 * @param machineId the machine
 * @param topicPrefix its topics begin with this, such as {@code nhain/hcm1/CUT1}
 */
public record MqttMachine(String machineId, String topicPrefix) implements MqttDevice {}
