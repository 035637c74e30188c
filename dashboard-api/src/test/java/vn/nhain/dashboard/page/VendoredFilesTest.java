package vn.nhain.dashboard.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of other projects are what we took from them, and say under which licence. */
class VendoredFilesTest {
    private static final Path VENDOR = PageFiles.ROOT.resolve("vendor");

    @Test
    void everyVendoredFileIsTheOneInTheManifest() throws IOException, GeneralSecurityException {
        assertEquals(manifest(), actual());
    }

    @Test
    void everyVendoredFileHasALicence() throws IOException {
        String licences = Files.readString(VENDOR.resolve("LICENSES.txt"));
        for (String name : manifest().keySet()) {
            assertTrue(licences.contains(name), () -> "LICENSES.txt does not name " + name);
        }
    }

    private static Map<String, String> manifest() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (String line : Files.readAllLines(VENDOR.resolve("MANIFEST.sha256"))) {
            String[] hashAndName = line.split("  ", 2);
            hashes.put(hashAndName[1], hashAndName[0]);
        }
        return hashes;
    }

    private static Map<String, String> actual() throws IOException, GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(VENDOR)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.equals("MANIFEST.sha256") || name.equals("LICENSES.txt")) {
                    continue;
                }
                hashes.put(name, HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file))));
            }
        }
        return hashes;
    }
}
