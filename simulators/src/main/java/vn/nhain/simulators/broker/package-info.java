/**
 * The MQTT broker that a demonstration brings along. The only package that imports HiveMQ. Start reading at {@link
 * vn.nhain.simulators.broker.EmbeddedBroker}.
 */
@NullMarked
package vn.nhain.simulators.broker;

import org.jspecify.annotations.NullMarked;
