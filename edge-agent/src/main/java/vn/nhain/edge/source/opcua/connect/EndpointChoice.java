package vn.nhain.edge.source.opcua.connect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.Stack;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.jspecify.annotations.Nullable;

/** Picks the endpoint of a server that is spoken to. The server's own ranking is not believed: it could be a liar's. */
final class EndpointChoice {
    private EndpointChoice() {}

    /** The endpoint to use. */
    static EndpointDescription choose(List<EndpointDescription> offered, ServerAccess server)
            throws ConnectFailedException {
        boolean here = server.isOnThisComputer();
        List<SecurityPolicy> policies = new ArrayList<>(server.security().policies());
        if (server.security() == SecurityChoice.AUTO && here) {
            policies.add(SecurityPolicy.None);
        }
        Optional<EndpointDescription> best = offered.stream()
                .filter(endpoint -> Stack.TCP_UASC_UABINARY_TRANSPORT_URI.equals(endpoint.getTransportProfileUri()))
                .filter(endpoint -> isTaken(endpoint, policies, server.encrypted()))
                .max(Comparator.comparingInt(endpoint -> policies.indexOf(policy(endpoint))));
        if (best.isEmpty()) {
            throw new ConnectFailedException(refusal(offered, server));
        }
        return best.get();
    }

    private static boolean isTaken(EndpointDescription endpoint, List<SecurityPolicy> policies, boolean encrypted) {
        SecurityPolicy policy = policy(endpoint);
        MessageSecurityMode mode = endpoint.getSecurityMode();
        if (policy == null || !policies.contains(policy)) {
            return false;
        }
        if (policy == SecurityPolicy.None) {
            return mode == MessageSecurityMode.None;
        }
        return mode == (encrypted ? MessageSecurityMode.SignAndEncrypt : MessageSecurityMode.Sign);
    }

    static @Nullable SecurityPolicy policy(EndpointDescription endpoint) {
        return SecurityPolicy.fromUriSafe(endpoint.getSecurityPolicyUri()).orElse(null);
    }

    private static String refusal(List<EndpointDescription> offered, ServerAccess server) {
        String remedy = server.security() == SecurityChoice.AUTO
                ? "Switch one of %s on at the server; if nobody else is on that network, set security: none for it."
                        .formatted(SecurityChoice.AUTO.policies())
                : "Set another security for it, or switch this one on at the server.";
        return "%s offers %s, and nothing of that is taken with security: %s, mode: %s. %s"
                .formatted(
                        server.url(),
                        describe(offered),
                        server.security().text(),
                        server.encrypted() ? "SignAndEncrypt" : "Sign",
                        remedy);
    }

    /** Every endpoint in a few words, such as {@code Basic256Sha256/SignAndEncrypt}. */
    static String describe(List<EndpointDescription> offered) {
        return offered.isEmpty()
                ? "no endpoint"
                : offered.stream().map(EndpointChoice::describe).distinct().collect(Collectors.joining(", "));
    }

    static String describe(EndpointDescription endpoint) {
        String uri = String.valueOf(endpoint.getSecurityPolicyUri());
        String policy = uri.substring(uri.indexOf('#') + 1);
        return policy.equals("None") ? "None" : "%s/%s".formatted(policy, endpoint.getSecurityMode());
    }
}
