package vn.nhain.edge.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.nhain.edge.keys.Section;

/** The keys of a broker, the same in every section that names one. */
public final class BrokerKeys {
    private static final Set<String> SCHEMES = new LinkedHashSet<>(List.of("tcp", "ssl"));

    private BrokerKeys() {}

    /**
     * Reads them, without {@link Section#finish}.
     *
     * @param otherwise broker when none is named; may be empty
     * @param clientId client id when none is named
     */
    public static BrokerSettings read(Section section, String otherwise, String clientId) {
        BrokerSettings defaults = BrokerSettings.anonymous("", clientId);
        String named = section.text(
                "clientId", "", "the same after a restart, so that the broker keeps what is unacknowledged");
        return new BrokerSettings(
                section.url("broker", otherwise, "tcp://broker:1883", SCHEMES, "address of the broker"),
                named.isBlank() ? clientId : named,
                section.text("user", "", "user name; empty: none"),
                section.secret("password", "password of the user"),
                tls(section),
                section.duration(
                        "timeout",
                        defaults.timeout(),
                        Duration.ofMillis(100),
                        Section.DAY,
                        "for connecting and for each request"),
                section.duration(
                        "firstPause",
                        defaults.firstPause(),
                        Section.MILLI,
                        Section.DAY,
                        "after a first failed attempt; doubles with jitter"),
                section.duration(
                        "longestPause",
                        defaults.longestPause(),
                        Duration.ofSeconds(1),
                        Section.DAY,
                        "no pause is longer"));
    }

    private static TlsFiles tls(Section section) {
        TlsFiles files = new TlsFiles(
                section.path(
                        "caFile",
                        "PEM file of the authorities that the broker's certificate may come from, for ssl://"),
                section.path("certificateFile", "PEM file of the agent's own certificate, for ssl://"),
                section.path("keyFile", "PEM file (PKCS #8, no passphrase) of its private key"));
        if (files.hasCertificate() != files.hasKey()) {
            section.mistake(
                    files.hasKey() ? "certificateFile" : "keyFile",
                    "missing",
                    "certificateFile and keyFile go together: set both or none.");
            return TlsFiles.DEFAULTS;
        }
        try {
            TlsSockets.of(files);
        } catch (IOException e) {
            section.mistake(
                    files.hasCertificate() ? "certificateFile" : "caFile", "refused", String.valueOf(e.getMessage()));
        }
        return files;
    }
}
