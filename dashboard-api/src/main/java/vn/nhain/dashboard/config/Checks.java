package vn.nhain.dashboard.config;

import java.time.Duration;

/** Ranges of configuration values. */
final class Checks {
    private Checks() {}

    static void between(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be between %d and %d.".formatted(key, value, least, most));
        }
    }

    static void between(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be between %s and %s.".formatted(key, value, least, most));
        }
    }

    static void notNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("The %s (%s) must not be negative.".formatted(key, value));
        }
    }
}
