package vn.nhain.dashboard.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import vn.nhain.dashboard.problem.TooManyAttemptsException;

/**
 * At most ten failed logins in ten minutes from one address, and for one name: counting by address alone lets many machines
 * guess one name; counting by name alone lets one machine guess many. Thread-safe.
 */
final class LoginLimit {
    private static final int FAILURES = 10;
    private static final Duration SPAN = Duration.ofMinutes(10);
    /** Bounds memory against made-up names. */
    private static final int KEYS = 10_000;

    private final InstantSource wall;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();

    LoginLimit(InstantSource wall) {
        this.wall = wall;
    }

    /** Refuses with {@link TooManyAttemptsException} when one of the keys has failed too often. */
    synchronized void check(String... keys) {
        Instant since = wall.instant().minus(SPAN);
        for (String key : keys) {
            Deque<Instant> times = failures.get(key);
            if (times == null) {
                continue;
            }
            while (!times.isEmpty() && times.getFirst().isBefore(since)) {
                times.removeFirst();
            }
            if (times.size() >= FAILURES) {
                throw new TooManyAttemptsException("Too many failed logins. Wait ten minutes and try again.");
            }
        }
    }

    synchronized void failed(String... keys) {
        if (failures.size() > KEYS) {
            failures.clear();
        }
        for (String key : keys) {
            failures.computeIfAbsent(key, k -> new ArrayDeque<>()).addLast(wall.instant());
        }
    }
}
