package vn.nhain.edge.source.opcua;

import java.util.Map;

/**
 * How one press is reached.
 *
 * @param machineId the machine
 * @param url {@code opc.tcp://host:port/path}
 * @param namespaceUri namespace of its nodes; indexes differ from server to server and from start to start
 * @param nodeByMetric node ids by metric, such as {@code nsu=http://…;s=P1.speed}; empty to browse the object whose
 *     string id is the machine's
 * @param user user name, empty for anonymous
 * @param password password, empty for none
 */
public record OpcUaMachine(
        String machineId,
        String url,
        String namespaceUri,
        Map<String, String> nodeByMetric,
        String user,
        String password) {
    /** Namespace of the simulated presses and of presses that follow them. */
    public static final String PRINT_PRESS = "http://nhain.vn/UA/PrintPress/";

    public OpcUaMachine {
        nodeByMetric = Map.copyOf(nodeByMetric);
    }

    /** A press that follows {@code docs/reference/wire.md}. */
    public static OpcUaMachine printPress(String machineId, String url) {
        return new OpcUaMachine(machineId, url, PRINT_PRESS, Map.of(), "", "");
    }

    @Override
    public String toString() {
        return "OpcUaMachine[%s %s]".formatted(machineId, url);
    }
}
