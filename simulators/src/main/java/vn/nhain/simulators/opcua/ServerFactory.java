package vn.nhain.simulators.opcua;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.BuildInfo;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import vn.nhain.plant.machine.Machine;

/** Configures the OPC UA server of a press. */
final class ServerFactory {
    private ServerFactory() {}

    static String applicationUri(Machine machine) {
        return "urn:nhain:simulated-press:" + machine.id();
    }

    /**
     * A server that is not started yet.
     *
     * @param identity keys and certificates for {@link #applicationUri}
     */
    static OpcUaServer create(Machine machine, URI address, ServerIdentity identity) {
        EndpointConfig.Builder base = EndpointConfig.newBuilder()
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
                .setBindAddress(address.getHost())
                .setHostname(address.getHost())
                .setBindPort(address.getPort())
                .setPath(address.getPath())
                .addTokenPolicy(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS);
        Set<EndpointConfig> endpoints = new LinkedHashSet<>();
        endpoints.add(base.copy()
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .build());
        identity.certificate()
                .ifPresent(certificate -> endpoints.add(base.copy()
                        .setCertificate(certificate)
                        .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
                        .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
                        .build()));
        OpcUaServerConfig config = OpcUaServerConfig.builder()
                .setApplicationName(LocalizedText.english("NhaIn simulated press " + machine.id()))
                .setApplicationUri(applicationUri(machine))
                .setProductUri("http://nhain.vn/simulators")
                .setBuildInfo(new BuildInfo(
                        "http://nhain.vn/simulators", "NhaIn", "simulated press", "0.1", "0.1", DateTime.MIN_VALUE))
                .setEndpoints(endpoints)
                .setIdentityValidator(AnonymousIdentityValidator.INSTANCE)
                .setCertificateManager(identity.certificates())
                .build();
        return new OpcUaServer(
                config,
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
    }
}
