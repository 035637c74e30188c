package vn.nhain.edge.source.mqtt;

/**
 * One machine behind the broker.
 *
 * @param machineId the machine
 * @param topicPrefix its topics begin with this, such as {@code nhain/hcm1/CUT1}
 */
public record MqttMachine(String machineId, String topicPrefix) {}
