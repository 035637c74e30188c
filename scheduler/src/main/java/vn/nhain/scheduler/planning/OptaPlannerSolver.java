package vn.nhain.scheduler.planning;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.common.SelectionCacheType;
import org.optaplanner.core.config.heuristic.selector.common.SelectionOrder;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.phase.PhaseConfig;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;
import org.optaplanner.core.impl.solver.DefaultSolver;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.Solver;
import vn.nhain.scheduler.search.StopSignal;

/**
 * Greedy start; for a makespan the kernel's work-load search until it stalls, for cost its annealing until the time is up;
 * then late acceptance over the kernel's neighbourhood. With more than one thread, as many searches run from
 * different seeds and the best wins: a move costs some ten microseconds, which is less than handing it to another thread.
 */
public final class OptaPlannerSolver implements Solver {
    /** Problems from this size on get a shorter memory of late acceptance: they see fewer moves an operation. */
    private static final int LARGE = 500;

    /** Slices of work-load search without a better plan after which late acceptance takes over. */
    private static final int STALLED_SLICES = 10_000;
    /** Slices of work-load search at most: minutes of the smallest problems. */
    private static final int MOST_SLICES = 200_000;
    /** Moves that a slice stands for where moves are limited, on average. */
    private static final int MOVES_A_SLICE = 100;

    private final EnvironmentMode mode;

    /** The solver as it is used. */
    public OptaPlannerSolver() {
        this(EnvironmentMode.REPRODUCIBLE);
    }

    /** For tests: a mode that asserts more. */
    OptaPlannerSolver(EnvironmentMode mode) {
        this.mode = mode;
    }

    @Override
    public Assignment solve(Problem problem, int[][] start, Limits limits, StopSignal stop, Listener listener) {
        Plan first = new Plan(problem, start.length == 0 ? GreedyStart.of(problem) : start, new LongAdder());
        Assignment firstAssignment = Assignments.of(problem, first.sequences());
        listener.progress(0, firstAssignment);
        if (problem.operations() < 2) {
            return firstAssignment;
        }
        return new ParallelSearch(this, problem, limits, stop, listener).run(first, firstAssignment);
    }

    /** One search of one thread. */
    DefaultSolver<Plan> newSearch(Problem problem, Limits limits, long seed) {
        TerminationConfig termination = new TerminationConfig();
        if (limits.steps() > 0) {
            termination.withScoreCalculationCountLimit(
                    problem.objective() == Objective.MAKESPAN ? Math.max(1, limits.steps() / 2) : limits.steps());
        } else {
            // the watch ends it; this only keeps OptaPlanner from refusing a phase without an end
            termination.withDaysSpentLimit(365L);
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Plan.class)
                .withEntityClasses(Station.class)
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(TimetableCalculator.class))
                .withTerminationConfig(termination)
                .withPhaseList(phases(problem, limits, seed));
        return (DefaultSolver<Plan>) SolverFactory.<Plan>create(config).buildSolver();
    }

    @SuppressWarnings("rawtypes") // OptaPlanner's own signature is raw
    private static List<PhaseConfig> phases(Problem problem, Limits limits, long seed) {
        PhaseConfig<?> lateAcceptance = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig()
                        .withMoveIteratorFactoryClass(NearbyMoves.class)
                        .withCacheType(SelectionCacheType.JUST_IN_TIME)
                        .withSelectionOrder(SelectionOrder.RANDOM))
                .withAcceptorConfig(new LocalSearchAcceptorConfig()
                        .withLateAcceptanceSize(problem.operations() < LARGE ? 400 : 100))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        if (problem.objective() != Objective.MAKESPAN) {
            return limits.steps() > 0
                    ? List.of(annealing(limits, seed))
                    : List.of(annealing(limits, seed), lateAcceptance);
        }
        return List.of(workload(limits, seed), lateAcceptance);
    }

    @SuppressWarnings("rawtypes")
    private static PhaseConfig<?> annealing(Limits limits, long seed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        LongSupplier time = limits.cpuMillis() > 0 ? threads::getCurrentThreadCpuTime : System::nanoTime;
        long slices = limits.steps() == 0 ? MOST_SLICES : Math.max(1, limits.steps() / CostSlice.MOVES);
        return new CustomPhaseConfig()
                .withCustomPhaseCommandList(Collections.<CustomPhaseCommand>nCopies(
                        (int) Math.min(MOST_SLICES, slices), new CostSlice(limits, seed, time)));
    }

    @SuppressWarnings("rawtypes")
    private static PhaseConfig<?> workload(Limits limits, long seed) {
        TerminationConfig stalled = new TerminationConfig().withUnimprovedStepCountLimit(STALLED_SLICES);
        if (limits.steps() > 0) {
            // half of the moves; late acceptance, whose moves OptaPlanner counts itself, gets the rest
            stalled.withStepCountLimit((int) Math.max(1, Math.min(MOST_SLICES, limits.steps() / 2 / MOVES_A_SLICE)));
        }
        return new CustomPhaseConfig()
                .withCustomPhaseCommandList(
                        Collections.<CustomPhaseCommand>nCopies(MOST_SLICES, new WorkloadSlice(seed)))
                .withTerminationConfig(stalled);
    }
}
