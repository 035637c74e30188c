/**
 * Machines that publish JSON over MQTT. Reaches the broker through {@link
 * vn.nhain.edge.broker}. Start reading at {@link vn.nhain.edge.source.mqtt.MqttSource}.
 */
@NullMarked
package vn.nhain.edge.source.mqtt;

import org.jspecify.annotations.NullMarked;
