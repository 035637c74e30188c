package vn.nhain.scheduler.configure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;
import vn.nhain.scheduler.plantproblem.KernelProblem;
import vn.nhain.scheduler.plantproblem.MachineSequences;
import vn.nhain.scheduler.plantproblem.PlantProblem;
import vn.nhain.scheduler.plantproblem.ScheduleWriter;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.Solver;
import vn.nhain.scheduler.search.StopSignal;

/**
 * One solve: begins with the plan in force or the plan by due date, hands it to the search, and turns better assignments into schedules at most
 * four times a second. {@link #stop} and {@link #result} are for any thread, the rest is confined to the solving thread.
 */
final class BackgroundSolve implements SolveJob, Runnable, Solver.Listener {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_BETWEEN_SCHEDULES = NANOS_PER_SECOND / 4;

    private final Solver solver;
    private final ScheduleRequest request;
    private final SolveLimits limits;
    private final Consumer<SolveProgress> progress;
    private final LongSupplier nanoTime;
    private final StopSignal stop = new StopSignal();
    private final CompletableFuture<Schedule> result = new CompletableFuture<>();
    private final long begin;

    private @Nullable Assignment pending;
    private @Nullable KernelProblem kernel;
    private @Nullable PlantProblem problem;
    private double cost;
    private boolean feasible;
    private long toldAt;
    private long movesAt;
    private long movesBefore;
    private double movesPerSecond;

    BackgroundSolve(
            Solver solver,
            ScheduleRequest request,
            SolveLimits limits,
            Consumer<SolveProgress> progress,
            LongSupplier nanoTime) {
        this.solver = solver;
        this.request = request;
        this.limits = limits;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.movesAt = begin;
        this.toldAt = begin - NANOS_PER_SECOND;
    }

    @Override
    public void stop() {
        stop.signal();
    }

    @Override
    public CompletableFuture<Schedule> result() {
        return result;
    }

    /** The thread's edge: whatever goes wrong reaches the caller through {@link #result}. */
    @Override
    public void run() {
        try {
            result.complete(solve());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private Schedule solve() {
        PlantProblem plant = PlantProblem.of(request);
        KernelProblem engine = new KernelProblem(plant);
        problem = plant;
        kernel = engine;
        MachineSequences first = start(plant, engine);
        if (engine.problem().operations() == 0) {
            Schedule only = ScheduleWriter.write(plant, first);
            feasible = true;
            tell(only);
            return only;
        }
        long millisLeft = Math.max(1, limits.time().toMillis() - elapsed().toMillis());
        Solver.Limits searchLimits =
                new Solver.Limits(millisLeft, 0, limits.steps(), Math.max(1, limits.threads()), limits.seed());
        Assignment best = solver.solve(engine.problem(), engine.toEngine(first), searchLimits, stop, this);
        MachineSequences sequences = engine.toPlant(best.machine(), best.start());
        return ScheduleWriter.write(plant, plant.accepts(sequences) ? sequences : first);
    }

    /** The cheapest of the plan in force, the plan by due date and the planner's rule. */
    static MachineSequences start(PlantProblem plant, KernelProblem engine) {
        List<MachineSequences> candidates =
                List.of(plant.dueDateFirst(), plant.planInForce(), engine.groupedByPaperFormatAndInks());
        MachineSequences best = candidates.get(0);
        double bestCost = Double.MAX_VALUE;
        for (MachineSequences candidate : candidates) {
            double cost = plant.accepts(candidate)
                    ? ScheduleWriter.write(plant, candidate).figures().totalVnd()
                    : Double.MAX_VALUE;
            if (cost < bestCost) {
                best = candidate;
                bestCost = cost;
            }
        }
        return best;
    }

    @Override
    public void progress(long moves, @Nullable Assignment better) {
        long now = nanoTime.getAsLong();
        if (better != null) {
            pending = better;
            cost = better.objective() / (double) KernelProblem.PER_VND;
            feasible = better.feasible();
        }
        if (now - movesAt >= NANOS_PER_SECOND) {
            movesPerSecond = (moves - movesBefore) * (double) NANOS_PER_SECOND / (now - movesAt);
            movesAt = now;
            movesBefore = moves;
        }
        boolean schedule = pending != null && now - toldAt >= NANOS_BETWEEN_SCHEDULES;
        if (schedule || now - toldAt >= NANOS_PER_SECOND) {
            toldAt = now;
            tell(schedule ? takePending() : null);
        }
    }

    private @Nullable Schedule takePending() {
        Assignment assignment = pending;
        PlantProblem plant = problem;
        KernelProblem engine = kernel;
        pending = null;
        if (assignment == null || plant == null || engine == null) {
            return null;
        }
        MachineSequences sequences = engine.toPlant(assignment.machine(), assignment.start());
        return plant.accepts(sequences) ? ScheduleWriter.write(plant, sequences) : null;
    }

    private void tell(@Nullable Schedule better) {
        progress.accept(new SolveProgress(elapsed(), feasible, cost, movesPerSecond, better));
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - begin);
    }
}
