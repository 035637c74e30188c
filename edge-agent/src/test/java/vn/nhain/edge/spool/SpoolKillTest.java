package vn.nhain.edge.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writer with SIGKILL at random instants, again and again on the same file. */
class SpoolKillTest {
    private static final int KILLS = Integer.getInteger("nhain.kills", 5);
    private static final int MOST_LINES_BEFORE_KILL = 200;

    @TempDir
    Path folder;

    @Test
    void everyReadingThatWasAcknowledgedIsThereAfterEachKill() throws Exception {
        long seed = 42;
        Random random = new Random(seed);
        Path file = folder.resolve("spool.mv");
        long acknowledged = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged = Math.max(acknowledged, writeUntilKilled(file, acknowledged, random));
            long next = check(file, acknowledged, "seed %d, kill %d".formatted(seed, kill));
            acknowledged = Math.max(acknowledged, next);
        }
        assertTrue(acknowledged > 0);
    }

    private static long writeUntilKilled(Path file, long from, Random random) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpoolWriter.class.getName(),
                        file.toString(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = from;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            int killAfter = 1 + random.nextInt(MOST_LINES_BEFORE_KILL);
            for (int i = 0; ; i++) {
                if (i == killAfter) {
                    // not the Process itself: that would close its output as well
                    writer.toHandle().destroyForcibly();
                }
                // what was printed before the kill was acknowledged, even if it is read after it
                String line = lines.readLine();
                if (line == null) {
                    break;
                }
                last = line.isEmpty() ? last : Long.parseLong(line);
            }
        }
        assertTrue(writer.waitFor(20, TimeUnit.SECONDS));
        assertEquals(137, writer.exitValue(), "killed by SIGKILL");
        return last;
    }

    /** Everything from the first that is still there to the last acknowledged, without a gap; gives the next number. */
    private static long check(Path file, long acknowledged, String when) throws InterruptedException {
        try (MvStoreSpool spool = new MvStoreSpool(
                file, new SpoolSettings(Duration.ofMillis(1), 10_000_000, 10_000), Clock.systemUTC())) {
            Counters counters = spool.status().counters();
            assertTrue(counters.isIntakeBalanced() && counters.isStoreBalanced(), when + ": " + counters);
            List<SpooledReading> all = spool.next(Integer.MAX_VALUE, Duration.ZERO);
            assertEquals(counters.spooled(), all.size(), when);
            long expected = counters.stored();
            for (SpooledReading spooled : all) {
                assertEquals(SpoolWriter.reading(expected++), spooled.reading(), when);
            }
            assertTrue(
                    expected >= acknowledged, "%s: %d acknowledged, %d there".formatted(when, acknowledged, expected));
            return expected;
        }
    }
}
