package vn.nhain.edge.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.plant.reading.Reading;

/** What the spool does when the disk or the calendar runs out. */
class SpoolLimitsTest {
    private static final long MIB = 1L << 20;

    @TempDir
    Path folder;

    private final AtomicLong free = new AtomicLong(1_000 * MIB);
    private final SettableClock clock = new SettableClock();
    private MvStoreSpool spool;
    private int next;

    private static final class SettableClock extends Clock {
        volatile Instant now = SpoolWriter.T0;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() {
        SpoolSettings settings = new SpoolSettings(Duration.ofMillis(1), 10_000, 1_000, Duration.ofHours(2), 64 * MIB);
        spool = new MvStoreSpool(folder.resolve("spool.mv"), settings, clock, free::get);
    }

    @AfterEach
    void close() {
        spool.close();
    }

    private CountDownLatch add(int count) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readings.add(SpoolWriter.reading(next++));
        }
        CountDownLatch durable = new CountDownLatch(1);
        spool.add(new Intake(readings, 0, 0, 0), durable::countDown);
        return durable;
    }

    private static void await(CountDownLatch durable) throws InterruptedException {
        assertTrue(durable.await(20, TimeUnit.SECONDS));
    }

    private void drainAll() throws InterruptedException {
        List<SpooledReading> batch = spool.next(1_000, Duration.ZERO);
        while (!batch.isEmpty()) {
            spool.settle(batch, Set.of());
            batch = spool.next(1_000, Duration.ZERO);
        }
    }

    @Test
    void aFullDiskLetsDrainingGoOnAndTakesReadingsAgainOnceThereIsRoom() throws Exception {
        await(add(100));
        free.set(10 * MIB);
        CountDownLatch held = add(50);
        Eventually.holds("it is said", () -> spool.status().problem().contains("10 MiB"));
        drainAll();
        Eventually.holds("drained", () -> spool.status().counters().stored() == 100);
        assertFalse(held.await(50, TimeUnit.MILLISECONDS), "nothing is acknowledged that is not on the disk");
        assertEquals(50, spool.status().uncommitted());
        assertEquals(100, spool.status().counters().received());

        free.set(100 * MIB);
        await(held);
        Counters counters = spool.status().counters();
        assertEquals(150, counters.accepted());
        assertEquals(50, counters.spooled());
        assertTrue(counters.isIntakeBalanced() && counters.isStoreBalanced(), counters::toString);
        assertEquals("", spool.status().problem());
    }

    @Test
    void sourcesWaitOnceTheMemoryIsFullTooAndGoOnInOrder() throws Exception {
        free.set(0);
        List<CountDownLatch> held = new ArrayList<>();
        Thread source = new Thread(() -> {
            for (int i = 0; i < 30; i++) {
                held.add(add(100));
            }
        });
        source.start();
        Eventually.holds("memory is full", () -> spool.status().uncommitted() >= 1_000);
        assertTrue(source.isAlive());
        free.set(100 * MIB);
        source.join(20_000);
        await(held.get(29));
        List<SpooledReading> all = spool.next(10_000, Duration.ZERO);
        for (int i = 0; i < 3_000; i++) {
            assertEquals(SpoolWriter.reading(i), all.get(i).reading());
        }
    }

    @Test
    void closingAFullSpoolEndsAndKeepsWhatWasAcknowledged() throws Exception {
        await(add(10));
        free.set(0);
        CountDownLatch held = add(10);
        Eventually.holds("it is said", () -> !spool.status().problem().isEmpty());
        spool.close();
        assertEquals(1, held.getCount());
        free.set(100 * MIB);
        open();
        assertEquals(10, spool.status().counters().accepted());
    }

    @Test
    void whatHasWaitedTooLongIsDroppedAndCountedByMachine() throws Exception {
        await(add(20));
        clock.now = clock.now.plus(Duration.ofHours(1));
        await(add(30));
        assertEquals(Duration.ofHours(1), spool.status().age());
        clock.now = clock.now.plus(Duration.ofMinutes(90));
        await(add(1));
        Eventually.holds(
                "the first 20 are gone", () -> spool.status().counters().dropped() == 20);
        assertEquals(Map.of("OF1", 20L), spool.status().droppedByMachine());
        assertEquals(Duration.ofMinutes(90), spool.status().age());
        clock.now = clock.now.plus(Duration.ofHours(5));
        await(add(1));
        Eventually.holds(
                "all old ones are gone", () -> spool.status().counters().dropped() == 51);
        assertEquals(1, spool.status().depth());
        Counters counters = spool.status().counters();
        assertTrue(counters.isIntakeBalanced() && counters.isStoreBalanced(), counters::toString);
    }

    @Test
    void aClockThatIsSetBackDropsNothing() throws Exception {
        await(add(20));
        clock.now = clock.now.minus(Duration.ofHours(1));
        await(add(20));
        assertEquals(Duration.ZERO, spool.status().age());
        clock.now = clock.now.plus(Duration.ofMinutes(119));
        await(add(20));
        assertEquals(60, spool.status().depth());
    }
}
