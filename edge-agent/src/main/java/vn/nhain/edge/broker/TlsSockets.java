package vn.nhain.edge.broker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes TLS sockets of PEM files, with the JDK alone. */
final class TlsSockets {
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END");
    /** The key store never leaves memory. */
    private static final char[] IN_MEMORY = new char[0];

    private TlsSockets() {}

    /**
     * Reads the files; done at each connection, so that a renewed certificate is used without a restart.
     *
     * @throws IOException when a file cannot be read or is not what it should be; the message names it and the remedy
     */
    static SSLSocketFactory of(TlsFiles files) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(files), trustManagers(files), null);
            return new NoDelaySslSocketFactory(context.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: %s".formatted(e.getMessage()), e);
        }
    }

    private static TrustManager @Nullable [] trustManagers(TlsFiles files)
            throws GeneralSecurityException, IOException {
        if (!files.hasCa()) {
            return null;
        }
        KeyStore trusted = emptyStore();
        List<Certificate> certificates = certificates(files.ca());
        for (int i = 0; i < certificates.size(); i++) {
            trusted.setCertificateEntry("ca" + i, certificates.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keyManagers(TlsFiles files) throws GeneralSecurityException, IOException {
        if (!files.hasCertificate()) {
            return null;
        }
        KeyStore own = emptyStore();
        Certificate[] chain = certificates(files.certificate()).toArray(Certificate[]::new);
        own.setKeyEntry("agent", privateKey(files.key(), chain[0].getPublicKey().getAlgorithm()), IN_MEMORY, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, IN_MEMORY);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(Path file) throws IOException {
        try {
            List<Certificate> certificates = new ArrayList<>(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(read(file))));
            if (certificates.isEmpty()) {
                throw new IOException("%s has no certificate. Name a PEM file.".formatted(file));
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new IOException("%s is no PEM file of certificates: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static PrivateKey privateKey(Path file, String algorithm) throws GeneralSecurityException, IOException {
        Matcher matcher = KEY.matcher(new String(read(file), StandardCharsets.US_ASCII));
        if (!matcher.find()) {
            throw new IOException(
                    "%s is no private key in PKCS #8 without a passphrase. Make one: openssl pkcs8 -topk8 -nocrypt -in %s"
                            .formatted(file, file));
        }
        byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new IOException("%s is not the key of its certificate: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IOException("%s cannot be read (%s). Name a file that the agent may read.".formatted(file, e), e);
        }
    }
}
