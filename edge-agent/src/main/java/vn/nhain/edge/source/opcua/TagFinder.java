package vn.nhain.edge.source.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.source.StateInputs;
import vn.nhain.plant.reading.Metrics;

/** Finds the tags of a press, by mapping or by browsing. Namespaces are resolved by URI at every connect. */
final class TagFinder {
    private static final Map<String, String> METRIC_BY_NAME = Map.of(
            "MachineryItemState", StateInputs.ITEM_STATE,
            "MachineryOperationMode", StateInputs.OPERATION_MODE,
            "JobPhase", Metrics.JOB_PHASE);

    private final OpcUaClient client;
    private final OpcUaMachine machine;
    private final NamespaceTable namespaces;

    TagFinder(OpcUaClient client, OpcUaMachine machine) throws UaException {
        this.client = client;
        this.machine = machine;
        this.namespaces = client.readNamespaceTable();
    }

    List<Tag> find() throws UaException {
        return machine.nodeByMetric().isEmpty() ? browse() : mapped();
    }

    /** The node with this string id in the machine's namespace. */
    NodeId node(String id) throws UaException {
        UShort index = namespaces.getIndex(machine.namespaceUri());
        if (index == null) {
            throw new UaException(
                    StatusCodes.Bad_NodeIdUnknown,
                    "the server has no namespace %s; maybe it is another server, or namespaceUri must be set"
                            .formatted(machine.namespaceUri()));
        }
        return new NodeId(index, id);
    }

    private List<Tag> mapped() throws UaException {
        List<Tag> tags = new ArrayList<>();
        for (Map.Entry<String, String> entry : machine.nodeByMetric().entrySet()) {
            Optional<NodeId> node = ExpandedNodeId.parse(entry.getValue()).toNodeId(namespaces);
            if (node.isPresent()) {
                tags.add(new Tag(entry.getKey(), node.get()));
            }
        }
        return tags;
    }

    private List<Tag> browse() throws UaException {
        List<Tag> tags = new ArrayList<>();
        BrowseDescription description = new BrowseDescription(
                node(machine.machineId()),
                BrowseDirection.Forward,
                NodeIds.HierarchicalReferences,
                true,
                uint(NodeClass.Variable.getValue()),
                uint(BrowseResultMask.All.getValue()));
        BrowseResult result = client.browse(description);
        while (true) {
            if (result.getStatusCode().isBad()) {
                throw new UaException(result.getStatusCode(), "browsing object %s".formatted(machine.machineId()));
            }
            ReferenceDescription[] references = result.getReferences();
            for (ReferenceDescription reference : references == null ? new ReferenceDescription[0] : references) {
                Optional<NodeId> node = reference.getNodeId().toNodeId(namespaces);
                node.ifPresent(id -> tags.add(new Tag(metric(id, reference), id)));
            }
            ByteString more = result.getContinuationPoint();
            if (isEmpty(more)) {
                return tags;
            }
            BrowseResult[] next = client.browseNext(false, List.of(more)).getResults();
            if (next == null || next.length == 0) {
                return tags;
            }
            result = next[0];
        }
    }

    private static boolean isEmpty(@Nullable ByteString bytes) {
        return bytes == null || bytes.isNullOrEmpty();
    }

    private String metric(NodeId node, ReferenceDescription reference) {
        String prefix = machine.machineId() + "/";
        String name = node.getIdentifier() instanceof String id && id.startsWith(prefix)
                ? id.substring(prefix.length())
                : String.valueOf(reference.getBrowseName().getName());
        return METRIC_BY_NAME.getOrDefault(name, name);
    }
}
