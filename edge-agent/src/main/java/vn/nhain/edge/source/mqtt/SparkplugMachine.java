package vn.nhain.edge.source.mqtt;

import java.util.Map;

/**
 * A machine that is a Sparkplug B device, or a node that is itself the machine.
 *
 * @param machineId the machine
 * @param group Sparkplug group
 * @param node Sparkplug edge node
 * @param device Sparkplug device; empty when the node itself is the machine
 * @param nameByMetric the Sparkplug metric by our metric; empty when its metrics have our ids
 */
public record SparkplugMachine(
        String machineId, String group, String node, String device, Map<String, String> nameByMetric)
        implements MqttDevice {
    public SparkplugMachine {
        nameByMetric = Map.copyOf(nameByMetric);
    }
}
