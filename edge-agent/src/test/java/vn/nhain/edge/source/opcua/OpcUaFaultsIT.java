package vn.nhain.edge.source.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestPress;
import vn.nhain.edge._support.TestProxy;
import vn.nhain.edge._support.TestServerSecurity;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.TelemetrySourceContract.Notebook;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.source.opcua.connect.ServerAccess;
import vn.nhain.edge.source.opcua.connect.TrustList;
import vn.nhain.plant.reading.ReadingQuality;

/** The worst days of an OPC UA link. Each ends with data flowing again by themselves. */
class OpcUaFaultsIT {
    private static final String ID = "OF1";
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    private final int port = FreePort.find();
    private final Notebook notebook = new Notebook();
    /** Hours pass in no time: what is added to the clock of timeouts. */
    private final AtomicLong nanosAhead = new AtomicLong();

    private @Nullable TestPress press;
    private @Nullable OpcUaSource source;

    @AfterEach
    void close() {
        if (source != null) {
            source.close();
        }
        if (press != null) {
            press.close();
        }
    }

    private static OpcUaSettings settings(Duration silence) {
        return new OpcUaSettings(
                Duration.ofMillis(50),
                50,
                Duration.ofSeconds(2),
                silence,
                Duration.ofMillis(5),
                Duration.ofMillis(100));
    }

    private OpcUaSource open(int port, Duration silence, Map<String, String> tags, Clock clock) {
        OpcUaMachine machine = new OpcUaMachine(
                ID,
                ServerAccess.of("opc.tcp://127.0.0.1:%d/nhain/%s".formatted(port, ID)),
                OpcUaMachine.PRINT_PRESS,
                tags);
        OpcUaSource opened = new OpcUaSource(
                List.of(machine),
                settings(silence),
                KeyFolder.of(folder, "hcm1", "edge1"),
                clock,
                () -> System.nanoTime() + nanosAhead.get(),
                new Random(1));
        opened.start(notebook);
        source = opened;
        return opened;
    }

    private OpcUaSource open(Duration silence, Map<String, String> tags) {
        return open(port, silence, tags, Clock.systemUTC());
    }

    private TestPress press() throws Exception {
        TestPress started = TestPress.start(
                ID, port, TestServerSecurity.of(TestPress.applicationUri(ID), true, SecurityPolicy.None));
        started.set("count.good", 0.0, T0);
        press = started;
        return started;
    }

    private void awaitCount(TestPress from, double count) throws Exception {
        Eventually.holds("count " + count, () -> {
            from.set("count.good", count, T0.plusSeconds((long) count));
            return notebook.hasCount(count);
        });
    }

    private static SourceStatus status(OpcUaSource of) {
        return of.status().get(0);
    }

    private static String reason(OpcUaSource of) {
        return status(of).state() instanceof ConnectionState.Waiting waiting ? waiting.reason() : "";
    }

    private static String node(String name) {
        return "nsu=%s;s=%s/%s".formatted(OpcUaMachine.PRINT_PRESS, ID, name);
    }

    @Test
    void aSessionThatTheServerEndsIsMadeAnew() throws Exception {
        TestPress server = press();
        open(Duration.ofSeconds(15), Map.of());
        awaitCount(server, 1);
        server.endSessions();
        awaitCount(server, 2);
    }

    @Test
    void aServerThatHangsIsLeftAfterTheSilenceAndReadAgainWhenItIsBack() throws Exception {
        TestPress server = press();
        try (TestProxy cable = TestProxy.to(port)) {
            OpcUaSource opened = open(cable.port(), Duration.ofSeconds(15), Map.of(), Clock.systemUTC());
            awaitCount(server, 1);
            cable.cut();
            nanosAhead.addAndGet(Duration.ofSeconds(16).toNanos());
            Eventually.holds("given up", () -> !status(opened).state().isUp());
            cable.mend();
            awaitCount(server, 2);
            Eventually.holds("a gap is counted", () -> status(opened).figures().get("gaps") >= 1);
        }
    }

    /** A server without news only says that it lives: that has to be enough for the watchdog. */
    @Test
    void aQuietServerIsNotLeft() throws Exception {
        TestPress server = press();
        OpcUaSource opened = open(Duration.ofSeconds(15), Map.of());
        awaitCount(server, 1);
        long before = status(opened).messages();
        Eventually.holds("a sign of life", () -> status(opened).messages() > before);
        assertTrue(status(opened).state().isUp());
        assertEquals(0, status(opened).figures().get("gaps"));
    }

    @Test
    void aNodeThatIsRemovedHarmsNoOtherAndIsReadAgainWhenItIsBack() throws Exception {
        TestPress server = press();
        server.set("power", 1.0, T0);
        open(Duration.ofSeconds(15), Map.of());
        awaitCount(server, 1);
        server.remove("power");
        Eventually.holds("its loss is told", () -> notebook.values.stream()
                .anyMatch(v -> v.metric().equals("power") && v.quality() == ReadingQuality.BAD));
        awaitCount(server, 2);
        server.set("power", 7.0, T0.plusSeconds(7));
        Eventually.holds("power is back", () -> notebook.values.stream()
                .anyMatch(v -> v.metric().equals("power") && Notebook.number(v) == 7));
    }

    @Test
    void aRefusedTagIsTriedAgainAloneAndTheConnectionStays() throws Exception {
        TestPress server = press();
        OpcUaSource opened = open(Duration.ofDays(1), Map.of("count.good", node("count.good"), "power", node("power")));
        awaitCount(server, 1);
        Eventually.holds("one is refused", () -> status(opened).badItems() == 1);
        Instant since = status(opened).state().since();
        server.set("power", 7.0, T0.plusSeconds(7));
        nanosAhead.addAndGet(Duration.ofSeconds(61).toNanos());
        Eventually.holds("power", () -> notebook.values.stream().anyMatch(v -> Notebook.number(v) == 7));
        assertEquals(0, status(opened).badItems());
        assertEquals(since, status(opened).state().since());
    }

    @Test
    void aServerWithANewCertificateIsTurnedAwayUntilAPersonTrustsIt() throws Exception {
        KeyFolder keys = KeyFolder.of(folder, "hcm1", "edge1");
        TestServerSecurity first = security();
        TestServerSecurity second = security();
        try (TrustList list = TrustList.open(keys)) {
            list.own(Clock.systemUTC());
            Files.write(folder.resolve("first.der"), first.certificate().getEncoded());
            list.add(folder.resolve("first.der"), false);
        }
        first.trustFile(keys.certificateFile());
        second.trustFile(keys.certificateFile());
        TestPress before = TestPress.start(ID, port, first);
        before.set("count.good", 0.0, T0);
        press = before;
        OpcUaSource opened = open(Duration.ofSeconds(15), Map.of());
        awaitCount(before, 1);

        before.close();
        TestPress after = TestPress.start(ID, port, second);
        after.set("count.good", 0.0, T0);
        press = after;
        Eventually.holds("turned away: " + reason(opened), () -> {
            nanosAhead.addAndGet(Duration.ofSeconds(16).toNanos());
            return reason(opened).contains("is not trusted");
        });
        String thumbprint = reason(opened).replaceAll("(?s).*accept ([0-9a-f]{40}).*", "$1");
        try (TrustList list = TrustList.open(keys)) {
            list.accept(thumbprint);
        }
        awaitCount(after, 2);
    }

    private static TestServerSecurity security() {
        return TestServerSecurity.of(TestPress.applicationUri(ID), true, SecurityPolicy.Basic256Sha256);
    }

    /** Hours of absence are thousands of attempts: none may leave anything behind, and the last one has to work. */
    @Test
    void afterManyFailedAttemptsNothingHasPiledUpAndDataFlow() throws Exception {
        OpcUaSource opened = open(Duration.ofSeconds(15), Map.of());
        Eventually.holds("attempts", () -> attempt(opened) > 20);
        int threads = Thread.activeCount();
        Eventually.holds("more attempts", () -> attempt(opened) > 120);
        assertTrue(Thread.activeCount() <= threads + 5, () -> threads + " threads, now " + Thread.activeCount());
        awaitCount(press(), 1);
    }

    private static int attempt(OpcUaSource of) {
        return status(of).state() instanceof ConnectionState.Waiting waiting ? waiting.attempt() : 0;
    }

    @Test
    void aServerWhoseClockIsAnHourAheadIsReadAndTheSkewShown() throws Exception {
        TestPress server = press();
        OpcUaSource opened =
                open(port, Duration.ofSeconds(15), Map.of(), Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
        awaitCount(server, 1);
        Eventually.holds("shown", () -> status(opened).figures().containsKey("clockSkewMillis"));
        assertEquals(3_600_000.0, status(opened).figures().get("clockSkewMillis"), 30_000.0);
    }
}
