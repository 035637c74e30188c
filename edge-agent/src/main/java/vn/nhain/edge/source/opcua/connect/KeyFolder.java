package vn.nhain.edge.source.opcua.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where an agent keeps its keys and whom it trusts.
 *
 * <pre>
 * own/nhain-edge.p12    private key and certificates; only its owner may read it
 * own/nhain-edge.der    the certificate, to be copied into the trust lists of servers
 * trusted/certs         certificates of servers, or of authorities, that are believed; trusted/crl what they revoked
 * issuer/certs          authorities between the two, not believed by themselves; issuer/crl
 * rejected              what servers showed and nobody has accepted
 * </pre>
 *
 * @param folder the folder; made when it is needed
 * @param applicationUri the agent's OPC UA application URI, unique in the world
 * @param commonName name on the certificate
 */
public record KeyFolder(Path folder, String applicationUri, String commonName) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> SECRET = PosixFilePermissions.fromString("rw-------");

    /** The folder of an agent. */
    public static KeyFolder of(Path dataDir, String plantId, String agentId) {
        return new KeyFolder(
                dataDir.resolve("pki"),
                "urn:nhain:edge:%s:%s".formatted(plantId, agentId),
                "NhaIn edge agent %s %s".formatted(plantId, agentId));
    }

    Path keyStore() {
        return folder.resolve("own/nhain-edge.p12");
    }

    /** The agent's certificate as servers need it. */
    public Path certificateFile() {
        return folder.resolve("own/nhain-edge.der");
    }

    Path rejected() {
        return folder.resolve("rejected");
    }

    void make() throws IOException {
        makeFolder(folder);
        makeFolder(folder.resolve("own"));
        makeFolder(rejected());
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            restrict(folder, OWNER_ONLY);
        }
    }

    /** Makes an empty file that only its owner may read, before a secret is written to it. */
    static void makeSecret(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        restrict(file, SECRET);
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
