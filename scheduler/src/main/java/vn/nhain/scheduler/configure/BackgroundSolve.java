package vn.nhain.scheduler.configure;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.PlannedOperation;
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
 * One solve: begins with the plan in force, or the plan by due date when there is none, hands it to the search, and turns
 * better assignments into schedules at most four times a second. A changed problem ends the search and begins another where
 * the best plan stands. {@link #stop}, {@link #change} and {@link #result} are for any thread, the rest is confined to the
 * solving thread.
 */
final class BackgroundSolve implements SolveJob, Runnable, Solver.Listener {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_BETWEEN_SCHEDULES = NANOS_PER_SECOND / 4;

    private final Solver solver;
    private final SolveLimits limits;
    private final Consumer<SolveProgress> progress;
    private final LongSupplier nanoTime;
    private final CompletableFuture<Schedule> result = new CompletableFuture<>();
    private final long begin;

    private final Object lock = new Object();
    private ScheduleRequest request;
    private StopSignal stop = new StopSignal();
    private boolean changed;
    private boolean stopped;
    private boolean ended;

    private @Nullable KernelProblem kernel;
    private @Nullable PlantProblem problem;
    private int changes;
    private @Nullable MachineSequences best;
    private boolean untold;
    private double cost;
    private double firstCost = Double.NaN;
    private @Nullable Figures figures;
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
        synchronized (lock) {
            stopped = true;
            stop.signal();
        }
    }

    @Override
    public boolean change(ScheduleRequest other) {
        PlantProblem.validate(other);
        synchronized (lock) {
            if (!ended) {
                request = other;
                changed = true;
                stop.signal();
            }
            return !ended;
        }
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
        List<PlannedOperation> from = List.of();
        while (true) {
            ScheduleRequest asked;
            StopSignal signal = new StopSignal();
            synchronized (lock) {
                asked = request;
                changed = false;
                stop = signal;
                if (stopped) {
                    signal.signal();
                }
            }
            Schedule found = search(asked, from, signal);
            synchronized (lock) {
                if (!changed) {
                    ended = true;
                    return found;
                }
            }
            from = found.operations();
            changes++;
        }
    }

    /**
     * Searches until a limit, a stop or a change.
     *
     * @param from the plan to begin with; empty for the plan in force
     */
    private Schedule search(ScheduleRequest asked, List<PlannedOperation> from, StopSignal signal) {
        long began = nanoTime.getAsLong();
        PlantProblem plant = PlantProblem.of(asked);
        KernelProblem engine = new KernelProblem(plant);
        problem = plant;
        kernel = engine;
        firstCost = Double.NaN;
        toldAt = began - NANOS_PER_SECOND;
        MachineSequences first = start(plant, engine, from.isEmpty() ? asked.inForce() : from);
        best = null;
        untold = false;
        if (engine.problem().operations() == 0) {
            Schedule only = ScheduleWriter.write(plant, first);
            feasible = true;
            cost = 0;
            tell(only);
            return only;
        }
        long millis = limits.time().toMillis()
                - Duration.ofNanos(nanoTime.getAsLong() - began).toMillis();
        Solver.Limits searchLimits =
                new Solver.Limits(Math.max(1, millis), 0, limits.steps(), Math.max(1, limits.threads()), limits.seed());
        consider(solver.solve(engine.problem(), engine.toEngine(first), searchLimits, signal, this));
        return ScheduleWriter.write(plant, best == null ? first : best);
    }

    /**
     * Where the search begins: with the plan before, repaired, because what people prepare for should not move without need;
     * without one, with the cheaper of the plan by due date and the planner's rule.
     */
    static MachineSequences start(PlantProblem plant, KernelProblem engine, List<PlannedOperation> before) {
        if (!before.isEmpty()) {
            MachineSequences repaired = plant.repaired(before);
            if (plant.accepts(repaired)) {
                return repaired;
            }
        }
        MachineSequences byDueDate = plant.dueDateFirst();
        MachineSequences grouped = engine.groupedByPaperFormatAndInks();
        boolean cheaper = plant.accepts(grouped) && vnd(plant, grouped) < vnd(plant, byDueDate);
        return cheaper ? grouped : byDueDate;
    }

    private static double vnd(PlantProblem plant, MachineSequences sequences) {
        return ScheduleWriter.write(plant, sequences).figures().totalVnd();
    }

    @Override
    public void progress(long moves, @Nullable Assignment better) {
        long now = nanoTime.getAsLong();
        if (better != null) {
            consider(better);
        }
        if (now - movesAt >= NANOS_PER_SECOND) {
            movesPerSecond = (moves - movesBefore) * (double) NANOS_PER_SECOND / (now - movesAt);
            movesAt = now;
            movesBefore = moves;
        }
        boolean schedule = untold && now - toldAt >= NANOS_BETWEEN_SCHEDULES;
        if (schedule || now - toldAt >= NANOS_PER_SECOND) {
            toldAt = now;
            tell(schedule ? takeBest() : null);
        }
    }

    /** Keeps an assignment as the best when it is, and when the plant accepts it. */
    private void consider(Assignment better) {
        PlantProblem plant = Objects.requireNonNull(problem);
        double vnd = better.objective() / (double) KernelProblem.PER_VND;
        boolean isNoBetter = feasible == better.feasible() ? vnd >= cost : feasible;
        if (best != null && isNoBetter) {
            return;
        }
        MachineSequences sequences = Objects.requireNonNull(kernel).toPlant(better.machine(), better.start());
        if (plant.accepts(sequences)) {
            best = sequences;
            untold = true;
            cost = vnd;
            feasible = better.feasible();
            firstCost = Double.isNaN(firstCost) ? vnd : firstCost;
        }
    }

    private Schedule takeBest() {
        untold = false;
        return ScheduleWriter.write(Objects.requireNonNull(problem), Objects.requireNonNull(best));
    }

    private void tell(@Nullable Schedule better) {
        figures = better == null ? figures : better.figures();
        double first = Double.isNaN(firstCost) ? cost : firstCost;
        progress.accept(new SolveProgress(elapsed(), changes, feasible, cost, first, figures, movesPerSecond, better));
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - begin);
    }
}
