package vn.nhain.edge.spool;

import java.time.Duration;

/**
 * How the spool works.
 *
 * @param commitInterval readings gather for so long before they are made durable together; zero for at once
 * @param capacity readings that it holds at most, at least 1; beyond, the least valuable ones are dropped
 * @param maxUncommitted readings that may wait for the disk before sources have to wait, at least 2
 * @param maxAge readings that have waited for longer, by the wall clock, are dropped; at least a minute
 * @param minFreeBytes while the disk has less room, nothing new is taken in; what is there goes on to the store
 */
public record SpoolSettings(
        Duration commitInterval, long capacity, int maxUncommitted, Duration maxAge, long minFreeBytes) {
    public static final SpoolSettings DEFAULTS = new SpoolSettings(Duration.ofMillis(100), 10_000_000, 20_000);

    public SpoolSettings {
        if (commitInterval.isNegative()
                || capacity < 1
                || maxUncommitted < 2
                || maxAge.compareTo(Duration.ofMinutes(1)) < 0
                || minFreeBytes < 0) {
            throw new IllegalArgumentException(
                    "The commitInterval (%s) and minFreeBytes (%d) must not be negative, the capacity (%d) at least 1, maxUncommitted (%d) at least 2, maxAge (%s) at least a minute."
                            .formatted(commitInterval, minFreeBytes, capacity, maxUncommitted, maxAge));
        }
    }

    /** With 30 days as the greatest age, and 64 MiB of the disk left free. */
    public SpoolSettings(Duration commitInterval, long capacity, int maxUncommitted) {
        this(commitInterval, capacity, maxUncommitted, Duration.ofDays(30), 64L << 20);
    }
}
