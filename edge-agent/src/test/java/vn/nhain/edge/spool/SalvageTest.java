package vn.nhain.edge.spool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.edge._support.Eventually;
import vn.nhain.plant.reading.Reading;

/** A spool whose file is damaged saves what it can, and knows to the unit what it could not. */
class SalvageTest {
    private static final int ACCEPTED = 6_000;
    private static final int STORED = 1_000;
    private static final SpoolSettings SETTINGS = new SpoolSettings(Duration.ofMillis(1), 1_000_000, 10_000);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("spool.mv");
        try (MvStoreSpool spool = open()) {
            for (int i = 0; i < ACCEPTED; i += 500) {
                add(spool, i, 500);
            }
            spool.settle(spool.next(STORED, Duration.ZERO), Set.of());
            Eventually.holds("settled", () -> spool.status().counters().stored() == STORED);
        }
    }

    private MvStoreSpool open() {
        return new MvStoreSpool(file, SETTINGS, Clock.systemUTC());
    }

    private static void add(MvStoreSpool spool, int from, int count) throws InterruptedException {
        List<Reading> readings = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            readings.add(SpoolWriter.reading(i));
        }
        CountDownLatch durable = new CountDownLatch(1);
        spool.add(new Intake(readings, 0, 0, 0), durable::countDown);
        assertTrue(durable.await(20, TimeUnit.SECONDS));
    }

    private void damage(double from, double to, long seed) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] noise = new byte[(int) ((to - from) * bytes.length)];
        new Random(seed).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, (int) (from * bytes.length), noise.length);
        Files.write(file, bytes);
    }

    /** Drains all of it; every reading must be one that was written. */
    private static int drain(MvStoreSpool spool, String when) throws InterruptedException {
        Set<Reading> written = new HashSet<>();
        for (int i = STORED; i < ACCEPTED; i++) {
            written.add(SpoolWriter.reading(i));
        }
        int drained = 0;
        while (spool.status().depth() > 0 || spool.status().counters().spooled() > 0) {
            List<SpooledReading> batch = spool.next(700, Duration.ofMillis(10));
            for (SpooledReading spooled : batch) {
                assertTrue(written.remove(spooled.reading()), () -> when + ": " + spooled);
            }
            spool.settle(batch, Set.of());
            drained += batch.size();
        }
        return drained;
    }

    private static void checkAfterwards(MvStoreSpool spool, int drained, String when) throws Exception {
        Eventually.holds("counted", () -> spool.status().counters().stored() == STORED + drained);
        Counters counters = spool.status().counters();
        assertEquals(ACCEPTED, counters.accepted(), when);
        assertEquals(ACCEPTED - STORED - drained, counters.dropped(), when);
        assertTrue(counters.isIntakeBalanced() && counters.isStoreBalanced(), when + counters);
        assertEquals(counters.dropped(), spool.status().droppedByMachine().getOrDefault(Ledger.DAMAGED, 0L), when);
        add(spool, ACCEPTED, 10);
        assertEquals(10, spool.status().depth(), when);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.3, 0.45, 0.6, 0.75, 0.9})
    void damageInTheMiddleCostsWhatWasThereAndNoMore(double at) throws Exception {
        damage(at, at + 0.05, 7);
        try (MvStoreSpool spool = open()) {
            checkAfterwards(spool, drain(spool, "at " + at), "at " + at);
        }
    }

    @Test
    void damageAtTheEndIsCounted() throws Exception {
        damage(0.97, 1, 7);
        try (MvStoreSpool spool = open()) {
            checkAfterwards(spool, drain(spool, "end"), "end");
        }
    }

    @Test
    void aFileThatWasCutOffIsCounted() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        try (MvStoreSpool spool = open()) {
            checkAfterwards(spool, drain(spool, "cut"), "cut");
        }
    }

    @Test
    void aFileOfNoiseOrNoFileAtAllKeepsTheCounts() throws Exception {
        damage(0, 1, 7);
        try (MvStoreSpool spool = open()) {
            assertEquals(ACCEPTED - STORED, spool.status().counters().dropped());
            assertEquals(STORED, spool.status().counters().stored());
        }
        assertTrue(Files.exists(folder.resolve("spool.mv.damaged-1")));
        Files.delete(file);
        try (MvStoreSpool spool = open()) {
            checkAfterwards(spool, 0, "gone");
        }
    }

    /** Nobody clears them away on a box that nobody looks at. */
    @Test
    void ofManyDamagedFilesTheLastFewAreKept() throws Exception {
        for (int time = 0; time < 5; time++) {
            damage(0, 1, time);
            open().close();
        }
        try (MvStoreSpool spool = open();
                Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    3, files.filter(path -> path.toString().contains("damaged")).count());
            checkAfterwards(spool, 0, "often");
        }
    }

    @Test
    void withoutTheCountsNothingIsTouchedAndTheRemedyIsSaid() throws Exception {
        damage(0, 1, 7);
        Files.delete(folder.resolve("spool.mv.mark"));
        byte[] before = Files.readAllBytes(file);
        SpoolException refused = assertThrows(SpoolException.class, this::open);
        assertTrue(String.valueOf(refused.getMessage()).contains("move both files away"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
