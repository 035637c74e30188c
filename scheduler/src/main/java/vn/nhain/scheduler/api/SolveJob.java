package vn.nhain.scheduler.api;

import java.util.concurrent.CompletableFuture;

/** A solve that runs in the background. Thread-safe. */
public interface SolveJob {
    /** Asks it to end now; {@link #result} then completes with the best plan so far. */
    void stop();

    /**
     * Goes on with another problem, such as this one after a {@link PlantEvent}. The best plan so far is repaired at once:
     * what it has and the new problem allows stays where it is, what is new or barred is fitted in. Then the search goes on
     * from there, with the whole time of its limits. The first plan that is told is the repaired one.
     *
     * @param changed what is to be planned from now on
     * @return false when the solve has ended already; then nothing happens
     * @throws InvalidRequestException when the request contradicts itself; the solve then goes on as it was
     */
    boolean change(ScheduleRequest changed);

    /** The best plan; completes when the limit is reached, or soon after {@link #stop}. */
    CompletableFuture<Schedule> result();
}
