/**
 * Machines that publish over MQTT: the JSON of {@code docs/reference/wire.md}, JSON of any form by mapping, or Sparkplug B.
 * Reaches the broker through {@link vn.nhain.edge.broker}; imports Tahu for Sparkplug's payloads. Start reading at {@link vn.nhain.edge.source.mqtt.MqttSource}.
 */
@NullMarked
package vn.nhain.edge.source.mqtt;

import org.jspecify.annotations.NullMarked;
