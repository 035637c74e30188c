package vn.nhain.plant.machine;

import vn.nhain.plant.validation.Require;

/**
 * How a machine is reached.
 *
 * @param protocol the protocol it speaks
 * @param address {@code opc.tcp://host:port/path} for OPC UA; the topic prefix for MQTT, such as {@code nhain/hcm1/CUT1}
 */
public record Connection(Protocol protocol, String address) {
    public Connection {
        Require.text("a connection", "address", address);
    }

    /** Protocols that machines speak. */
    public enum Protocol {
        /** OPC UA, read by subscription, jobs sent by method call. */
        OPC_UA,
        /** JSON over MQTT in the topics of {@code docs/reference/wire.md}. */
        MQTT_JSON
    }
}
