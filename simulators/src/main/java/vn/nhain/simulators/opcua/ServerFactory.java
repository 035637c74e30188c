package vn.nhain.simulators.opcua;

import java.net.URI;
import java.security.Security;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
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
    private static final List<SecurityPolicy> POLICIES = List.of(
            SecurityPolicy.Basic256Sha256, SecurityPolicy.Aes128_Sha256_RsaOaep, SecurityPolicy.Aes256_Sha256_RsaPss);
    private static final List<MessageSecurityMode> MODES =
            List.of(MessageSecurityMode.Sign, MessageSecurityMode.SignAndEncrypt);

    static {
        // the JDK knows RSA-PSS by another name than the one that Milo asks for
        Security.addProvider(new BouncyCastleProvider());
    }

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
        identity.certificate().ifPresent(certificate -> {
            EndpointConfig.Builder secured = base.copy().setCertificate(certificate);
            for (SecurityPolicy policy : POLICIES) {
                for (MessageSecurityMode mode : MODES) {
                    endpoints.add(secured.copy()
                            .setSecurityPolicy(policy)
                            .setSecurityMode(mode)
                            .build());
                }
            }
        });
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
