package vn.nhain.edge.sink.sparkplug;

import vn.nhain.edge.broker.BrokerSettings;

/**
 * The agent as a Sparkplug B edge node.
 *
 * @param broker where it publishes
 * @param groupId group, the plant
 * @param nodeId edge node, the agent
 * @param primaryHost host application without which nothing is published, empty for none
 */
public record SparkplugSettings(BrokerSettings broker, String groupId, String nodeId, String primaryHost) {}
