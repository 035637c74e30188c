package vn.nhain.dashboard.telemetry.questdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.WritePrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.dashboard.config.TelemetryConfig;
import vn.nhain.dashboard.problem.StartupException;
import vn.nhain.dashboard.telemetry.api.History;
import vn.nhain.dashboard.telemetry.api.StateSpan;

/** Written by the InfluxDB client as an edge agent writes, read by the port. */
class QuestDbStoreTest {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatTheInfluxClientWritesIsReadBackOnceHoweverOftenItIsSent() {
        try (QuestDbStore store = QuestDbStore.start(TelemetryConfig.embedded(folder))) {
            List<String> lines = List.of(
                    line("OF1", "power", "value=10.0", T0),
                    line("OF1", "power", "value=20.0", T0.plusSeconds(1)),
                    line("OF1", "power", "value=60.0", T0.plusSeconds(60)),
                    line("OF1", "power", "value=61.0", T0.plusSeconds(60).plusNanos(1)),
                    line("OF1", "state", "text=\"RUNNING\"", T0),
                    line("OF1", "state", "text=\"RUNNING\"", T0.plusSeconds(10)),
                    line("OF1", "state", "text=\"DOWN\"", T0.plusSeconds(30)),
                    line("CUT1", "state", "text=\"IDLE\"", T0));
            write(store, lines);
            write(store, lines);
            store.awaitApplied();

            assertEquals(Map.of("OF1", 7L, "CUT1", 1L), store.rowsByMachine());
            assertEquals(
                    List.of(new History.Point(T0, 15), new History.Point(T0.plusSeconds(60), 60.5)),
                    store.means("OF1", "power", T0, T0.plusSeconds(120), Duration.ofSeconds(30)));
            assertEquals(
                    List.of(), store.means("OF1", "power' or 1=1", T0, T0.plusSeconds(120), Duration.ofSeconds(30)));
            assertEquals(
                    List.of(
                            new StateSpan(T0.plusSeconds(5), T0.plusSeconds(30), "RUNNING"),
                            new StateSpan(T0.plusSeconds(30), T0.plusSeconds(40), "DOWN")),
                    store.states("OF1", T0.plusSeconds(5), T0.plusSeconds(40)));
        }
    }

    @Test
    void aFolderInUseIsRefusedWithARemedy() {
        try (QuestDbStore store = QuestDbStore.start(TelemetryConfig.embedded(folder))) {
            assertTrue(store.writeUrl().startsWith("http://127.0.0.1:"));
            StartupException refused =
                    assertThrows(StartupException.class, () -> QuestDbStore.start(TelemetryConfig.embedded(folder)));
            assertTrue(String.valueOf(refused.getMessage()).contains("in use by another process"));
        }
    }

    @Test
    void damagedFilesAreRefusedAndLeftAsTheyAre() throws IOException {
        QuestDbStore.start(TelemetryConfig.embedded(folder)).close();
        Path meta;
        try (Stream<Path> files = Files.walk(folder)) {
            meta = files.filter(p -> p.endsWith("_meta")
                            && p.getParent().getFileName().toString().startsWith("machine"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] rubbish = new byte[64];
        Files.write(meta, rubbish);

        StartupException refused =
                assertThrows(StartupException.class, () -> QuestDbStore.start(TelemetryConfig.embedded(folder)));

        assertTrue(String.valueOf(refused.getMessage()).contains("restore a backup"), refused.getMessage());
        assertArrayEquals(rubbish, Files.readAllBytes(meta));
    }

    private static String line(String machine, String metric, String field, Instant at) {
        return "machine,plant=hcm1,machine=%s,metric=%s %s,quality=\"good\" %d%09d"
                .formatted(machine, metric, field, at.getEpochSecond(), at.getNano());
    }

    private static void write(QuestDbStore store, List<String> lines) {
        InfluxDBClientOptions options = InfluxDBClientOptions.builder()
                .url(store.writeUrl())
                .authenticateToken("none".toCharArray())
                .org("-")
                .bucket("nhain")
                .build();
        try (InfluxDBClient client = InfluxDBClientFactory.create(options)) {
            client.getWriteApiBlocking().writeRecords(WritePrecision.NS, lines);
        }
    }
}
