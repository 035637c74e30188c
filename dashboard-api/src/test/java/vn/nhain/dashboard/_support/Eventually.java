package vn.nhain.dashboard._support;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads: as long as needed, up to a limit that only a failure reaches. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_MS = 20;

    private Eventually() {}

    public static void that(String what, BooleanSupplier is) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!is.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + LIMIT + ": " + what);
            }
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
