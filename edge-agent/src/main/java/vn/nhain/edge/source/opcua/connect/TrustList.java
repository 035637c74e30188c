package vn.nhain.edge.source.opcua.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.FileBasedCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.FileBasedTrustListManager;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;

/**
 * Whom an agent trusts, and whom it turned away. On disk, so that a running agent sees at its next attempt what another
 * process changed here. Not thread-safe; open one for each use.
 */
public final class TrustList implements AutoCloseable {
    private static final int LEAST_DIGITS = 6;

    private final KeyFolder folder;
    private final FileBasedTrustListManager trusted;
    private final CertificateQuarantine rejected;

    private TrustList(KeyFolder folder, FileBasedTrustListManager trusted, CertificateQuarantine rejected) {
        this.folder = folder;
        this.trusted = trusted;
        this.rejected = rejected;
    }

    /**
     * Opens the lists of an agent; makes empty ones when there are none.
     *
     * @throws UncheckedIOException when the folder cannot be used; the message names it
     */
    public static TrustList open(KeyFolder folder) {
        try {
            folder.make();
            return new TrustList(
                    folder,
                    FileBasedTrustListManager.createAndInitialize(folder.folder()),
                    FileBasedCertificateQuarantine.create(folder.rejected()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The trust list in %s cannot be used: %s. Does the folder belong to the user who runs the agent?"
                            .formatted(folder.folder(), e.getMessage()),
                    e);
        }
    }

    FileBasedTrustListManager manager() {
        return trusted;
    }

    CertificateQuarantine quarantine() {
        return rejected;
    }

    /** Servers and authorities that are believed. */
    public List<CertificateEntry> trusted() {
        return entries(trusted.getTrustedCertificates());
    }

    /** Authorities that only link a server to a trusted authority. */
    public List<CertificateEntry> issuers() {
        return entries(trusted.getIssuerCertificates());
    }

    /** What servers showed and nobody accepted. */
    public List<CertificateEntry> rejected() {
        return entries(rejected.getRejectedCertificates());
    }

    /** The agent's own certificates, the one in use first; made when there are none. */
    public List<CertificateEntry> own(Clock wallClock) throws ConnectFailedException {
        return OwnCertificate.open(folder, wallClock).stream()
                .map(own -> CertificateEntry.of(own.certificate()))
                .toList();
    }

    /**
     * From now on believes a certificate that was turned away.
     *
     * @param thumbprint its thumbprint or the beginning of it
     * @throws IllegalArgumentException when none or several are meant; the message lists them
     */
    public CertificateEntry accept(String thumbprint) {
        X509Certificate certificate = find(rejected.getRejectedCertificates(), thumbprint, "rejected");
        trusted.addTrustedCertificate(certificate);
        rejected.removeRejectedCertificate(certificate);
        return CertificateEntry.of(certificate);
    }

    /**
     * From now on does not believe a certificate any more. Sessions that stand go on until they are made anew.
     *
     * @param thumbprint its thumbprint or the beginning of it
     * @throws IllegalArgumentException when none or several are meant; the message lists them
     */
    public CertificateEntry reject(String thumbprint) {
        X509Certificate certificate = find(trusted.getTrustedCertificates(), thumbprint, "trusted");
        rejected.addRejectedCertificate(certificate);
        try {
            trusted.removeTrustedCertificate(CertificateUtil.thumbprint(certificate));
        } catch (UaException e) {
            throw new IllegalStateException("A certificate that was read can be hashed.", e);
        }
        return CertificateEntry.of(certificate);
    }

    /**
     * Believes the certificate in a file, of a server or of an authority.
     *
     * @param file DER or PEM
     * @param issuer only as a link to a trusted authority
     * @throws IOException when it cannot be read or holds none
     */
    public CertificateEntry add(Path file, boolean issuer) throws IOException {
        X509Certificate certificate = read(file);
        if (issuer) {
            trusted.addIssuerCertificate(certificate);
        } else {
            trusted.addTrustedCertificate(certificate);
            rejected.removeRejectedCertificate(certificate);
        }
        return CertificateEntry.of(certificate);
    }

    static X509Certificate read(Path file) throws IOException {
        try {
            return CertificateUtil.decodeCertificate(Files.readAllBytes(file));
        } catch (UaException e) {
            throw new IOException("%s holds no certificate in DER or PEM.".formatted(file), e);
        }
    }

    private static X509Certificate find(List<X509Certificate> among, String thumbprint, String list) {
        String wanted = thumbprint.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        List<X509Certificate> found = among.stream()
                .filter(certificate -> wanted.length() >= LEAST_DIGITS
                        && CertificateEntry.thumbprint(certificate).startsWith(wanted))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "The thumbprint (%s) means %s of the %d %s certificates. Give at least %d digits of one of: %s."
                            .formatted(
                                    thumbprint,
                                    found.isEmpty() ? "none" : "several",
                                    among.size(),
                                    list,
                                    LEAST_DIGITS,
                                    among.stream()
                                            .map(CertificateEntry::thumbprint)
                                            .toList()));
        }
        return found.get(0);
    }

    private static List<CertificateEntry> entries(List<X509Certificate> certificates) {
        return certificates.stream().map(CertificateEntry::of).toList();
    }

    @Override
    public void close() {
        try {
            trusted.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
