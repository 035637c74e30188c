/**
 * A connection to an MQTT 5 broker, shared by the MQTT source and the Sparkplug node. The only package that imports Paho.
 * Start reading at {@link vn.nhain.edge.broker.BrokerLink}.
 */
@NullMarked
package vn.nhain.edge.broker;

import org.jspecify.annotations.NullMarked;
