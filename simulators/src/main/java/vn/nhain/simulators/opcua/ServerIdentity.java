package vn.nhain.simulators.opcua;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultServerCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.FileBasedCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.FileBasedTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.KeyStoreCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;

/**
 * Key, certificate and trust lists of a press's server.
 *
 * @param certificates what Milo asks
 * @param certificate the server's own certificate; empty when it has no secure endpoint
 * @param closeables what watches files for changes
 */
record ServerIdentity(
        CertificateManager certificates, Optional<X509Certificate> certificate, List<Closeable> closeables)
        implements Closeable {
    /** The key store protects nothing that its folder's rights do not; Java wants some password. */
    private static final char[] STORE_PASSWORD = "simulated".toCharArray();

    static ServerIdentity of(String machineId, String applicationUri, String host, ServerSecurity security)
            throws IOException {
        if (security.certificates().isEmpty()) {
            return new ServerIdentity(
                    new DefaultCertificateManager(new MemoryCertificateQuarantine()), Optional.empty(), List.of());
        }
        Path folder = Files.createDirectories(security.certificates().get().resolve(machineId));
        try {
            FileBasedTrustListManager trust = FileBasedTrustListManager.createAndInitialize(folder);
            FileBasedCertificateQuarantine quarantine =
                    FileBasedCertificateQuarantine.create(Files.createDirectories(folder.resolve("rejected")));
            KeyStoreCertificateStore store =
                    KeyStoreCertificateStore.createAndInitialize(new KeyStoreCertificateStore.Settings(
                            folder.resolve("server.pfx"),
                            STORE_PASSWORD::clone,
                            alias -> STORE_PASSWORD.clone(),
                            false));
            DefaultApplicationGroup group = DefaultApplicationGroup.createAndInitialize(
                    trust,
                    store,
                    new SelfSigned(machineId, applicationUri, host),
                    new DefaultServerCertificateValidator(trust, quarantine));
            Optional<X509Certificate> own = group.getCertificateChain(NodeIds.RsaSha256ApplicationCertificateType)
                    .map(chain -> chain[0]);
            return new ServerIdentity(new DefaultCertificateManager(quarantine, group), own, List.of(trust, store));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(
                    "The certificates of press %s in %s cannot be used: %s. Delete the folder to make new ones."
                            .formatted(machineId, folder, e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable closeable : closeables) {
            closeable.close();
        }
    }

    private static final class SelfSigned extends RsaSha256CertificateFactory {
        private final String machineId;
        private final String applicationUri;
        private final String host;

        private SelfSigned(String machineId, String applicationUri, String host) {
            this.machineId = machineId;
            this.applicationUri = applicationUri;
            this.host = host;
        }

        @Override
        protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) throws Exception {
            SelfSignedCertificateBuilder builder = new SelfSignedCertificateBuilder(keys)
                    .setCommonName("NhaIn simulated press " + machineId)
                    .setOrganization("NhaIn")
                    .setApplicationUri(applicationUri)
                    .addDnsName("localhost")
                    .addIpAddress(host);
            return new X509Certificate[] {builder.build()};
        }
    }
}
