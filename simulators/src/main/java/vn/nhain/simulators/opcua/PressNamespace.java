package vn.nhain.simulators.opcua;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import vn.nhain.plant.machine.Machine;
import vn.nhain.simulators.station.JobPort;

/**
 * The nodes of one press. Values are handed to monitored items when they change, instead of being sampled: a client misses
 * none that its queue has room for, whatever sampling interval it asks for. Thread-safe.
 */
final class PressNamespace extends ManagedNamespaceWithLifecycle {
    static final String URI = "http://nhain.vn/UA/PrintPress/";

    private static final String FOLDER = "Machines";

    private final Machine machine;
    private final JobPort jobs;
    private final Map<NodeId, UaVariableNode> variables = new LinkedHashMap<>();
    private final Map<NodeId, List<DataItem>> watchers = new LinkedHashMap<>();

    PressNamespace(OpcUaServer server, Machine machine, JobPort jobs) {
        super(server, URI);
        this.machine = machine;
        this.jobs = jobs;
        getLifecycleManager().addStartupTask(this::addNodes);
    }

    /** Sets values and hands them to whoever watches them. The keys are the last parts of node ids. */
    synchronized void set(Map<String, Object> values, DateTime sourceTime) {
        DateTime serverTime = DateTime.now();
        values.forEach((name, value) -> {
            NodeId id = newNodeId(machine.id() + "/" + name);
            UaVariableNode node = variables.get(id);
            if (node == null) {
                throw new IllegalArgumentException("There is no node %s.".formatted(id));
            }
            DataValue dated = new DataValue(Variant.of(value), StatusCode.GOOD, sourceTime, serverTime);
            node.setValue(dated);
            watchers.getOrDefault(id, List.of()).stream()
                    .filter(DataItem::isSamplingEnabled)
                    .forEach(item -> item.setValue(dated));
        });
    }

    private void addNodes() {
        UaFolderNode folder = new UaFolderNode(
                getNodeContext(), newNodeId(FOLDER), newQualifiedName(FOLDER), LocalizedText.english(FOLDER));
        getNodeManager().addNode(folder);
        folder.addReference(new Reference(
                folder.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), Reference.Direction.INVERSE));

        UaObjectNode press = object(machine.id(), machine.id(), machine.name());
        folder.addOrganizes(press);
        addIdentification(press);
        for (NodePlan plan : NodePlan.of(machine)) {
            press.addComponent(variable(plan));
        }
        addStartJob(press);
    }

    private void addIdentification(UaObjectNode press) {
        UaObjectNode identification =
                object(machine.id() + "/Identification", "Identification", "Identification of " + machine.id());
        press.addComponent(identification);
        Map<String, String> texts = Map.of(
                "Manufacturer",
                "NhaIn simulators",
                "Model",
                machine.name(),
                "SerialNumber",
                "SIM-" + machine.id(),
                "ProductInstanceUri",
                "urn:nhain:simulated-press:" + machine.id());
        texts.forEach((name, text) -> {
            UaVariableNode property = variable(new NodePlan("Identification/" + name, NodePlan.Type.TEXT));
            property.setValue(new DataValue(Variant.of(text)));
            identification.addReference(new Reference(
                    identification.getNodeId(),
                    NodeIds.HasProperty,
                    property.getNodeId().expanded(),
                    Reference.Direction.FORWARD));
        });
    }

    private void addStartJob(UaObjectNode press) {
        UaMethodNode method = UaMethodNode.builder(getNodeContext())
                .setNodeId(newNodeId(machine.id() + "/StartJob"))
                .setBrowseName(newQualifiedName("StartJob"))
                .setDisplayName(LocalizedText.english("StartJob"))
                .build();
        StartJobMethod handler = new StartJobMethod(method, jobs);
        method.setInputArguments(handler.getInputArguments());
        method.setOutputArguments(handler.getOutputArguments());
        method.setInvocationHandler(handler);
        getNodeManager().addNode(method);
        press.addComponent(method);
    }

    private UaObjectNode object(String id, String browseName, String displayName) {
        UaObjectNode node = UaObjectNode.build(getNodeContext(), builder -> builder.setNodeId(newNodeId(id))
                .setBrowseName(newQualifiedName(browseName))
                .setDisplayName(LocalizedText.english(displayName))
                .setTypeDefinition(NodeIds.BaseObjectType)
                .build());
        getNodeManager().addNode(node);
        return node;
    }

    private UaVariableNode variable(NodePlan plan) {
        UaVariableNode node = UaVariableNode.build(
                getNodeContext(), builder -> builder.setNodeId(newNodeId(machine.id() + "/" + plan.name()))
                        .setBrowseName(newQualifiedName(plan.browseName()))
                        .setDisplayName(LocalizedText.english(plan.browseName()))
                        .setDataType(plan.type() == NodePlan.Type.NUMBER ? NodeIds.Double : NodeIds.String)
                        .setTypeDefinition(NodeIds.BaseDataVariableType)
                        .setAccessLevel(AccessLevel.READ_ONLY)
                        .setUserAccessLevel(AccessLevel.READ_ONLY)
                        .setMinimumSamplingInterval(0.0)
                        .build());
        node.setValue(new DataValue(new StatusCode(StatusCodes.Bad_WaitingForInitialData)));
        getNodeManager().addNode(node);
        variables.put(node.getNodeId(), node);
        return node;
    }

    @Override
    public synchronized void onDataItemsCreated(List<DataItem> items) {
        for (DataItem item : items) {
            NodeId id = item.getReadValueId().getNodeId();
            boolean isValue =
                    AttributeId.Value.uid().equals(item.getReadValueId().getAttributeId());
            UaVariableNode node = variables.get(id);
            if (node != null && isValue) {
                watchers.computeIfAbsent(id, key -> new ArrayList<>()).add(item);
                setInitialValue(item, node);
            } else {
                setConstant(item);
            }
        }
    }

    /** A node that waits for its first value has nothing to tell yet; whoever reads it is told so. */
    private static void setInitialValue(DataItem item, UaVariableNode node) {
        if (node.getValue().getStatusCode().isGood()) {
            item.setValue(node.getValue());
        }
    }

    /** Attributes other than the value never change here. */
    private void setConstant(DataItem item) {
        UaNode node = getNodeManager().get(item.getReadValueId().getNodeId());
        AttributeId attribute =
                AttributeId.from(item.getReadValueId().getAttributeId()).orElse(null);
        if (node != null && attribute != null) {
            item.setValue(new DataValue(Variant.of(node.getAttribute(attribute))));
        }
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
        // nothing depends on sampling intervals
    }

    @Override
    public synchronized void onDataItemsDeleted(List<DataItem> items) {
        for (DataItem item : items) {
            List<DataItem> watching = watchers.get(item.getReadValueId().getNodeId());
            if (watching != null) {
                watching.remove(item);
            }
        }
    }

    @Override
    public synchronized void onMonitoringModeChanged(List<MonitoredItem> items) {
        for (MonitoredItem item : items) {
            UaVariableNode node = variables.get(item.getReadValueId().getNodeId());
            if (node != null && item instanceof DataItem data && item.isSamplingEnabled()) {
                setInitialValue(data, node);
            }
        }
    }
}
