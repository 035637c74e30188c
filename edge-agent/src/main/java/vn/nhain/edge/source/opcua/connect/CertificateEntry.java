package vn.nhain.edge.source.opcua.connect;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;

/**
 * A certificate in words.
 *
 * @param thumbprint SHA-1 of the whole, 40 lower-case hex digits, as OPC UA tools show it
 * @param subject whose it is
 * @param issuer who signed it; the subject itself when self-signed
 * @param from valid from
 * @param until valid until
 */
public record CertificateEntry(String thumbprint, String subject, String issuer, Instant from, Instant until) {
    static CertificateEntry of(X509Certificate certificate) {
        return new CertificateEntry(
                thumbprint(certificate),
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    static String thumbprint(X509Certificate certificate) {
        try {
            return HexFormat.of()
                    .formatHex(CertificateUtil.thumbprint(certificate).bytesOrEmpty());
        } catch (UaException e) {
            throw new IllegalStateException("A certificate that was read can be hashed.", e);
        }
    }

    @Override
    public String toString() {
        return "%s (thumbprint %s, valid from %s until %s)".formatted(subject, thumbprint, from, until);
    }
}
