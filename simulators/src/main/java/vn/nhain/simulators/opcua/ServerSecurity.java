package vn.nhain.simulators.opcua;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which endpoints the servers of presses offer beside the open one on loopback.
 *
 * @param certificates folder of keys, certificates and trust lists, kept between starts; empty for no secure endpoint
 */
public record ServerSecurity(Optional<Path> certificates) {
    /** Security policy None only; starts fastest. */
    public static ServerSecurity open() {
        return new ServerSecurity(Optional.empty());
    }

    /**
     * Basic256Sha256, Aes128_Sha256_RsaOaep and Aes256_Sha256_RsaPss, signed or signed and encrypted, too. Clients are
     * trusted by copying their certificate from rejected to trusted.
     */
    public static ServerSecurity secured(Path certificates) {
        return new ServerSecurity(Optional.of(certificates));
    }
}
