package vn.nhain.edge.sink.influx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.InfluxServer;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.sink.SpoolDrain;
import vn.nhain.edge.sink.WriteOutcome;
import vn.nhain.edge.spool.Counters;
import vn.nhain.edge.spool.Intake;
import vn.nhain.edge.spool.MvStoreSpool;
import vn.nhain.edge.spool.SpoolSettings;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/** A real InfluxDB 1.x, written to through the interceptor. */
class InfluxDbIT {
    @TempDir
    static Path folder;

    private static InfluxServer server;
    /** Now, for the one test that has to do with retention. */
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    @BeforeAll
    static void startServer() throws Exception {
        server = InfluxServer.start(folder.resolve("influx"));
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void empty() throws Exception {
        server.query("DROP MEASUREMENT \"machine\"");
        server.query("DROP MEASUREMENT \"event\"");
    }

    private static StoreSettings settings(String database, String retentionPolicy, String password) {
        return new StoreSettings(
                server.url(),
                StoreSettings.Dialect.V1,
                "",
                "",
                database,
                retentionPolicy,
                InfluxServer.USER,
                password,
                5_000,
                Duration.ofSeconds(5));
    }

    private static StoreSettings settings() {
        return settings(InfluxServer.DATABASE, "", InfluxServer.PASSWORD);
    }

    private static WriteOutcome write(StoreSettings settings, Reading... readings) {
        try (InfluxSink sink = new InfluxSink("hcm1", settings)) {
            return sink.prepare(List.of(readings)).send();
        }
    }

    @Test
    void numbersTextsQualitiesAndNanosecondsComeBackAsTheyWent() throws Exception {
        String said = "say \"hi\", = \\ Giấy kẹt";
        Instant time = now.plusNanos(1);
        assertInstanceOf(
                WriteOutcome.Written.class,
                write(
                        settings(),
                        Reading.number("OF 1", "speed.actual", 10_000.25, time),
                        new Reading("OF 1", "fault.text", Double.NaN, said, ReadingQuality.UNCERTAIN, time)));
        assertEquals(
                List.of(List.of(10_000.25, "good")),
                server.query("SELECT value, quality FROM machine WHERE machine = 'OF 1' AND metric = 'speed.actual'"
                        + " AND plant = 'hcm1' AND time = " + LineProtocol.nanos(time)));
        assertEquals(
                List.of(List.of(said, "uncertain")),
                server.query("SELECT text, quality FROM machine WHERE metric = 'fault.text'"));
    }

    /** What {@code edge check} does. */
    @Test
    void aTrialWriteNeedsTheRightPasswordAndDatabaseAndLeavesNothing() throws Exception {
        assertInstanceOf(WriteOutcome.Written.class, tryWrite(settings()));
        assertEquals(0, server.rows("machine"));
        StoreSettings wrong = settings(InfluxServer.DATABASE, "", "wrong");
        assertInstanceOf(WriteOutcome.Unavailable.class, tryWrite(wrong));
        assertInstanceOf(WriteOutcome.Unavailable.class, tryWrite(settings("nowhere", "", InfluxServer.PASSWORD)));
    }

    private static WriteOutcome tryWrite(StoreSettings settings) {
        try (InfluxSink sink = new InfluxSink("hcm1", settings)) {
            return sink.tryWrite();
        }
    }

    @Test
    void theSameKeyReplacesAndIsOneRow() throws Exception {
        write(settings(), Reading.number("OF1", "count.good", 1, now));
        write(settings(), Reading.number("OF1", "count.good", 2, now), Reading.number("OF2", "count.good", 3, now));
        assertEquals(2, server.rows("machine"));
        assertEquals(
                List.of(List.of(2)), server.query("SELECT value FROM machine WHERE machine = 'OF1'"), "the later one");
    }

    /** Each stored reading of an event's metric is one row of {@code event}, however often it was sent. */
    @Test
    void changesOfStateAndFaultsAreEventsToo() throws Exception {
        Reading[] readings = {
            Reading.text("OF1", "state", "DOWN", now),
            Reading.text("OF1", "fault.text", "Giấy kẹt", now),
            Reading.number("OF1", "count.good", 7, now),
            Reading.text("OF1", "state", "RUNNING", now.plusSeconds(9))
        };
        write(settings(), readings);
        write(settings(), readings);
        assertEquals(4, server.rows("machine"));
        assertEquals(
                List.of(List.of("state", "DOWN"), List.of("state", "RUNNING")),
                server.query("SELECT kind, text FROM event WHERE kind = 'state'"));
        assertEquals(3, server.rows("event"));
    }

    @Test
    void aWrongPasswordOrAMissingDatabaseKeepsTheReadingsWaiting() {
        Reading reading = Reading.number("OF1", "count.good", 1, now);
        WriteOutcome password = write(settings(InfluxServer.DATABASE, "", "wrong"), reading);
        assertTrue(assertInstanceOf(WriteOutcome.Unavailable.class, password)
                .reason()
                .contains("HTTP 401"));
        WriteOutcome database = write(settings("nowhere", "", InfluxServer.PASSWORD), reading);
        assertInstanceOf(WriteOutcome.Unavailable.class, database);
    }

    /** InfluxDB stores the rest of such a batch and answers 400; sending it again changes nothing there. */
    @Test
    void whatIsBeyondRetentionIsQuarantinedAndTheRestIsStored() throws Exception {
        server.query(
                "CREATE RETENTION POLICY \"short\" ON %s DURATION 1h REPLICATION 1".formatted(InfluxServer.DATABASE));
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            readings.add(Reading.number("OF1", "count.good", i, now.minusMillis(i)));
        }
        readings.add(37, Reading.number("OF1", "count.good", -1, now.minus(Duration.ofDays(30))));
        Path quarantine = folder.resolve("quarantine.lp");
        SpoolSettings spoolSettings = new SpoolSettings(Duration.ofMillis(1), 10_000, 1_000);
        try (MvStoreSpool spool = new MvStoreSpool(folder.resolve("spool.mv"), spoolSettings, Clock.systemUTC())) {
            InfluxSink sink = new InfluxSink("hcm1", settings(InfluxServer.DATABASE, "short", InfluxServer.PASSWORD));
            Backoff backoff = new Backoff(Duration.ofMillis(10), Duration.ofMillis(50), new Random(1));
            try (SpoolDrain drain = new SpoolDrain(spool, sink, quarantine, 5_000, backoff)) {
                spool.add(new Intake(readings, 0, 0, 0), () -> {});
                drain.start();
                Eventually.holds("drained", () -> spool.status().counters().stored() > 0);
            }
            Counters counters = spool.status().counters();
            assertEquals(100, counters.stored(), counters::toString);
            assertEquals(1, counters.quarantined(), counters::toString);
            assertTrue(counters.isIntakeBalanced() && counters.isStoreBalanced(), counters::toString);
        }
        assertEquals(
                List.of(List.of(100)),
                server.query("SELECT COUNT(value) FROM %s.short.machine".formatted(InfluxServer.DATABASE)));
        String kept = Files.readString(quarantine);
        assertTrue(kept.contains("points beyond retention policy"), kept);
        assertEquals(2, kept.lines().count(), kept);
    }
}
