package vn.nhain.scheduler.api;

import java.util.function.Consumer;

/** Plans a plant's orders. Thread-safe. */
public interface SchedulingService {
    /**
     * Starts to plan in the background and returns at once.
     *
     * @param request what to plan
     * @param limits how long and how hard
     * @param progress told of each better plan and at least once a second; called on the solver's thread, must be quick
     * @return the running solve
     * @throws InvalidRequestException when the request contradicts itself; it names every mistake
     */
    SolveJob solve(ScheduleRequest request, SolveLimits limits, Consumer<SolveProgress> progress);

    /**
     * The yardstick: orders by due date, each operation on the machine that ends it first, no search.
     *
     * @throws InvalidRequestException as {@link #solve}
     */
    Schedule dueDateFirst(ScheduleRequest request);
}
