package vn.nhain.edge._support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.X509IdentityValidator;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultServerCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** What a press of the tests asks of its clients. Its keys last as long as the object, so that a restart keeps them. */
public final class TestServerSecurity {
    /** The one user name that is let in. */
    public static final String USER = "nhain";

    private final CertificateManager certificates;
    private final List<X509Certificate> chain;
    private final MemoryTrustListManager trusted = new MemoryTrustListManager();
    private final MemoryCertificateQuarantine rejected = new MemoryCertificateQuarantine();
    private final List<X509Certificate> users = new ArrayList<>();
    private final List<SecurityPolicy> policies;
    private final boolean anonymous;

    private TestServerSecurity(
            List<SecurityPolicy> policies, boolean anonymous, String applicationUri, Instant validUntil) {
        this.policies = List.copyOf(policies);
        this.anonymous = anonymous;
        try {
            MemoryCertificateStore store = new MemoryCertificateStore();
            DefaultApplicationGroup group = DefaultApplicationGroup.createAndInitialize(
                    trusted,
                    store,
                    new RsaSha256CertificateFactory() {
                        @Override
                        protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) throws Exception {
                            return new X509Certificate[] {selfSigned(keys, applicationUri, validUntil)};
                        }
                    },
                    new DefaultServerCertificateValidator(trusted, rejected));
            certificates = new DefaultCertificateManager(rejected, group);
            chain = List.of(group.getCertificateEntries().get(0).certificateChain);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Endpoints without security only, anonymous. */
    public static TestServerSecurity open(String applicationUri) {
        return of(applicationUri, true, SecurityPolicy.None);
    }

    /** These policies, each with both modes; user names and user certificates, and anonymous sessions if wanted. */
    public static TestServerSecurity of(String applicationUri, boolean anonymous, SecurityPolicy... policies) {
        Instant validUntil = Instant.now().plus(Period.ofDays(300));
        return new TestServerSecurity(List.of(policies), anonymous, applicationUri, validUntil);
    }

    /** Basic256Sha256 with a certificate that ran out. */
    public static TestServerSecurity expired(String applicationUri) {
        Instant validUntil = Instant.now().minus(Period.ofDays(1));
        return new TestServerSecurity(List.of(SecurityPolicy.Basic256Sha256), true, applicationUri, validUntil);
    }

    private static X509Certificate selfSigned(KeyPair keys, String applicationUri, Instant validUntil)
            throws Exception {
        return new SelfSignedCertificateGenerator()
                .generateSelfSigned(
                        keys,
                        Date.from(validUntil.minus(Period.ofDays(365))),
                        Date.from(validUntil),
                        "press of the tests",
                        "NhaIn",
                        null,
                        null,
                        null,
                        null,
                        applicationUri,
                        List.of("localhost"),
                        List.of("127.0.0.1"),
                        SelfSignedCertificateBuilder.SA_SHA256_RSA);
    }

    /** The server's certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Lets in every client that was turned away so far. */
    public void trustWhoCame() {
        rejected.getRejectedCertificates().forEach(trusted::addTrustedCertificate);
    }

    public void trust(X509Certificate client) {
        trusted.addTrustedCertificate(client);
    }

    /** Lets in the client whose certificate is in this file. */
    public void trustFile(Path certificate) throws Exception {
        trust(CertificateUtil.decodeCertificate(Files.readAllBytes(certificate)));
    }

    /** Lets in who proves that he owns this certificate. */
    public void admit(X509Certificate user) {
        users.add(user);
    }

    List<EndpointConfig> endpoints(EndpointConfig.Builder base) {
        base.addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME, OpcUaServerConfig.USER_TOKEN_POLICY_X509);
        if (anonymous) {
            base.addTokenPolicy(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS);
        }
        List<EndpointConfig> endpoints = new ArrayList<>();
        for (SecurityPolicy policy : policies) {
            UnaryOperator<EndpointConfig.Builder> secured =
                    builder -> builder.setSecurityPolicy(policy).setCertificate(certificate());
            if (policy == SecurityPolicy.None) {
                endpoints.add(secured.apply(base.copy())
                        .setSecurityMode(MessageSecurityMode.None)
                        .build());
            } else {
                for (MessageSecurityMode mode : List.of(MessageSecurityMode.Sign, MessageSecurityMode.SignAndEncrypt)) {
                    endpoints.add(
                            secured.apply(base.copy()).setSecurityMode(mode).build());
                }
            }
        }
        return endpoints;
    }

    void apply(OpcUaServerConfigBuilder config, String password) {
        config.setCertificateManager(certificates)
                .setIdentityValidator(new CompositeValidator(
                        AnonymousIdentityValidator.INSTANCE,
                        new UsernameIdentityValidator(
                                challenge -> challenge.getUsername().equals(USER)
                                        && challenge.getPassword().equals(password)),
                        new X509IdentityValidator(users::contains)));
    }
}
