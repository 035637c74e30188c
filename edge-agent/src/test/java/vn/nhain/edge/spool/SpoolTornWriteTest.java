package vn.nhain.edge.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.plant.reading.Reading;

/** The power fails while a commit is on its way to the disk: any of its blocks may have arrived, in any order. */
class SpoolTornWriteTest {
    private static final int BLOCK = 4096;
    private static final int ROUNDS = 40;

    @TempDir
    Path folder;

    @Test
    void whateverPartOfTheLastCommitArrivedAllBeforeItIsThere() throws Exception {
        Path file = folder.resolve("spool.mv");
        Path mark = folder.resolve("spool.mv.mark");
        byte[] before;
        byte[] markBefore;
        byte[] after;
        try (MvStoreSpool spool = open(file)) {
            for (int i = 0; i < 20; i++) {
                add(spool, i * 100, 100);
            }
            before = Files.readAllBytes(file);
            markBefore = Files.readAllBytes(mark);
            add(spool, 2_000, 400);
            after = Files.readAllBytes(file);
        }
        for (int seed = 0; seed < ROUNDS; seed++) {
            Path torn = folder.resolve("torn" + seed);
            Files.write(torn, mix(before, after, new Random(seed)));
            // the mark follows a commit when all of that is on disk
            Files.write(folder.resolve("torn" + seed + ".mark"), markBefore);
            try (MvStoreSpool spool = open(torn)) {
                List<SpooledReading> all = spool.next(Integer.MAX_VALUE, Duration.ZERO);
                assertEquals(2_000, all.size(), "seed " + seed);
                for (int i = 0; i < all.size(); i++) {
                    assertEquals(SpoolWriter.reading(i), all.get(i).reading(), "seed " + seed);
                }
                Counters counters = spool.status().counters();
                assertTrue(counters.isIntakeBalanced() && counters.isStoreBalanced(), "seed " + seed);
                add(spool, 5_000, 10);
                assertEquals(2_010, spool.status().depth());
            }
        }
    }

    @Test
    void aTornMarkLeavesTheOneBeforeIt() throws Exception {
        Path file = folder.resolve("mark");
        try (CommitMark mark = new CommitMark(file)) {
            mark.write(7);
            mark.write(8);
            mark.write(9);
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[BLOCK + 10] ^= 1;
        Files.write(file, bytes);
        try (CommitMark mark = new CommitMark(file)) {
            assertEquals(8, mark.version());
            mark.write(10);
        }
        try (CommitMark mark = new CommitMark(file)) {
            assertEquals(10, mark.version());
        }
    }

    private static MvStoreSpool open(Path file) {
        return new MvStoreSpool(file, new SpoolSettings(Duration.ofMillis(1), 1_000_000, 10_000), Clock.systemUTC());
    }

    private static void add(MvStoreSpool spool, int from, int count) throws InterruptedException {
        List<Reading> readings = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            readings.add(SpoolWriter.reading(i));
        }
        CountDownLatch durable = new CountDownLatch(1);
        spool.add(new Intake(readings, 0, 0, 0), durable::countDown);
        durable.await();
    }

    /** Blocks that the commit changed arrive or not, by chance; a file that did not grow is padded with what was there. */
    private static byte[] mix(byte[] before, byte[] after, Random random) {
        byte[] mixed = Arrays.copyOf(before, Math.max(before.length, after.length));
        int length = before.length;
        for (int at = 0; at < after.length; at += BLOCK) {
            int end = Math.min(after.length, at + BLOCK);
            if (random.nextBoolean()) {
                System.arraycopy(after, at, mixed, at, end - at);
                length = Math.max(length, end);
            }
        }
        return Arrays.copyOf(mixed, length);
    }
}
