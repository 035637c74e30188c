package vn.nhain.edge._support;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assertions;

/** Waits for what other threads do: long enough for a slow machine, no longer than needed. What the looks cost counts too. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long STEP_MILLIS = 20;

    private Eventually() {}

    /** Waits until the condition holds; what it throws counts as not yet. */
    public static void holds(String what, Callable<Boolean> condition) throws InterruptedException {
        holds(what, PATIENCE, condition);
    }

    /** The same with another patience. */
    public static void holds(String what, Duration patience, Callable<Boolean> condition) throws InterruptedException {
        Exception last = null;
        long start = System.nanoTime();
        do {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            Thread.sleep(STEP_MILLIS);
        } while (System.nanoTime() - start < patience.toNanos());
        Assertions.fail("Not within %d s: %s".formatted(patience.toSeconds(), what), last);
    }
}
