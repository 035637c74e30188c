package vn.nhain.edge.source.opcua.connect;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.nhain.edge.keys.Section;

/** Reads how a server is spoken to. */
public final class AccessKeys {
    private static final String ENCRYPTED = "SignAndEncrypt";

    private AccessKeys() {}

    /** Reads the keys of one server. */
    public static ServerAccess read(Section section) {
        String url = section.requiredUrl("url", "opc.tcp://press1:4840/", Set.of("opc.tcp"), "address of the server");
        String security = section.choice(
                "security",
                SecurityChoice.AUTO.text(),
                new LinkedHashSet<>(SecurityChoice.texts()),
                "auto: the strongest policy offered, none only on this computer itself; none: no signature and no encryption; else this policy");
        String mode = section.choice(
                "mode",
                ENCRYPTED,
                new LinkedHashSet<>(List.of(ENCRYPTED, "Sign")),
                "sign and encrypt, or sign only; without meaning for security: none");
        return new ServerAccess(
                url,
                SecurityChoice.find(security).orElse(SecurityChoice.AUTO),
                mode.equals(ENCRYPTED),
                identity(section));
    }

    private static UserIdentity identity(Section section) {
        String user = section.text("user", "", "user name; empty: anonymous");
        String password = section.secret("password", "password of the user");
        Path certificate = section.path("userCertificate", "certificate instead of a user name; DER or PEM");
        Path key = section.path("userKey", "its RSA key, PEM in PKCS #8 without a password");
        boolean hasCertificate = !certificate.toString().isEmpty();
        boolean hasKey = !key.toString().isEmpty();
        if (hasCertificate != hasKey) {
            section.mistake(
                    hasKey ? "userCertificate" : "userKey",
                    "missing",
                    "userCertificate and userKey go together: name both files or none.");
        }
        if (hasCertificate && !user.isBlank()) {
            section.mistake(
                    "user", user, "a session is opened by a user name or by a certificate: take one of them out.");
        }
        if (hasCertificate) {
            return new UserIdentity.Certificate(certificate, key);
        }
        return user.isBlank() ? new UserIdentity.Anonymous() : new UserIdentity.Name(user, password);
    }
}
