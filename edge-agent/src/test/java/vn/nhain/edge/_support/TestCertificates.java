package vn.nhain.edge._support;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of a test, and certificates of it for loopback, as PEM files. */
public final class TestCertificates {
    private final Path folder;
    private final KeyPair authority;
    private int serial = 1;

    public TestCertificates(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.authority = pair();
        write(
                "ca.pem",
                "CERTIFICATE",
                certificate("CN=Test CA", authority, true).getEncoded());
    }

    /** The authority's certificate. */
    public Path ca() {
        return folder.resolve("ca.pem");
    }

    /** Makes {@code NAME.pem} and {@code NAME.key}. */
    public Path issue(String name) throws Exception {
        KeyPair own = pair();
        write(name + ".key", "PRIVATE KEY", own.getPrivate().getEncoded());
        return write(
                name + ".pem",
                "CERTIFICATE",
                certificate("CN=" + name, own, false).getEncoded());
    }

    /** The key of what was issued under this name. */
    public Path key(String name) {
        return folder.resolve(name + ".key");
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(String subject, KeyPair own, boolean isAuthority)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=Test CA"),
                BigInteger.valueOf(serial++),
                Date.from(now.minus(1, ChronoUnit.HOURS)),
                Date.from(now.plus(1, ChronoUnit.DAYS)),
                new X500Name(subject),
                own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        if (!isAuthority) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.getPrivate())));
    }

    private Path write(String name, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
    }
}
