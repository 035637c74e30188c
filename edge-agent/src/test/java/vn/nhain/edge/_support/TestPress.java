package vn.nhain.edge._support;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.methods.AbstractMethodInvocationHandler;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** A press as {@code docs/reference/wire.md} describes it, moved by the test. */
public final class TestPress implements AutoCloseable {
    private static final String NAMESPACE = "http://nhain.vn/UA/PrintPress/";

    private final OpcUaServer server;
    private final PressNamespace namespace;
    private final String id;
    private final int port;

    /** The password of {@link TestServerSecurity#USER}. */
    public static final String PASSWORD = "only for tests";

    private TestPress(
            String id,
            int port,
            List<String> namespacesBefore,
            UnaryOperator<String> startJob,
            TestServerSecurity security,
            Consumer<TestPress> beforeClients)
            throws Exception {
        this.id = id;
        this.port = port;
        EndpointConfig.Builder endpoint = EndpointConfig.newBuilder()
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
                .setBindAddress("127.0.0.1")
                .setBindPort(port)
                .setHostname("127.0.0.1")
                .setPath("/nhain/" + id);
        OpcUaServerConfigBuilder config = OpcUaServerConfig.builder()
                .setApplicationName(LocalizedText.english(id))
                .setApplicationUri(applicationUri(id))
                .setProductUri("urn:nhain:test")
                .setEndpoints(Set.copyOf(security.endpoints(endpoint)));
        security.apply(config, PASSWORD);
        server = new OpcUaServer(
                config.build(),
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
        namespacesBefore.forEach(server.getNamespaceTable()::add);
        namespace = new PressNamespace(server, id, startJob);
        namespace.startup();
        beforeClients.accept(this);
        server.startup().get(30, TimeUnit.SECONDS);
    }

    /** The server's application URI, which its certificate has to name. */
    public static String applicationUri(String id) {
        return "urn:nhain:test:" + id;
    }

    /** A press that asks for what the tests of security want. */
    public static TestPress start(String id, int port, TestServerSecurity security) throws Exception {
        return start(id, port, List.of(), security, press -> {});
    }

    /**
     * A press that has its variables before the first client comes.
     *
     * @param namespacesBefore namespaces that take the indexes before its own
     * @param beforeClients sets them
     */
    public static TestPress start(
            String id,
            int port,
            List<String> namespacesBefore,
            TestServerSecurity security,
            Consumer<TestPress> beforeClients)
            throws Exception {
        return new TestPress(id, port, namespacesBefore, TestPress::accept, security, beforeClients);
    }

    /** A press on a free port that takes every job. */
    public static TestPress start(String id) throws Exception {
        return start(id, FreePort.find(), List.of(), TestPress::accept);
    }

    /**
     * A press.
     *
     * @param namespacesBefore namespaces that take the indexes before its own
     * @param startJob from the JSON of a command to the JSON of the answer
     */
    public static TestPress start(String id, int port, List<String> namespacesBefore, UnaryOperator<String> startJob)
            throws Exception {
        return new TestPress(
                id, port, namespacesBefore, startJob, TestServerSecurity.open(applicationUri(id)), press -> {});
    }

    private static String accept(String command) {
        String commandId = command.replaceAll(".*\"commandId\":\"([^\"]*)\".*", "$1");
        return "{\"commandId\":\"%s\",\"accepted\":true,\"message\":\"\"}".formatted(commandId);
    }

    public String url() {
        return "opc.tcp://127.0.0.1:%d/nhain/%s".formatted(port, id);
    }

    public int port() {
        return port;
    }

    /** Sets the node {@code ID/name} to a number or text at a plant time; makes it when it is not there. */
    public void set(String name, Object value, Instant time) {
        namespace.set(name, value, time);
    }

    /** Says the unit of a variable that is there, as OPC UA does. */
    public void setUnit(String name, String unit) {
        namespace.setUnit(name, unit);
    }

    /** Takes a variable out of the server; {@link #set} makes it anew. */
    public void remove(String name) {
        namespace.remove(name);
    }

    /** Ends every session, as a server does when its operator says so. */
    public void endSessions() {
        server.getSessionManager().getAllSessions().forEach(session -> server.getSessionManager()
                .killSession(session.getSessionId(), true));
    }

    /** Lets the press contain the folder that contains it. */
    public void makeRing() {
        namespace.press.addReference(
                new Reference(namespace.press.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), true));
    }

    @Override
    public void close() {
        server.shutdown().orTimeout(30, TimeUnit.SECONDS).join();
        namespace.shutdown();
    }

    private static final class PressNamespace extends ManagedNamespaceWithLifecycle {
        private final SubscriptionModel subscriptions;
        private final String id;
        private final UaObjectNode press;
        private final Map<String, UaVariableNode> variables = new ConcurrentHashMap<>();

        PressNamespace(OpcUaServer server, String id, UnaryOperator<String> startJob) {
            super(server, NAMESPACE);
            this.id = id;
            subscriptions = new SubscriptionModel(server, this);
            getLifecycleManager().addLifecycle(subscriptions);
            press = new UaObjectNode(
                    getNodeContext(),
                    newNodeId(id),
                    newQualifiedName(id),
                    LocalizedText.english(id),
                    LocalizedText.NULL_VALUE,
                    uint(0),
                    uint(0));
            getNodeManager().addNode(press);
            press.addReference(
                    new Reference(press.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), false));
            addStartJob(startJob);
        }

        private void addStartJob(UnaryOperator<String> startJob) {
            UaMethodNode method =
                    UaMethodNode.build(getNodeContext(), builder -> builder.setNodeId(newNodeId(id + "/StartJob"))
                            .setBrowseName(newQualifiedName("StartJob"))
                            .setDisplayName(LocalizedText.english("StartJob"))
                            .build());
            StartJobMethod handler = new StartJobMethod(method, startJob);
            method.setInputArguments(handler.getInputArguments());
            method.setOutputArguments(handler.getOutputArguments());
            method.setInvocationHandler(handler);
            getNodeManager().addNode(method);
            press.addComponent(method);
        }

        void set(String name, Object value, Instant time) {
            UaVariableNode node = variables.computeIfAbsent(name, missing -> variable(missing, value));
            DateTime at = new DateTime(time);
            node.setValue(new DataValue(Variant.of(value), StatusCode.GOOD, at, DateTime.now()));
        }

        void remove(String name) {
            UaVariableNode node = variables.remove(name);
            if (node != null) {
                node.delete();
            }
        }

        void setUnit(String name, String unit) {
            UaVariableNode property = UaVariableNode.build(
                    getNodeContext(), builder -> builder.setNodeId(newNodeId(id + "/" + name + "/EngineeringUnits"))
                            .setBrowseName(new QualifiedName(0, "EngineeringUnits"))
                            .setDisplayName(LocalizedText.english("EngineeringUnits"))
                            .setDataType(NodeIds.EUInformation)
                            .setTypeDefinition(NodeIds.PropertyType)
                            .build());
            property.setValue(new DataValue(Variant.of(ExtensionObject.encode(
                    getServer().getStaticEncodingContext(),
                    new EUInformation(
                            "http://www.opcfoundation.org/UA/units/un/cefact",
                            -1,
                            LocalizedText.english(unit),
                            LocalizedText.NULL_VALUE)))));
            getNodeManager().addNode(property);
            UaVariableNode variable = variables.get(name);
            variable.addReference(new Reference(
                    variable.getNodeId(),
                    NodeIds.HasProperty,
                    property.getNodeId().expanded(),
                    true));
        }

        private UaVariableNode variable(String name, Object value) {
            UaVariableNode node =
                    UaVariableNode.build(getNodeContext(), builder -> builder.setNodeId(newNodeId(id + "/" + name))
                            .setBrowseName(newQualifiedName(name))
                            .setDisplayName(LocalizedText.english(name))
                            .setDataType(value instanceof String ? NodeIds.String : NodeIds.Double)
                            .setTypeDefinition(NodeIds.BaseDataVariableType)
                            .setAccessLevel(AccessLevel.CurrentRead)
                            .setUserAccessLevel(AccessLevel.CurrentRead)
                            .build());
            getNodeManager().addNode(node);
            press.addComponent(node);
            return node;
        }

        @Override
        public void onDataItemsCreated(List<DataItem> items) {
            subscriptions.onDataItemsCreated(items);
        }

        @Override
        public void onDataItemsModified(List<DataItem> items) {
            subscriptions.onDataItemsModified(items);
        }

        @Override
        public void onDataItemsDeleted(List<DataItem> items) {
            subscriptions.onDataItemsDeleted(items);
        }

        @Override
        public void onMonitoringModeChanged(List<MonitoredItem> items) {
            subscriptions.onMonitoringModeChanged(items);
        }
    }

    private static final class StartJobMethod extends AbstractMethodInvocationHandler {
        private final UnaryOperator<String> startJob;

        StartJobMethod(UaMethodNode node, UnaryOperator<String> startJob) {
            super(node);
            this.startJob = startJob;
        }

        @Override
        public Argument[] getInputArguments() {
            return new Argument[] {argument("job")};
        }

        @Override
        public Argument[] getOutputArguments() {
            return new Argument[] {argument("acknowledgement")};
        }

        private static Argument argument(String name) {
            return new Argument(name, NodeIds.String, -1, null, LocalizedText.NULL_VALUE);
        }

        @Override
        protected Variant[] invoke(InvocationContext context, Variant[] inputs) {
            return new Variant[] {Variant.ofString(startJob.apply(String.valueOf(inputs[0].getValue())))};
        }
    }
}
