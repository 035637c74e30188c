package vn.nhain.edge.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: doubling from {@code first} to {@code longest}, each shortened at random by up to a half, so
 * that many agents do not come back in one moment.
 *
 * <p>Not thread-safe.
 */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int attempts;

    /**
     * @param first pause after the first failure, more than zero
     * @param longest no pause is longer
     */
    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "The first pause (%s) must be more than zero and at most the longest (%s)."
                            .formatted(first, longest));
        }
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** The pause after one more failure. */
    public Duration next() {
        int doublings = Math.min(attempts++, 30);
        long full = Math.min(longest.toMillis(), first.toMillis() << doublings);
        if (full <= 0) {
            full = longest.toMillis();
        }
        return Duration.ofMillis(Math.max(1, full - random.nextLong(full / 2 + 1)));
    }

    /** Failures since the last success. */
    public int attempts() {
        return attempts;
    }

    /** Begins again after a success. */
    public void reset() {
        attempts = 0;
    }
}
