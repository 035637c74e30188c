package vn.nhain.scheduler.configure;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.GangProposal;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.Remedy;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;
import vn.nhain.scheduler.explain.PlanExplainer;
import vn.nhain.scheduler.plantproblem.Explainer;
import vn.nhain.scheduler.plantproblem.GangFinder;
import vn.nhain.scheduler.plantproblem.PlantProblem;
import vn.nhain.scheduler.plantproblem.ScheduleWriter;
import vn.nhain.scheduler.search.Solver;

/** Solves each request on a thread of its own. Thread-safe. */
final class DefaultSchedulingService implements SchedulingService {
    private final Solver solver;
    private final LongSupplier nanoTime;
    private final AtomicInteger count = new AtomicInteger();

    /**
     * A service.
     *
     * @param solver searches
     * @param nanoTime wall time of limits and progress, nanoseconds
     */
    DefaultSchedulingService(Solver solver, LongSupplier nanoTime) {
        this.solver = solver;
        this.nanoTime = nanoTime;
    }

    @Override
    public SolveJob solve(ScheduleRequest request, SolveLimits limits, Consumer<SolveProgress> progress) {
        PlantProblem.validate(request);
        BackgroundSolve solve = new BackgroundSolve(solver, request, limits, progress, nanoTime);
        Thread thread = new Thread(solve, "solve-" + count.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
        return solve;
    }

    @Override
    public Schedule dueDateFirst(ScheduleRequest request) {
        PlantProblem problem = PlantProblem.of(request);
        return ScheduleWriter.write(problem, problem.dueDateFirst());
    }

    @Override
    public List<GangProposal> gangProposals(ScheduleRequest request) {
        return GangFinder.proposals(PlantProblem.of(request));
    }

    @Override
    public Explanation explain(ScheduleRequest request, Schedule schedule, String orderId) {
        return new Explainer(PlantProblem.of(request), schedule).explain(orderId);
    }

    @Override
    public PlanExplanation explainPlan(ScheduleRequest request, Schedule schedule) {
        PlantProblem.validate(request);
        return PlanExplainer.explain(request, schedule);
    }

    @Override
    public Optional<Schedule> planOfRemedy(ScheduleRequest request, Schedule schedule, String orderId, String code) {
        return new Remedies(solver).plan(request, schedule, orderId, code);
    }

    @Override
    public List<Remedy> remedies(ScheduleRequest request, Schedule schedule, String orderId) {
        return new Remedies(solver).find(request, schedule, orderId);
    }
}
