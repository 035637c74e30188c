package vn.nhain.scheduler.bench.peer;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs CP-SAT on a model with the parameters that suit this problem, until a caller's limit. */
final class Workers {
    private static final long LOOK_MILLIS = 50;

    private final int count;
    private final int seed;
    private final BooleanSupplier over;

    /**
     * Runs models.
     *
     * @param over looked at every 50 ms; ends a run
     */
    Workers(int count, long seed, BooleanSupplier over) {
        this.count = count;
        this.seed = (int) (seed & Integer.MAX_VALUE);
        this.over = over;
    }

    /**
     * Solves.
     *
     * @param mostWork deterministic seconds at most; 0 for no such limit
     */
    CpSolverStatus solve(CpSolver solver, CpModel model, double mostWork, CpSolverSolutionCallback onSolution) {
        solver.getParameters()
                .setNumWorkers(count)
                .setRandomSeed(seed)
                // probing takes minutes on models of this kind and finds little
                .setCpModelProbingLevel(0);
        if (mostWork > 0) {
            solver.getParameters().setMaxDeterministicTime(mostWork);
        }
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "watch");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var unused = watch.scheduleAtFixedRate(
                    () -> {
                        if (over.getAsBoolean()) {
                            solver.stopSearch();
                        }
                    },
                    LOOK_MILLIS,
                    LOOK_MILLIS,
                    TimeUnit.MILLISECONDS);
            return solver.solve(model, onSolution);
        } finally {
            watch.shutdownNow();
        }
    }
}
