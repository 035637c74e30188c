package vn.nhain.edge.source.opcua.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.identity.X509IdentityProvider;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;

/** From who the agent is to what Milo asks for. A password never travels readable to another computer. */
final class Identities {
    private Identities() {}

    static IdentityProvider of(ServerAccess server, EndpointDescription endpoint, CertificateValidator check)
            throws ConnectFailedException {
        UserIdentity user = server.user();
        if (user instanceof UserIdentity.Name name) {
            UserTokenPolicy policy = passwordPolicy(server, endpoint);
            return new UsernameProvider(name.user(), name.password(), check, offered -> policy);
        }
        if (user instanceof UserIdentity.Certificate files) {
            require(server, endpoint, UserTokenType.Certificate, "user certificates");
            try {
                return new X509IdentityProvider(TrustList.read(files.certificate()), readKey(files.key()));
            } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
                throw new ConnectFailedException(
                        "The user certificate %s with key %s cannot be used: %s. The key must be RSA, PKCS #8, PEM, without password."
                                .formatted(files.certificate(), files.key(), e.getMessage()),
                        e);
            }
        }
        require(server, endpoint, UserTokenType.Anonymous, "anonymous sessions");
        return AnonymousProvider.INSTANCE;
    }

    private static UserTokenPolicy passwordPolicy(ServerAccess server, EndpointDescription endpoint)
            throws ConnectFailedException {
        boolean hidden = endpoint.getSecurityMode() == MessageSecurityMode.SignAndEncrypt || server.isOnThisComputer();
        return require(server, endpoint, UserTokenType.UserName, "user names").stream()
                .filter(policy -> hidden || isEncrypted(policy, endpoint))
                .max(Comparator.comparing(policy -> isEncrypted(policy, endpoint)))
                .orElseThrow(() -> new ConnectFailedException(
                        "%s would take the password readable on %s. Set security to a policy with mode: SignAndEncrypt."
                                .formatted(server.url(), EndpointChoice.describe(endpoint))));
    }

    private static boolean isEncrypted(UserTokenPolicy policy, EndpointDescription endpoint) {
        String uri = policy.getSecurityPolicyUri();
        String effective = uri == null || uri.isEmpty() ? endpoint.getSecurityPolicyUri() : uri;
        return !SecurityPolicy.None.getUri().equals(effective);
    }

    private static List<UserTokenPolicy> require(
            ServerAccess server, EndpointDescription endpoint, UserTokenType type, String what)
            throws ConnectFailedException {
        UserTokenPolicy[] tokens = endpoint.getUserIdentityTokens();
        List<UserTokenPolicy> found = tokens == null
                ? List.of()
                : Arrays.stream(tokens)
                        .filter(policy -> policy.getTokenType() == type)
                        .toList();
        if (found.isEmpty()) {
            throw new ConnectFailedException("%s takes no %s on %s. Set %s."
                    .formatted(
                            server.url(),
                            what,
                            EndpointChoice.describe(endpoint),
                            type == UserTokenType.Anonymous
                                    ? "user and its password, or userCertificate and userKey"
                                    : "another kind of user, or another security"));
        }
        return found;
    }

    private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file);
        String base64 = pem.replaceAll("-----[^-]*-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
