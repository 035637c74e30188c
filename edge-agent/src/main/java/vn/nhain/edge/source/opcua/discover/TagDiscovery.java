package vn.nhain.edge.source.opcua.discover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.source.opcua.connect.ConnectFailedException;
import vn.nhain.edge.source.opcua.connect.Connector;

/** Browses a server for variables whose paths match. Only reads; blocks its caller. */
public final class TagDiscovery {
    private static final int READ_AT_ONCE = 100;
    private static final int REFERENCES_AT_ONCE = 1_000;

    private final List<PathPattern> patterns;
    private final DiscoveryLimits limits;
    private final int referencesAtOnce;

    /**
     * A search.
     *
     * @param globs patterns of paths, such as {@code Press*}{@code /Speed*}; none: everything
     */
    public TagDiscovery(List<String> globs, DiscoveryLimits limits) {
        this(globs, limits, REFERENCES_AT_ONCE);
    }

    TagDiscovery(List<String> globs, DiscoveryLimits limits, int referencesAtOnce) {
        this.patterns = globs.stream().map(PathPattern::new).toList();
        this.limits = limits;
        this.referencesAtOnce = referencesAtOnce;
    }

    /**
     * Searches.
     *
     * @throws ConnectFailedException when the server cannot be spoken to, or breaks off
     */
    public Discovery run(Connector connector) throws ConnectFailedException {
        OpcUaClient client = connector.connect();
        try {
            NodeWalk walk = new NodeWalk(client, limits, referencesAtOnce);
            walk.walk();
            List<NodeWalk.Place> matching = walk.variables().stream()
                    .filter(place ->
                            patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(place.path())))
                    .toList();
            return new Discovery(
                    describe(client, walk, matching),
                    walk.nodes(),
                    walk.variables().size(),
                    walk.isCut());
        } catch (UaException e) {
            throw new ConnectFailedException("The server broke off while it was browsed: " + e.getMessage(), e);
        } finally {
            var unused = client.disconnectAsync();
        }
    }

    private static List<FoundTag> describe(OpcUaClient client, NodeWalk walk, List<NodeWalk.Place> places)
            throws UaException {
        List<@Nullable Object> types =
                read(client, places.stream().map(NodeWalk.Place::node).toList(), AttributeId.DataType);
        List<NodeWalk.Place> measured = places.stream()
                .filter(place -> walk.unitNode(place.node()) != null)
                .toList();
        List<@Nullable Object> units = read(
                client,
                measured.stream().map(place -> walk.unitNode(place.node())).toList(),
                AttributeId.Value);
        Map<NodeId, String> unitByNode = new HashMap<>();
        for (int i = 0; i < measured.size(); i++) {
            unitByNode.put(measured.get(i).node(), unit(client, units.get(i)));
        }
        Set<String> taken = new HashSet<>();
        List<FoundTag> tags = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            NodeWalk.Place place = places.get(i);
            String guess = MetricGuess.of(place.path().get(place.path().size() - 1));
            String metric = guess;
            for (int n = 2; !taken.add(place.machine() + "/" + metric); n++) {
                metric = guess + "." + n;
            }
            tags.add(new FoundTag(
                    place.machine(),
                    place.path(),
                    nodeText(place.node(), walk.namespaces()),
                    metric,
                    type(types.get(i)),
                    unitByNode.getOrDefault(place.node(), "")));
        }
        return tags;
    }

    private static List<@Nullable Object> read(OpcUaClient client, List<@Nullable NodeId> nodes, AttributeId attribute)
            throws UaException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int from = 0; from < nodes.size(); from += READ_AT_ONCE) {
            List<ReadValueId> requests = nodes.subList(from, Math.min(from + READ_AT_ONCE, nodes.size())).stream()
                    .map(node -> new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE))
                    .toList();
            DataValue[] results =
                    client.read(0, TimestampsToReturn.Neither, requests).getResults();
            for (int i = 0; i < requests.size(); i++) {
                values.add(
                        results == null || i >= results.length || results[i].getValue() == null
                                ? null
                                : results[i].getValue().getValue());
            }
        }
        return values;
    }

    private static String type(@Nullable Object dataType) {
        if (!(dataType instanceof NodeId id)) {
            return "";
        }
        OpcUaDataType builtin = OpcUaDataType.fromNodeId(id);
        return builtin == null ? id.toParseableString() : builtin.name();
    }

    private static String unit(OpcUaClient client, @Nullable Object value) {
        try {
            if (value instanceof ExtensionObject object
                    && object.decode(client.getStaticEncodingContext()) instanceof EUInformation unit) {
                String text = unit.getDisplayName().getText();
                return text == null ? "" : text;
            }
        } catch (UaSerializationException e) {
            // a unit that cannot be read is none
            return "";
        }
        return "";
    }

    /** A node id that keeps its meaning when the server numbers its namespaces anew. */
    private static String nodeText(NodeId node, NamespaceTable namespaces) {
        String text = node.toParseableString();
        String uri = namespaces.get(node.getNamespaceIndex());
        int number = node.getNamespaceIndex().intValue();
        return number == 0 || uri == null
                ? text
                : "nsu=%s;%s".formatted(uri.replace(";", "%3B"), text.substring(text.indexOf(';') + 1));
    }
}
