package vn.nhain.dashboard.config;

import java.nio.file.Path;

/**
 * The telemetry store: QuestDB in this process when {@code url} is empty, otherwise an InfluxDB.
 *
 * @param folder where the embedded store keeps its files
 * @param bind address on which the embedded store listens for writers
 * @param port port on which it listens; 0 for a free one
 * @param retentionDays days after which embedded readings are dropped, at least 1
 * @param url URL of an InfluxDB; empty for the embedded store
 * @param database its database, or its bucket
 * @param user user; empty for none
 * @param password password; empty for none
 * @param token token; empty for none
 * @param writeToken with it, edge agents on other machines write to the embedded store through the page's own port; empty:
 *     they may not; at least {@value #SHORTEST_WRITE_TOKEN} characters
 */
public record TelemetryConfig(
        Path folder,
        String bind,
        int port,
        int retentionDays,
        String url,
        String database,
        String user,
        String password,
        String token,
        String writeToken) {
    /** A shorter one could be guessed. */
    public static final int SHORTEST_WRITE_TOKEN = 24;

    public TelemetryConfig {
        Checks.between("telemetry.port", port, 0, 65_535);
        Checks.between("telemetry.retentionDays", retentionDays, 1, 36_500);
        if (!writeToken.isEmpty() && writeToken.length() < SHORTEST_WRITE_TOKEN) {
            throw new IllegalArgumentException(
                    "The telemetry.writeToken has %d characters; it must have at least %d, such as the output of: openssl rand -hex 24"
                            .formatted(writeToken.length(), SHORTEST_WRITE_TOKEN));
        }
    }

    /** QuestDB in this process on a free port of loopback, for 400 days. */
    public static TelemetryConfig embedded(Path folder) {
        return new TelemetryConfig(folder, "127.0.0.1", 0, 400, "", "nhain", "", "", "", "");
    }

    /** The same on another port. */
    public TelemetryConfig withPort(int other) {
        return new TelemetryConfig(
                folder, bind, other, retentionDays, url, database, user, password, token, writeToken);
    }

    /** Whether the store runs in this process. */
    public boolean isEmbedded() {
        return url.isEmpty();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return isEmbedded()
                ? "TelemetryConfig[folder=%s, port=%d]".formatted(folder, port)
                : "TelemetryConfig[url=%s, database=%s]".formatted(url, database);
    }
}
