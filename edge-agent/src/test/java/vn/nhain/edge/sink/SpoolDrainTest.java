package vn.nhain.edge.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.spool.Counters;
import vn.nhain.edge.spool.Intake;
import vn.nhain.edge.spool.MvStoreSpool;
import vn.nhain.edge.spool.SpoolSettings;
import vn.nhain.plant.reading.Reading;

class SpoolDrainTest {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    private MvStoreSpool spool;

    @BeforeEach
    void open() {
        spool = new MvStoreSpool(
                folder.resolve("spool.mv"), new SpoolSettings(Duration.ofMillis(1), 1_000, 1_000), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        spool.close();
    }

    /** A store in memory whose mood the test decides. */
    private static final class MoodyStore implements ReadingSink {
        final List<Double> kept = new CopyOnWriteArrayList<>();
        final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
        private final Function<List<Reading>, WriteOutcome> mood;

        MoodyStore(Function<List<Reading>, WriteOutcome> mood) {
            this.mood = mood;
        }

        @Override
        public PreparedWrite prepare(List<Reading> batch) {
            return () -> write(batch);
        }

        private WriteOutcome write(List<Reading> batch) {
            batchSizes.add(batch.size());
            WriteOutcome outcome = mood.apply(batch);
            if (outcome instanceof WriteOutcome.Written) {
                batch.forEach(reading -> kept.add(reading.value()));
            }
            return outcome;
        }

        @Override
        public String describe(Reading reading) {
            return "line " + reading.value();
        }

        @Override
        public void close() {}
    }

    private void spool(int from, int to) {
        List<Reading> readings = new ArrayList<>();
        for (int i = from; i < to; i++) {
            readings.add(Reading.number("OF1", "speed.actual", i, T0.plusSeconds(i)));
        }
        spool.add(new Intake(readings, 0, 0, 0), () -> {});
    }

    private Counters drain(MoodyStore store) throws InterruptedException {
        Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1));
        try (SpoolDrain drain = new SpoolDrain(spool, store, folder.resolve("quarantine.lp"), 100, backoff)) {
            drain.start();
            Eventually.holds(
                    "drained",
                    () -> spool.status().counters().spooled() == 0
                            && spool.status().counters().accepted() > 0);
        }
        Counters counters = spool.status().counters();
        assertTrue(counters.isIntakeBalanced() && counters.isStoreBalanced(), counters::toString);
        return counters;
    }

    private static List<Double> numbers(int from, int to) {
        List<Double> numbers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            numbers.add((double) i);
        }
        return numbers;
    }

    @Test
    void aStoreThatIsAwayForAWhileGetsEverythingInOrder() throws Exception {
        int[] failures = {5};
        MoodyStore store = new MoodyStore(
                batch -> failures[0]-- > 0 ? new WriteOutcome.Unavailable("HTTP 503") : new WriteOutcome.Written());
        spool(0, 250);
        assertEquals(250, drain(store).stored());
        assertEquals(numbers(0, 250), store.kept);
    }

    @Test
    void readingsThatAreRefusedAreSetAsideWithTheReasonAndTheRestGoesOn() throws Exception {
        MoodyStore store = new MoodyStore(batch -> batch.stream().anyMatch(r -> r.value() == 7 || r.value() == 42)
                ? new WriteOutcome.Refused("HTTP 400: cannot parse")
                : new WriteOutcome.Written());
        spool(0, 90);
        Counters counters = drain(store);
        assertEquals(2, counters.quarantined());
        assertEquals(88, counters.stored());
        assertEquals(
                List.of("# HTTP 400: cannot parse", "line 7.0", "# HTTP 400: cannot parse", "line 42.0"),
                Files.readAllLines(folder.resolve("quarantine.lp")));
        // two bad ones of ninety are found in some 2 × 2 × log2(90) writes, not in ninety
        assertTrue(store.batchSizes.size() < 30, store.batchSizes::toString);
    }

    /** A store that refuses everything must not fill the log as well. */
    @Test
    void refusalsOfAMachineAreLoggedOnceAndAtEveryTenfold() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(SpoolDrain.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            spool(0, 150);
            assertEquals(
                    150,
                    drain(new MoodyStore(batch -> new WriteOutcome.Refused("HTTP 400")))
                            .quarantined());
        } finally {
            logger.detachAppender(lines);
        }
        assertEquals(
                List.of("1", "10", "100"),
                lines.list.stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .filter(line -> line.startsWith("OF1 has a speed.actual"))
                        .map(line -> line.replaceAll(".*\\((\\d+) so far\\)", "$1"))
                        .toList());
    }

    @Test
    void aBatchThatIsTooLargeIsHalvedAndNothingIsSetAside() throws Exception {
        MoodyStore store = new MoodyStore(
                batch -> batch.size() > 10 ? new WriteOutcome.TooLarge("HTTP 413") : new WriteOutcome.Written());
        spool(0, 95);
        assertEquals(95, drain(store).stored());
        assertEquals(numbers(0, 95), store.kept);
    }

    @Test
    void whatIsWrittenButNotSettledWhenTheAgentEndsIsWrittenAgain() throws Exception {
        spool(0, 10);
        Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1));
        MoodyStore away = new MoodyStore(batch -> new WriteOutcome.Unavailable("down"));
        try (SpoolDrain drain = new SpoolDrain(spool, away, folder.resolve("quarantine.lp"), 100, backoff)) {
            drain.start();
            Eventually.holds("tried", () -> drain.status().retries() > 3);
        }
        spool.close();
        open();
        MoodyStore store = new MoodyStore(batch -> new WriteOutcome.Written());
        assertEquals(10, drain(store).stored());
        assertEquals(numbers(0, 10), store.kept);
    }
}
