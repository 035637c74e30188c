package vn.nhain.edge.spool;

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
 * @param fileBytes size of the file
 * @param droppedByMachine readings given up, by machine
 */
public record SpoolStatus(
        Counters counters,
        long depth,
        long capacity,
        @Nullable Instant oldest,
        long fileBytes,
        Map<String, Long> droppedByMachine) {
    public SpoolStatus {
        droppedByMachine = Map.copyOf(droppedByMachine);
    }
}
