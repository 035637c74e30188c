package vn.nhain.edge.source.opcua.discover;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.ViewDescription;
import org.jspecify.annotations.Nullable;

/**
 * Walks a server breadth first from its Objects folder. Each node is looked at once, so that rings end; what the server
 * holds back is fetched by its continuation points, and given back when a limit ends the walk. The server's own
 * diagnostics (the Server object) are left out. For one walk.
 */
final class NodeWalk {
    private static final int MOST_PER_BROWSE = 100;
    private static final int LEVEL = NodeClass.Object.getValue() | NodeClass.Variable.getValue();

    private static final ViewDescription EVERYTHING =
            new ViewDescription(NodeId.NULL_VALUE, DateTime.MIN_VALUE, uint(0));

    private final OpcUaClient client;
    private final NamespaceTable namespaces;
    private final DiscoveryLimits limits;
    private final UInteger referencesAtOnce;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private final Set<NodeId> seen = new HashSet<>();
    private final List<Place> variables = new ArrayList<>();
    private final Map<NodeId, NodeId> unitNodeByVariable = new HashMap<>();
    private boolean full;
    private boolean tooDeep;

    /**
     * A node and the way to it.
     *
     * @param machine the first object on the way that is not a folder; empty for none
     */
    record Place(NodeId node, List<String> path, String machine) {}

    NodeWalk(OpcUaClient client, DiscoveryLimits limits, int referencesAtOnce) throws UaException {
        this.client = client;
        this.limits = limits;
        this.referencesAtOnce = uint(referencesAtOnce);
        this.namespaces = client.readNamespaceTable();
    }

    void walk() throws UaException {
        seen.add(NodeIds.Server);
        seen.add(NodeIds.ObjectsFolder);
        waiting.add(new Place(NodeIds.ObjectsFolder, List.of(), ""));
        int atOnce = client.getOperationLimits()
                .maxNodesPerBrowse()
                .map(most -> (int) Math.min(most.longValue(), MOST_PER_BROWSE))
                .filter(most -> most > 0)
                .orElse(MOST_PER_BROWSE);
        while (!waiting.isEmpty() && !full) {
            List<Place> batch = new ArrayList<>();
            while (batch.size() < atOnce && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            BrowseResult[] results = client.browse(
                            EVERYTHING,
                            referencesAtOnce,
                            batch.stream().map(NodeWalk::children).toList())
                    .getResults();
            for (int i = 0; results != null && i < Math.min(batch.size(), results.length); i++) {
                takeAll(batch.get(i), results[i]);
            }
        }
    }

    private static BrowseDescription children(Place place) {
        return new BrowseDescription(
                place.node(),
                BrowseDirection.Forward,
                NodeIds.HierarchicalReferences,
                true,
                uint(LEVEL),
                uint(BrowseResultMask.All.getValue()));
    }

    private void takeAll(Place parent, BrowseResult first) throws UaException {
        BrowseResult result = first;
        while (true) {
            // a node that may not be looked into is not worth the others
            ReferenceDescription[] references = result.getReferences();
            if (references != null) {
                Arrays.stream(references).forEach(reference -> take(parent, reference));
            }
            ByteString more = result.getContinuationPoint();
            if (more == null || more.isNullOrEmpty()) {
                return;
            }
            BrowseResult[] next = client.browseNext(full, List.of(more)).getResults();
            if (full || next == null || next.length == 0) {
                return;
            }
            result = next[0];
        }
    }

    private void take(Place parent, ReferenceDescription reference) {
        Optional<NodeId> node = reference.getNodeId().toNodeId(namespaces);
        String name = reference.getBrowseName().getName();
        if (node.isEmpty() || name == null || full) {
            return;
        }
        if (NodeIds.HasProperty.equals(reference.getReferenceTypeId())) {
            if (name.equals("EngineeringUnits")) {
                unitNodeByVariable.put(parent.node(), node.get());
            }
            return;
        }
        if (!seen.add(node.get())) {
            return;
        }
        full = seen.size() > limits.nodes();
        tooDeep |= parent.path().size() >= limits.depth();
        if (full || parent.path().size() >= limits.depth()) {
            return;
        }
        List<String> path = new ArrayList<>(parent.path());
        path.add(name);
        boolean isObject = reference.getNodeClass() == NodeClass.Object;
        boolean isMachine = isObject && parent.machine().isEmpty() && !isFolder(reference);
        Place place = new Place(node.get(), List.copyOf(path), isMachine ? name : parent.machine());
        if (!isObject) {
            variables.add(place);
        }
        waiting.add(place);
    }

    private boolean isFolder(ReferenceDescription reference) {
        return reference
                .getTypeDefinition()
                .toNodeId(namespaces)
                .filter(NodeIds.FolderType::equals)
                .isPresent();
    }

    List<Place> variables() {
        return variables;
    }

    /** The property of a variable that says its unit. */
    @Nullable
    NodeId unitNode(NodeId variable) {
        return unitNodeByVariable.get(variable);
    }

    NamespaceTable namespaces() {
        return namespaces;
    }

    int nodes() {
        return seen.size();
    }

    /** Whether a limit kept nodes away. */
    boolean isCut() {
        return full || tooDeep;
    }
}
