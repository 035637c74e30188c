package vn.nhain.scheduler.api;

import java.time.Duration;

/**
 * How long and how hard to search.
 *
 * @param time wall time at most
 * @param steps search steps at most; 0 for no such limit
 * @param threads solving threads, at least 1
 * @param seed seed of all randomness: same problem, seed and steps with one thread give the same plan
 */
public record SolveLimits(Duration time, long steps, int threads, long seed) {
    /** One thread, seed 1, so many seconds. */
    public static SolveLimits seconds(int seconds) {
        return new SolveLimits(Duration.ofSeconds(seconds), 0, 1, 1);
    }
}
