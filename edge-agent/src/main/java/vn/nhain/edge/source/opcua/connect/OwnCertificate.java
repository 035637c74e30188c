package vn.nhain.edge.source.opcua.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's own certificates: made when first asked for, renewed before they expire. The one before is kept and offered
 * second until it expires, so that a server that does not trust the new one yet is not lost.
 *
 * <p>Kept with the JDK's key store and not with Milo's {@code KeyStoreCertificateStore}: that one keeps one certificate a
 * type, and overwrites its file in place, where a power cut would cost the identity.
 *
 * @param keys the key pair
 * @param certificate its self-signed certificate
 */
record OwnCertificate(KeyPair keys, X509Certificate certificate) {
    static final Duration VALIDITY = Duration.ofDays(5 * 365);
    static final Duration RENEWED_BEFORE = Duration.ofDays(60);

    private static final Logger log = LoggerFactory.getLogger(OwnCertificate.class);
    private static final Duration SKEW = Duration.ofDays(1);
    private static final int KEY_BITS = 2048;
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    /** Guards nothing that the rights of the file do not; Java wants some password. */
    private static final char[] STORE_PASSWORD = "nhain".toCharArray();

    private static final ReentrantLock oneAtATime = new ReentrantLock();

    /** The one to use, and then the one before while it is valid. */
    static List<OwnCertificate> open(KeyFolder folder, Clock wallClock) throws ConnectFailedException {
        oneAtATime.lock();
        try {
            folder.make();
            // another process may be a running agent, or this one may be 'edge check'
            Path guard = folder.folder().resolve("own/lock");
            try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = channel.lock();
                try {
                    return read(folder, wallClock.instant());
                } finally {
                    lock.release();
                }
            }
        } catch (Exception e) {
            throw new ConnectFailedException(
                    "The agent's own key in %s cannot be used: %s. Mend the rights of the folder, or delete the file to get a new key, which servers then have to trust."
                            .formatted(folder.keyStore(), e.getMessage()),
                    e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static List<OwnCertificate> read(KeyFolder folder, Instant now) throws Exception {
        List<OwnCertificate> found = new ArrayList<>();
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (Files.exists(folder.keyStore())) {
            try (InputStream in = Files.newInputStream(folder.keyStore())) {
                store.load(in, STORE_PASSWORD);
            }
            for (String alias : List.of(CURRENT, PREVIOUS)) {
                if (store.getKey(alias, STORE_PASSWORD) instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    found.add(new OwnCertificate(new KeyPair(certificate.getPublicKey(), key), certificate));
                }
            }
        }
        if (found.isEmpty() || found.get(0).until().isBefore(now.plus(RENEWED_BEFORE))) {
            found.add(0, create(folder, now));
            write(folder, found);
            log.info(
                    "Made the agent's OPC UA certificate {}; servers must trust {}",
                    CertificateEntry.of(found.get(0).certificate()),
                    folder.certificateFile());
        }
        return found.stream().limit(2).filter(own -> own.until().isAfter(now)).toList();
    }

    private Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    private static OwnCertificate create(KeyFolder folder, Instant now) throws Exception {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS);
        List<String> names = new ArrayList<>(List.of("localhost"));
        try {
            names.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            log.debug("This computer does not know its name", e);
        }
        X509Certificate certificate = new SelfSignedCertificateGenerator()
                .generateSelfSigned(
                        keys,
                        // a server whose clock is behind shall take it at once
                        Date.from(now.minus(SKEW)),
                        Date.from(now.atOffset(ZoneOffset.UTC).plus(VALIDITY).toInstant()),
                        folder.commonName(),
                        "NhaIn",
                        null,
                        null,
                        null,
                        null,
                        folder.applicationUri(),
                        names.stream().distinct().toList(),
                        List.of(),
                        SelfSignedCertificateBuilder.SA_SHA256_RSA);
        return new OwnCertificate(keys, certificate);
    }

    private static void write(KeyFolder folder, List<OwnCertificate> all) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, STORE_PASSWORD);
        for (int i = 0; i < Math.min(2, all.size()); i++) {
            OwnCertificate own = all.get(i);
            store.setKeyEntry(i == 0 ? CURRENT : PREVIOUS, own.keys().getPrivate(), STORE_PASSWORD, new Certificate[] {
                own.certificate()
            });
        }
        Path draft = folder.keyStore().resolveSibling("nhain-edge.p12.draft");
        KeyFolder.makeSecret(draft);
        try (OutputStream out = Files.newOutputStream(draft)) {
            store.store(out, STORE_PASSWORD);
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, folder.keyStore(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.write(folder.certificateFile(), all.get(0).certificate().getEncoded());
    }

    @Override
    public String toString() {
        return CertificateEntry.of(certificate).toString();
    }
}
