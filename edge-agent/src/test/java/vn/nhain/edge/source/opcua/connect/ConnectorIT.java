package vn.nhain.edge.source.opcua.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestPress;
import vn.nhain.edge._support.TestServerSecurity;

/** Against a real server: who is let in, who is turned away, and what a person is told. */
class ConnectorIT {
    private static final String ID = "OF1";
    private static final SecurityPolicy[] ALL = {
        SecurityPolicy.None,
        SecurityPolicy.Basic256Sha256,
        SecurityPolicy.Aes128_Sha256_RsaOaep,
        SecurityPolicy.Aes256_Sha256_RsaPss
    };

    @TempDir
    Path folder;

    private final int port = FreePort.find();
    private final String url = "opc.tcp://127.0.0.1:%d/nhain/%s".formatted(port, ID);
    private KeyFolder keys;
    private @Nullable TestPress press;

    @BeforeEach
    void makeKeys() {
        keys = KeyFolder.of(folder, "hcm1", "edge1");
    }

    @AfterEach
    void stopPress() {
        if (press != null) {
            press.close();
        }
    }

    private static TestServerSecurity security(boolean anonymous, SecurityPolicy... policies) {
        return TestServerSecurity.of(TestPress.applicationUri(ID), anonymous, policies);
    }

    private Connector connector(ServerAccess access) {
        return new Connector(access, keys, Duration.ofSeconds(5), Clock.systemUTC());
    }

    private void trustEachOther(TestServerSecurity security) throws Exception {
        security.trust(OwnCertificate.open(keys, Clock.systemUTC()).get(0).certificate());
        Path file =
                Files.write(folder.resolve("press.der"), security.certificate().getEncoded());
        try (TrustList list = TrustList.open(keys)) {
            list.add(file, false);
        }
    }

    private EndpointDescription endpointOf(ServerAccess access) throws Exception {
        OpcUaClient client = connector(access).connect();
        try {
            client.readNamespaceTable();
            return client.getConfig().getEndpoint();
        } finally {
            client.disconnect();
        }
    }

    @Test
    void eachPolicyWorksSignedAndEncrypted() throws Exception {
        TestServerSecurity security = security(true, ALL);
        trustEachOther(security);
        press = TestPress.start(ID, port, security);
        for (SecurityPolicy policy : List.of(ALL).subList(1, ALL.length)) {
            SecurityChoice choice = SecurityChoice.find(policy.name()).orElseThrow();
            for (boolean encrypted : new boolean[] {true, false}) {
                EndpointDescription endpoint =
                        endpointOf(new ServerAccess(url, choice, encrypted, new UserIdentity.Anonymous()));
                assertEquals(policy.getUri(), endpoint.getSecurityPolicyUri());
                assertEquals(
                        encrypted ? MessageSecurityMode.SignAndEncrypt : MessageSecurityMode.Sign,
                        endpoint.getSecurityMode());
            }
        }
    }

    @Test
    void aStrangeServerIsTurnedAwayNamedAndTrustedByTheCommandOfTheMessage() throws Exception {
        TestServerSecurity security = security(true, SecurityPolicy.Basic256Sha256);
        security.trust(OwnCertificate.open(keys, Clock.systemUTC()).get(0).certificate());
        Connector connector = connector(ServerAccess.of(url));
        press = TestPress.start(ID, port, security);
        String message =
                assertThrows(ConnectFailedException.class, connector::connect).getMessage();
        String thumbprint = CertificateEntry.thumbprint(security.certificate());
        assertTrue(message.contains("CN=press of the tests"), message);
        assertTrue(message.contains("is not trusted"), message);
        assertTrue(message.contains("nhain edge trust --config FILE accept " + thumbprint), message);
        try (TrustList list = TrustList.open(keys)) {
            list.accept(thumbprint.substring(0, 8));
        }
        connector.connect().disconnect();
        try (TrustList list = TrustList.open(keys)) {
            list.reject(thumbprint);
            assertEquals(thumbprint, list.rejected().get(0).thumbprint());
        }
        assertThrows(ConnectFailedException.class, connector::connect);
    }

    @Test
    void aServerThatDoesNotTrustTheAgentIsNamedWithTheFileThatItNeeds() throws Exception {
        TestServerSecurity security = security(true, SecurityPolicy.Aes256_Sha256_RsaPss);
        trustEachOther(security);
        keys = KeyFolder.of(folder.resolve("other"), "hcm1", "edge2");
        Path file =
                Files.write(folder.resolve("press.der"), security.certificate().getEncoded());
        try (TrustList list = TrustList.open(keys)) {
            list.add(file, false);
        }
        Connector connector = connector(ServerAccess.of(url));
        press = TestPress.start(ID, port, security);
        String message =
                assertThrows(ConnectFailedException.class, connector::connect).getMessage();
        assertTrue(message.contains("refuses the agent's certificate O=NhaIn,CN=NhaIn edge agent hcm1 edge2"), message);
        assertTrue(message.contains(keys.certificateFile().toString()), message);
        security.trustWhoCame();
        connector.connect().disconnect();
    }

    @Test
    void anExpiredCertificateOfATrustedServerIsRefusedWithThatReason() throws Exception {
        TestServerSecurity security = TestServerSecurity.expired(TestPress.applicationUri(ID));
        trustEachOther(security);
        press = TestPress.start(ID, port, security);
        String message = assertThrows(ConnectFailedException.class, connector(ServerAccess.of(url))::connect)
                .getMessage();
        assertTrue(message.contains("is not valid at this time"), message);
    }

    @Test
    void aUserNameWithItsPasswordIsLetInAndAWrongOneIsNot() throws Exception {
        TestServerSecurity security = security(false, SecurityPolicy.Basic256Sha256);
        trustEachOther(security);
        ServerAccess access = ServerAccess.of(url);
        press = TestPress.start(ID, port, security);
        String anonymous = assertThrows(ConnectFailedException.class, connector(access)::connect)
                .getMessage();
        assertTrue(anonymous.contains("takes no anonymous sessions"), anonymous);
        ServerAccess right = access.withUser(new UserIdentity.Name(TestServerSecurity.USER, TestPress.PASSWORD));
        connector(right).connect().disconnect();
        ServerAccess wrong = access.withUser(new UserIdentity.Name(TestServerSecurity.USER, "guessed"));
        String message = assertThrows(ConnectFailedException.class, connector(wrong)::connect)
                .getMessage();
        assertTrue(message.contains("Bad_UserAccessDenied"), message);
    }

    @Test
    void aUserCertificateIsLetInWhenItIsKnown() throws Exception {
        TestServerSecurity security = security(false, SecurityPolicy.Basic256Sha256);
        trustEachOther(security);
        KeyPair pair = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
        X509Certificate user =
                new SelfSignedCertificateBuilder(pair).setCommonName("operator").build();
        Path certificate = Files.write(folder.resolve("user.der"), user.getEncoded());
        Path key = Files.writeString(
                folder.resolve("user.pem"),
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())));
        ServerAccess access = ServerAccess.of(url).withUser(new UserIdentity.Certificate(certificate, key));
        press = TestPress.start(ID, port, security);
        assertThrows(ConnectFailedException.class, connector(access)::connect);
        security.admit(user);
        connector(access).connect().disconnect();
    }
}
