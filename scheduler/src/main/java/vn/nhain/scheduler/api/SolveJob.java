package vn.nhain.scheduler.api;

import java.util.concurrent.CompletableFuture;

/** A solve that runs in the background. Thread-safe. */
public interface SolveJob {
    /** Asks it to end now; {@link #result} then completes with the best plan so far. */
    void stop();

    /** The best plan; completes when the limit is reached, or soon after {@link #stop}. */
    CompletableFuture<Schedule> result();
}
