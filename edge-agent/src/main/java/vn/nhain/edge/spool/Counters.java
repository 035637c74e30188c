package vn.nhain.edge.spool;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counts of {@code docs/reference/wire.md}, taken at one durable instant, since the spool was created; they survive
 * restarts together with the readings, so that both equations hold to the unit at any time.
 *
 * @param received values that sources delivered, and states that the agent derived
 * @param derived of those, states that the agent derived
 * @param rejected invalid ones
 * @param suppressed ones that say nothing new: within the deadband, or a key that was received before
 * @param accepted distinct keys that became durable
 * @param stored of those, taken by the store
 * @param spooled of those, still on disk
 * @param dropped of those, given up because the spool was full
 * @param quarantined of those, refused by the store for good and kept in the quarantine file
 * @param rejectedByReason the rejected ones, by {@link Rejection#label}; reasons that never occurred are absent
 */
public record Counters(
        long received,
        long derived,
        long rejected,
        long suppressed,
        long accepted,
        long stored,
        long spooled,
        long dropped,
        long quarantined,
        Map<String, Long> rejectedByReason) {
    public Counters {
        rejectedByReason = Collections.unmodifiableMap(new TreeMap<>(rejectedByReason));
    }

    /** Whether received = accepted + rejected + suppressed. */
    public boolean isIntakeBalanced() {
        return received == accepted + rejected + suppressed;
    }

    /** Whether accepted = stored + spooled + dropped + quarantined. */
    public boolean isStoreBalanced() {
        return accepted == stored + spooled + dropped + quarantined;
    }
}
