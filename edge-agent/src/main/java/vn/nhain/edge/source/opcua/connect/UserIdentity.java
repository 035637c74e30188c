package vn.nhain.edge.source.opcua.connect;

import java.nio.file.Path;

/** Whom the agent says it is when it opens a session. */
public sealed interface UserIdentity {
    /** Nobody in particular. */
    record Anonymous() implements UserIdentity {}

    /** A user name; its password never travels readable to another computer. */
    record Name(String user, String password) implements UserIdentity {
        @Override
        public String toString() {
            return "Name[%s]".formatted(user);
        }
    }

    /**
     * An X.509 user certificate.
     *
     * @param certificate PEM or DER file
     * @param key its private key, RSA, PEM file in PKCS #8 without a password
     */
    record Certificate(Path certificate, Path key) implements UserIdentity {}
}
