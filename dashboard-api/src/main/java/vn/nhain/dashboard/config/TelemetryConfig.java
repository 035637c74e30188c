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
        String token) {
    public TelemetryConfig {
        Checks.between("telemetry.port", port, 0, 65_535);
        Checks.between("telemetry.retentionDays", retentionDays, 1, 36_500);
    }

    /** QuestDB in this process on a free port of loopback, for 400 days. */
    public static TelemetryConfig embedded(Path folder) {
        return new TelemetryConfig(folder, "127.0.0.1", 0, 400, "", "nhain", "", "", "");
    }

    /** The same on another port. */
    public TelemetryConfig withPort(int other) {
        return new TelemetryConfig(folder, bind, other, retentionDays, url, database, user, password, token);
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
