package vn.nhain.dashboard.config;

/** Ranges of configuration values. */
final class Checks {
    private Checks() {}

    static void between(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be between %d and %d.".formatted(key, value, least, most));
        }
    }
}
