package vn.nhain.edge.source.mqtt;

/** One machine behind the broker, in one of the ways that it may speak. */
public sealed interface MqttDevice permits MqttMachine, JsonMachine, SparkplugMachine {
    /** The machine. */
    String machineId();
}
