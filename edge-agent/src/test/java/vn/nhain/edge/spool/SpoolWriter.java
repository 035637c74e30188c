package vn.nhain.edge.spool;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.nhain.plant.reading.Reading;

/**
 * The child of {@link SpoolKillTest}: writes readings for ever and prints a number once all up to it are durable. Every
 * other batch is drained, so that deletions and compaction are under way as well.
 */
final class SpoolWriter {
    static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");
    private static final int BATCH = 20;

    private SpoolWriter() {}

    @SuppressWarnings("SystemOut") // the parent listens
    public static void main(String[] args) throws InterruptedException {
        long next = Long.parseLong(args[1]);
        try (MvStoreSpool spool = new MvStoreSpool(
                Path.of(args[0]), new SpoolSettings(Duration.ofMillis(1), 10_000_000, 10_000), Clock.systemUTC())) {
            for (int round = 0; true; round++) {
                List<Reading> batch = new ArrayList<>(BATCH);
                for (int i = 0; i < BATCH; i++) {
                    batch.add(reading(next++));
                }
                long upTo = next;
                spool.add(new Intake(batch, 0, 0, 0), () -> System.out.println(upTo));
                if (round % 3 == 2) {
                    List<SpooledReading> drained = spool.next(BATCH, Duration.ZERO);
                    spool.settle(drained, Set.of());
                }
                Thread.sleep(1);
            }
        }
    }

    static Reading reading(long number) {
        return number % 2 == 0
                ? Reading.number("OF1", "count.good", (double) number, T0.plusMillis(number))
                : Reading.number("OF1", "speed.actual", (double) number, T0.plusMillis(number));
    }
}
