package vn.nhain.dashboard.telemetry.influx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.dashboard._support.InfluxServer;
import vn.nhain.dashboard.config.TelemetryConfig;
import vn.nhain.dashboard.problem.UnavailableException;
import vn.nhain.dashboard.telemetry.api.History;
import vn.nhain.dashboard.telemetry.api.StateSpan;

/** A real InfluxDB 1.x, read by InfluxQL with a login; the same questions as to the embedded store. */
class InfluxStoreIT {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    static Path folder;

    private static InfluxServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = InfluxServer.start(folder);
        List<String> lines = List.of(
                line("OF1", "power", "value=10", T0),
                line("OF1", "power", "value=20", T0.plusSeconds(1)),
                line("OF1", "power", "value=60", T0.plusSeconds(60)),
                line("OF1", "power", "value=61", T0.plusSeconds(60).plusNanos(1)),
                line("OF1", "state", "text=\"RUNNING\"", T0),
                line("OF1", "state", "text=\"RUNNING\"", T0.plusSeconds(10)),
                line("OF1", "state", "text=\"DOWN\"", T0.plusSeconds(30)),
                line("CUT1", "state", "text=\"IDLE\"", T0));
        server.write(lines);
        server.write(lines);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private static String line(String machine, String metric, String field, Instant at) {
        return "machine,plant=hcm1,machine=%s,metric=%s %s,quality=\"good\" %d%09d"
                .formatted(machine, metric, field, at.getEpochSecond(), at.getNano());
    }

    private static InfluxStore store(String url, String password) {
        return InfluxStore.connect(new TelemetryConfig(
                folder, "127.0.0.1", 0, 400, url, InfluxServer.DATABASE, InfluxServer.USER, password, "", ""));
    }

    private static InfluxStore store() {
        return store(server.url().toString(), InfluxServer.PASSWORD);
    }

    @Test
    void rowsAreDistinctKeysHoweverOftenTheyWereWritten() {
        try (InfluxStore store = store()) {
            assertEquals(Map.of("OF1", 7L, "CUT1", 1L), store.rowsByMachine());
        }
    }

    @Test
    void meansAreReadBackByBucketAndQuotesInNamesAreOnlyQuotes() {
        try (InfluxStore store = store()) {
            assertEquals(
                    List.of(new History.Point(T0, 15), new History.Point(T0.plusSeconds(60), 60.5)),
                    store.means("OF1", "power", T0, T0.plusSeconds(120), Duration.ofSeconds(30)));
            assertEquals(
                    List.of(), store.means("OF1", "power' OR 1=1 --", T0, T0.plusSeconds(120), Duration.ofSeconds(30)));
        }
    }

    @Test
    void statesBeginWithTheOneBefore() {
        try (InfluxStore store = store()) {
            assertEquals(
                    List.of(
                            new StateSpan(T0.plusSeconds(5), T0.plusSeconds(30), "RUNNING"),
                            new StateSpan(T0.plusSeconds(30), T0.plusSeconds(40), "DOWN")),
                    store.states("OF1", T0.plusSeconds(5), T0.plusSeconds(40)));
        }
    }

    @Test
    void aWrongPasswordOrAServerThatIsAwayIsSaidAndNotThoughtEmpty() {
        try (InfluxStore store = store(server.url().toString(), "wrong")) {
            assertThrows(UnavailableException.class, store::rowsByMachine);
        }
        try (InfluxStore store = store("http://127.0.0.1:9", InfluxServer.PASSWORD)) {
            assertThrows(UnavailableException.class, store::rowsByMachine);
        }
    }
}
