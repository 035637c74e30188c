package vn.nhain.edge.broker;

import java.nio.file.Path;

/**
 * PEM files for TLS; an empty path where one is not needed.
 *
 * @param ca certificates of the authorities that a broker's certificate may come from; without, those of the Java runtime
 * @param certificate the agent's own certificate, with those that it comes from; without, the agent shows none
 * @param key private key of that certificate, PKCS #8 without a passphrase
 */
public record TlsFiles(Path ca, Path certificate, Path key) {
    private static final Path NONE = Path.of("");

    /** Authorities of the Java runtime, no certificate of the agent's own. */
    public static final TlsFiles DEFAULTS = new TlsFiles(NONE, NONE, NONE);

    boolean hasCa() {
        return !ca.equals(NONE);
    }

    boolean hasCertificate() {
        return !certificate.equals(NONE);
    }

    boolean hasKey() {
        return !key.equals(NONE);
    }
}
