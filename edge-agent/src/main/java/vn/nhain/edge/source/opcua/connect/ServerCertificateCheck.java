package vn.nhain.edge.source.opcua.connect;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultClientCertificateValidator;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.validation.ValidationCheck;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a server shows; what is not trusted goes to the rejected list. Keeps the reason of a refusal, as Milo does not
 * hand it on. The name of the host counts only where an authority is trusted: who accepted exactly this certificate has
 * looked at it. Thread-safe.
 */
final class ServerCertificateCheck implements CertificateValidator {
    private static final Set<ValidationCheck> CHECKS = EnumSet.of(
            ValidationCheck.VALIDITY,
            ValidationCheck.APPLICATION_URI,
            ValidationCheck.KEY_USAGE_END_ENTITY,
            ValidationCheck.EXTENDED_KEY_USAGE_END_ENTITY,
            ValidationCheck.REVOCATION);

    private final KeyFolder folder;
    private volatile @Nullable String problem;

    ServerCertificateCheck(KeyFolder folder) {
        this.folder = folder;
    }

    /** Why the certificate was refused; null when it was not. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Judges the certificate that an endpoint names. */
    void judge(EndpointDescription endpoint, ServerAccess server) throws ConnectFailedException {
        try {
            ByteString bytes = endpoint.getServerCertificate();
            if (bytes == null || bytes.isNullOrEmpty()) {
                throw new ConnectFailedException(
                        "%s names no certificate for %s. Give the server one, or set another security."
                                .formatted(server.url(), EndpointChoice.describe(endpoint)));
            }
            validateCertificateChain(
                    CertificateUtil.decodeCertificates(bytes.bytesOrEmpty()),
                    endpoint.getServer().getApplicationUri(),
                    new String[] {server.host()});
        } catch (UaException e) {
            String words = problem;
            throw new ConnectFailedException(words == null ? String.valueOf(e.getMessage()) : words, e);
        }
    }

    @Override
    public void validateCertificateChain(
            List<X509Certificate> chain, @Nullable String applicationUri, String @Nullable [] hostNames)
            throws UaException {
        X509Certificate shown = chain.get(0);
        try (TrustList list = TrustList.open(folder)) {
            Set<ValidationCheck> checks = EnumSet.copyOf(CHECKS);
            if (!list.manager().getTrustedCertificates().contains(shown)) {
                checks.add(ValidationCheck.HOSTNAME);
            }
            new DefaultClientCertificateValidator(list.manager(), checks, list.quarantine())
                    .validateCertificateChain(chain, applicationUri, hostNames);
            problem = null;
        } catch (UaException e) {
            String words = words(shown, e, applicationUri, hostNames);
            problem = words;
            throw new UaException(e.getStatusCode().value(), words, e);
        }
    }

    private static String words(
            X509Certificate shown, UaException e, @Nullable String applicationUri, String @Nullable [] hostNames) {
        CertificateEntry entry = CertificateEntry.of(shown);
        long code = e.getStatusCode().value();
        String reason;
        if (code == StatusCodes.Bad_CertificateTimeInvalid || code == StatusCodes.Bad_CertificateIssuerTimeInvalid) {
            reason = "is not valid at this time. Renew it at the server, or set the clocks right";
        } else if (code == StatusCodes.Bad_CertificateHostNameInvalid) {
            reason = "is not for the host %s. Use the host that it names, or trust exactly this certificate: %s"
                    .formatted(hostNames == null ? "" : String.join(", ", hostNames), command(entry));
        } else if (code == StatusCodes.Bad_CertificateUriInvalid) {
            reason = "is not for the application %s that the server says it is. Renew it at the server"
                    .formatted(applicationUri);
        } else if (code == StatusCodes.Bad_CertificateRevoked || code == StatusCodes.Bad_CertificateIssuerRevoked) {
            reason = "was revoked by its authority. Renew it at the server";
        } else if (code == StatusCodes.Bad_CertificateUseNotAllowed) {
            reason = "may not be used for this. Renew it at the server with the usages that OPC UA asks for";
        } else {
            reason = "is not trusted. Compare the thumbprint at the server; when it is the same: " + command(entry);
        }
        return "The server's certificate %s %s (%s).".formatted(entry, reason, e.getStatusCode());
    }

    private static String command(CertificateEntry entry) {
        return "nhain edge trust --config FILE accept " + entry.thumbprint();
    }
}
