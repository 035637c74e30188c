package vn.nhain.edge.sink.influx;

import java.net.URI;
import java.time.Duration;

/**
 * Where the telemetry store is and how it is spoken to. Texts are empty when they are not needed.
 *
 * @param url {@code http://host:port}
 * @param dialect how it is written to
 * @param token token of InfluxDB 2 and 3, or of the embedded store
 * @param org organisation of InfluxDB 2
 * @param bucket bucket of InfluxDB 2, or database of InfluxDB 1 and 3
 * @param retentionPolicy retention policy of InfluxDB 1
 * @param user user of InfluxDB 1
 * @param password password of InfluxDB 1
 * @param batchSize readings a write, at least 1
 * @param timeout for connecting, for writing and for the answer, each
 */
public record StoreSettings(
        URI url,
        Dialect dialect,
        String token,
        String org,
        String bucket,
        String retentionPolicy,
        String user,
        String password,
        int batchSize,
        Duration timeout) {
    /** The two ways to write line protocol. */
    public enum Dialect {
        /** {@code /api/v2/write}: InfluxDB 1.8, 2, 3 and the embedded QuestDB. */
        V2,
        /** {@code /write}: InfluxDB 1.0 to 1.7. */
        V1
    }

    /** The embedded store at this address. */
    public static StoreSettings embedded(URI url) {
        return new StoreSettings(url, Dialect.V2, "", "nhain", "nhain", "", "", "", 5_000, Duration.ofSeconds(10));
    }

    @Override
    public String toString() {
        return "StoreSettings[%s %s, bucket %s]".formatted(dialect, url, bucket);
    }
}
