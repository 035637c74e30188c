package vn.nhain.scheduler.api;

import java.util.List;
import java.util.Optional;
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

    /**
     * Small jobs that may share a form, with what each proposal saves and how its cost is split back; the one that saves most
     * first, no job twice. Nothing is changed by it.
     *
     * @throws InvalidRequestException as {@link #solve}
     */
    List<GangProposal> gangProposals(ScheduleRequest request);

    /**
     * Why an order is where it is in a plan. No search.
     *
     * @param request what is known now; the orders may have changed since the plan was made
     * @param schedule the plan
     * @param orderId an order of the request
     * @throws IllegalArgumentException when the request has no such order
     * @throws InvalidRequestException as {@link #solve}
     */
    Explanation explain(ScheduleRequest request, Schedule schedule, String orderId);

    /**
     * What a plan costs, line by line, with a justification for every part of every line, and the hard constraints that it
     * does not keep; worked out apart from the engine. No search.
     *
     * @param request what is known now; what has started is no longer counted, its lateness apart
     * @param schedule the plan
     * @throws InvalidRequestException as {@link #solve}
     */
    PlanExplanation explainPlan(ScheduleRequest request, Schedule schedule);

    /**
     * What could be done about a late order: overtime, another machine, two lots, another paper, or to let it go first. Each
     * is computed by planning the changed problem again, from the plan as it is, in about a second of CPU each.
     *
     * @param request what is known now
     * @param schedule the plan
     * @param orderId an order of the request
     * @return three at most, the least late first; empty when the order is in time or nothing helps
     * @throws IllegalArgumentException when the request has no such order
     * @throws InvalidRequestException as {@link #solve}
     */
    List<Remedy> remedies(ScheduleRequest request, Schedule schedule, String orderId);

    /**
     * The plan of a remedy, computed as {@link #remedies} computes it, from what is known now. Only of remedies that change
     * nothing but the plan: {@code again}, {@code first} and {@code machine}; the others need people to change the calendar or
     * the order first.
     *
     * @param code of the remedy
     * @return empty when the remedy changes more than the plan, or does not apply (any more)
     * @throws IllegalArgumentException when the request has no such order
     * @throws InvalidRequestException as {@link #solve}
     */
    Optional<Schedule> planOfRemedy(ScheduleRequest request, Schedule schedule, String orderId, String code);
}
