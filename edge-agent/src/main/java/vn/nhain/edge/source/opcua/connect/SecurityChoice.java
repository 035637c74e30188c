package vn.nhain.edge.source.opcua.connect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;

/** Security policies that a server may be spoken to with. The outdated Basic128Rsa15 and Basic256 are not among them. */
public enum SecurityChoice {
    /** The strongest that the server offers; on this computer itself none, where the server offers that. Never none elsewhere. */
    AUTO("auto"),
    /** No signature, no encryption, nobody proves who he is. */
    NONE("none"),
    BASIC256_SHA256("Basic256Sha256"),
    AES128_SHA256_RSA_OAEP("Aes128_Sha256_RsaOaep"),
    AES256_SHA256_RSA_PSS("Aes256_Sha256_RsaPss");

    private final String text;

    SecurityChoice(String text) {
        this.text = text;
    }

    /** As in the configuration; the policies by their OPC UA names. */
    public String text() {
        return text;
    }

    /** The choice with this text, upper and lower case alike. */
    public static Optional<SecurityChoice> find(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.text.equals(text) || choice.text.equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    /** All texts, for messages. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(SecurityChoice::text).toList();
    }

    /** Policies that it allows, the weakest first. */
    List<SecurityPolicy> policies() {
        return switch (this) {
            case AUTO ->
                List.of(
                        SecurityPolicy.Basic256Sha256,
                        SecurityPolicy.Aes128_Sha256_RsaOaep,
                        SecurityPolicy.Aes256_Sha256_RsaPss);
            case NONE -> List.of(SecurityPolicy.None);
            case BASIC256_SHA256 -> List.of(SecurityPolicy.Basic256Sha256);
            case AES128_SHA256_RSA_OAEP -> List.of(SecurityPolicy.Aes128_Sha256_RsaOaep);
            case AES256_SHA256_RSA_PSS -> List.of(SecurityPolicy.Aes256_Sha256_RsaPss);
        };
    }

    @Override
    public String toString() {
        return text.toLowerCase(Locale.ROOT).equals(text) ? text : "policy " + text;
    }
}
