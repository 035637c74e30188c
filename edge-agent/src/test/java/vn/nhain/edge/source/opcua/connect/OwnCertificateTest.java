package vn.nhain.edge.source.opcua.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificateTest {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    private KeyFolder keys;

    @BeforeEach
    void makeKeys() {
        keys = KeyFolder.of(folder, "hcm1", "edge1");
    }

    private List<OwnCertificate> open(Instant now) throws ConnectFailedException {
        return OwnCertificate.open(keys, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void itIsMadeAtTheFirstStartAndKept() throws Exception {
        OwnCertificate first = open(T0).get(0);
        assertEquals(
                "urn:nhain:edge:hcm1:edge1",
                CertificateUtil.getSanUri(first.certificate()).orElseThrow());
        assertEquals(
                first.certificate(), open(T0.plus(Duration.ofDays(300))).get(0).certificate());
        assertEquals(first.certificate(), TrustList.read(keys.certificateFile()));
    }

    /** The key is the agent's identity: nobody else on the computer may read it. */
    @Test
    void onlyTheOwnerMayReadTheKey() throws Exception {
        open(T0);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.keyStore())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.folder())));
    }

    @Test
    void itIsRenewedBeforeItExpiresAndTheOldOneIsStillOfferedUntilThen() throws Exception {
        OwnCertificate first = open(T0).get(0);
        Instant expiry = first.certificate().getNotAfter().toInstant();
        assertEquals(
                1,
                open(expiry.minus(OwnCertificate.RENEWED_BEFORE).minusSeconds(1))
                        .size());

        List<OwnCertificate> both = open(expiry.minus(Duration.ofDays(59)));
        assertEquals(2, both.size());
        assertNotEquals(first.certificate(), both.get(0).certificate());
        assertEquals(first.certificate(), both.get(1).certificate());
        both.get(0).certificate().checkValidity(java.util.Date.from(expiry.plus(Duration.ofDays(365))));
        assertEquals(both.get(0).certificate(), TrustList.read(keys.certificateFile()));

        List<OwnCertificate> after = open(expiry.plusSeconds(1));
        assertEquals(1, after.size());
        assertEquals(both.get(0).certificate(), after.get(0).certificate());
    }

    @Test
    void aDamagedKeyStoreIsNamedWithWhatHelps() throws Exception {
        open(T0);
        Files.writeString(keys.keyStore(), "not a key store");
        String message =
                assertThrows(ConnectFailedException.class, () -> open(T0)).getMessage();
        assertTrue(message.contains(keys.keyStore().toString()), message);
        assertTrue(message.contains("delete the file"), message);
    }
}
