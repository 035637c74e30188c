package vn.nhain.edge.source.opcua;

import java.util.Map;
import vn.nhain.edge.source.opcua.connect.ServerAccess;

/**
 * How one press is reached.
 *
 * @param machineId the machine
 * @param server where its server is and how it is spoken to
 * @param namespaceUri namespace of its nodes; indexes differ from server to server and from start to start
 * @param nodeByMetric node ids by metric, such as {@code nsu=http://…;s=P1.speed}; empty to browse the object whose
 *     string id is the machine's
 */
public record OpcUaMachine(
        String machineId, ServerAccess server, String namespaceUri, Map<String, String> nodeByMetric) {
    /** Namespace of the simulated presses and of presses that follow them. */
    public static final String PRINT_PRESS = "http://nhain.vn/UA/PrintPress/";

    public OpcUaMachine {
        nodeByMetric = Map.copyOf(nodeByMetric);
    }

    /** A press that follows {@code docs/reference/wire.md}, with the safe defaults. */
    public static OpcUaMachine printPress(String machineId, String url) {
        return new OpcUaMachine(machineId, ServerAccess.of(url), PRINT_PRESS, Map.of());
    }

    @Override
    public String toString() {
        return "OpcUaMachine[%s %s]".formatted(machineId, server.url());
    }
}
