package vn.nhain.edge.spool;

import java.time.Duration;

/**
 * How the spool works.
 *
 * @param commitInterval readings gather for so long before they are made durable together; zero for at once
 * @param capacity readings that it holds at most, at least 1; beyond, the least valuable ones are dropped
 * @param maxUncommitted readings that may wait for the disk before sources have to wait, at least 2
 */
public record SpoolSettings(Duration commitInterval, long capacity, int maxUncommitted) {
    public static final SpoolSettings DEFAULTS = new SpoolSettings(Duration.ofMillis(100), 5_000_000, 20_000);

    public SpoolSettings {
        if (commitInterval.isNegative() || capacity < 1 || maxUncommitted < 2) {
            throw new IllegalArgumentException(
                    "The commitInterval (%s) must not be negative, the capacity (%d) at least 1, maxUncommitted (%d) at least 2."
                            .formatted(commitInterval, capacity, maxUncommitted));
        }
    }
}
