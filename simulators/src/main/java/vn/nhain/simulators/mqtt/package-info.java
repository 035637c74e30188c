/**
 * Simulated finishing machines as MQTT clients, one each, on the topics of {@code docs/reference/wire.md}. The only package
 * that imports Eclipse Paho. Start reading at {@link vn.nhain.simulators.mqtt.MqttMachine}.
 */
@NullMarked
package vn.nhain.simulators.mqtt;

import org.jspecify.annotations.NullMarked;
