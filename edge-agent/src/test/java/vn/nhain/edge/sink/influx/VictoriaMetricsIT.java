package vn.nhain.edge.sink.influx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.VictoriaServer;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.sink.SpoolDrain;
import vn.nhain.edge.sink.WriteOutcome;
import vn.nhain.edge.spool.Intake;
import vn.nhain.edge.spool.MvStoreSpool;
import vn.nhain.edge.spool.SpoolSettings;
import vn.nhain.plant.reading.Reading;

/**
 * VictoriaMetrics by way of {@code /api/v2/write}, as far as it means the same: numbers, to the millisecond, one a key. It
 * makes 0 of texts, says 204 to lines that it does not understand, and answers before what it took is on the disk, so it is
 * no store for states, nothing would be quarantined, and it is not killed here.
 */
class VictoriaMetricsIT {
    @TempDir
    static Path folder;

    private static VictoriaServer server;
    /** A while ago: exports end with the current second. */
    private final Instant time =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);

    @BeforeAll
    static void startServer() throws Exception {
        server = VictoriaServer.start(folder.resolve("victoria"));
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private static List<?> exported(String machine, String field) throws Exception {
        List<String> series =
                server.export("{__name__=\"machine_value\",plant=\"hcm1\",machine=\"%s\"}".formatted(machine));
        assertEquals(1, series.size(), series::toString);
        Map<String, ?> json = Json.readObject(series.get(0).getBytes(StandardCharsets.UTF_8));
        return (List<?>) json.get(field);
    }

    @Test
    void numbersComeBackOnceAKeyHoweverOftenTheyWereWritten() throws Exception {
        List<Reading> batch = List.of(
                Reading.number("OF1", "speed.actual", 10_000.25, time),
                Reading.number("OF1", "speed.actual", 10_001, time.plusMillis(1)));
        try (InfluxSink sink = new InfluxSink("hcm1", StoreSettings.embedded(server.url()))) {
            assertTrue(sink.answers());
            assertInstanceOf(WriteOutcome.Written.class, sink.tryWrite());
            for (int i = 0; i < 3; i++) {
                assertInstanceOf(WriteOutcome.Written.class, sink.prepare(batch).send());
            }
        }
        assertEquals(List.of(10_000.25, 10_001), exported("OF1", "values"));
        assertEquals(List.of(time.toEpochMilli(), time.toEpochMilli() + 1), exported("OF1", "timestamps"));
    }

    @Test
    void aSpoolDrainsIntoItToTheUnit() throws Exception {
        int readings = 3_000;
        List<Reading> all = new ArrayList<>();
        for (int i = 0; i < readings; i++) {
            all.add(Reading.number("OF2", "count.good", i, time.plusMillis(i)));
        }
        try (MvStoreSpool spool = new MvStoreSpool(
                        folder.resolve("spool.mv"),
                        new SpoolSettings(Duration.ofMillis(1), 10_000, 10_000),
                        Clock.systemUTC());
                SpoolDrain drain = new SpoolDrain(
                        spool,
                        new InfluxSink("hcm1", StoreSettings.embedded(server.url())),
                        folder.resolve("quarantine.lp"),
                        500,
                        new Backoff(Duration.ofMillis(10), Duration.ofMillis(100), new Random(1)))) {
            spool.add(new Intake(all, 0, 0, 0), () -> {});
            drain.start();
            Eventually.holds("drained", () -> spool.status().counters().stored() == readings);
        }
        assertEquals(readings, exported("OF2", "values").size());
    }
}
