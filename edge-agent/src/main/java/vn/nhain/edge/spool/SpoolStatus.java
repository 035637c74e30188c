package vn.nhain.edge.spool;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How full the spool is.
 *
 * @param counters the counts
 * @param depth readings on disk that wait for the store
 * @param capacity the most that it will hold
 * @param oldest source time of the oldest reading that waits; null when none does
 * @param age how long the oldest reading has waited, to the minute; zero when none waits
 * @param fileBytes size of the file
 * @param droppedByMachine readings given up, by machine
 * @param uncommitted readings that wait for the disk
 * @param problem why the disk takes nothing just now; empty when it does
 */
public record SpoolStatus(
        Counters counters,
        long depth,
        long capacity,
        @Nullable Instant oldest,
        Duration age,
        long fileBytes,
        Map<String, Long> droppedByMachine,
        int uncommitted,
        String problem) {
    public SpoolStatus {
        droppedByMachine = Map.copyOf(droppedByMachine);
    }

    /** The same with all that can be told while the file cannot be read. */
    SpoolStatus unread(int waiting, String why) {
        return new SpoolStatus(
                counters, counters.spooled(), capacity, oldest, age, fileBytes, droppedByMachine, waiting, why);
    }
}
