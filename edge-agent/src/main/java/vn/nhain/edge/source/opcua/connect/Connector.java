package vn.nhain.edge.source.opcua.connect;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.jspecify.annotations.Nullable;

/**
 * Makes connected clients of one server. Reads endpoints and keys anew each time, so that a server that was reinstalled, a
 * renewed key and a changed trust list are seen. Not thread-safe; calls block up to a few times the request timeout.
 */
public final class Connector {
    static {
        // the JDK knows RSA-PSS by another name than the one that Milo asks for
        Security.addProvider(new BouncyCastleProvider());
    }

    private final ServerAccess server;
    private final KeyFolder keys;
    private final Duration requestTimeout;
    private final Clock wallClock;
    /** How often in a row the server refused our certificate: the one before gets its turn every other time. */
    private int refusals;

    public Connector(ServerAccess server, KeyFolder keys, Duration requestTimeout, Clock wallClock) {
        this.server = server;
        this.keys = keys;
        this.requestTimeout = requestTimeout;
        this.wallClock = wallClock;
    }

    /**
     * A client with an open session.
     *
     * @throws ConnectFailedException why there is none and what helps; no client is left behind
     */
    public OpcUaClient connect() throws ConnectFailedException {
        List<EndpointDescription> offered = endpoints();
        EndpointDescription chosen = EndpointChoice.choose(offered, server);
        ServerCertificateCheck check = new ServerCertificateCheck(keys);
        OpcUaClientConfigBuilder config = OpcUaClientConfig.builder()
                // a server behind an address translation names an address that only it can reach
                .setEndpoint(EndpointUtil.updateUrl(chosen, server.host(), EndpointUtil.getPort(server.url())))
                .setDiscoveryEndpoints(offered)
                .setApplicationName(LocalizedText.english(keys.commonName()))
                .setApplicationUri(keys.applicationUri())
                .setCertificateValidator(check)
                .setIdentityProvider(Identities.of(server, chosen, check))
                .setRequestTimeout(uint(requestTimeout.toMillis()))
                .setKeepAliveInterval(uint(requestTimeout.toMillis()))
                .setKeepAliveTimeout(uint(requestTimeout.toMillis()));
        OwnCertificate own = null;
        boolean secured = !SecurityPolicy.None.getUri().equals(chosen.getSecurityPolicyUri());
        if (secured) {
            // before anything is said to it: Milo would look at it too, after we have shown ourselves
            check.judge(chosen, server);
            List<OwnCertificate> all = OwnCertificate.open(keys, wallClock);
            own = all.get(refusals % all.size());
            config.setKeyPair(own.keys())
                    .setCertificate(own.certificate())
                    .setCertificateChain(new X509Certificate[] {own.certificate()});
        }
        try {
            OpcUaClient client = OpcUaClient.create(config.build());
            try {
                client.connect();
                refusals = 0;
                return client;
            } catch (UaException | RuntimeException e) {
                // in the background: a server that is gone does not answer
                var unused = client.disconnectAsync();
                throw e;
            }
        } catch (UaException | RuntimeException e) {
            throw failed(e, check, own);
        }
    }

    /** What the server offers, in a few words each. */
    public List<String> describeEndpoints() throws ConnectFailedException {
        return endpoints().stream().map(EndpointChoice::describe).distinct().toList();
    }

    private List<EndpointDescription> endpoints() throws ConnectFailedException {
        try {
            return DiscoveryClient.getEndpoints(server.url()).get(2 * requestTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectFailedException("Interrupted while asking %s.".formatted(server.url()), e);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            Throwable cause = e instanceof TimeoutException || e.getCause() == null ? e : e.getCause();
            throw new ConnectFailedException("%s does not answer: %s".formatted(server.url(), message(cause)), cause);
        }
    }

    private ConnectFailedException failed(Exception e, ServerCertificateCheck check, @Nullable OwnCertificate own) {
        String ofServer = check.problem();
        if (ofServer != null) {
            return new ConnectFailedException(ofServer, e);
        }
        if (own != null && isRefusalOfCertificate(e)) {
            refusals++;
            return new ConnectFailedException(
                    "%s refuses the agent's certificate %s: %s. Put %s into the server's trust list."
                            .formatted(server.url(), own, message(e), keys.certificateFile()),
                    e);
        }
        return new ConnectFailedException("%s: %s".formatted(server.url(), message(e)), e);
    }

    private static boolean isRefusalOfCertificate(Exception e) {
        long code = UaException.extractStatusCode(e).map(s -> s.value()).orElse(0L);
        return code == StatusCodes.Bad_SecurityChecksFailed
                // some servers close without a word
                || code == StatusCodes.Bad_ConnectionClosed
                || code == StatusCodes.Bad_CertificateUntrusted
                || code == StatusCodes.Bad_CertificateInvalid
                || code == StatusCodes.Bad_CertificateTimeInvalid
                || code == StatusCodes.Bad_CertificateUriInvalid
                || code == StatusCodes.Bad_CertificateChainIncomplete;
    }

    private static String message(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
