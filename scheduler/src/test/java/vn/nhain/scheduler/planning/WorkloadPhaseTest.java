package vn.nhain.scheduler.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.config.solver.EnvironmentMode;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.kernel.workload.RandomProblem;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.Solver.Limits;
import vn.nhain.scheduler.search.StopSignal;

class WorkloadPhaseTest {
    /** FULL_ASSERT compares every score with one from scratch, also across the hand-over between the phases. */
    @ParameterizedTest(name = "seed {0}, threads {1}")
    @CsvSource({"1,1", "2,1", "4,2", "5,2", "7,1"})
    void bothPhasesKeepTheScoreTrue(long seed, int threads) {
        Problem problem = new RandomProblem(seed, 30).build();
        int[][] start = RandomProblem.sequences(problem, new Random(seed));
        int before = new Timetable(problem, start).makespan();
        Assignment best = solve(new OptaPlannerSolver(EnvironmentMode.FULL_ASSERT), problem, start, 2000, threads);
        assertTrue(best.feasible());
        assertTrue(best.objective() < before, best.objective() + " of " + before);
    }

    @Test
    void theSameSeedAndStepsGiveTheSamePlan() {
        Problem problem = new RandomProblem(8, 60).build();
        int[][] start = RandomProblem.sequences(problem, new Random(8));
        Assignment one = solve(new OptaPlannerSolver(), problem, start, 20_000, 1);
        Assignment two = solve(new OptaPlannerSolver(), problem, start, 20_000, 1);
        assertEquals(one.objective(), two.objective());
        assertArrayEquals(one.machine(), two.machine());
        assertArrayEquals(one.start(), two.start());
    }

    /** The kernel's search cannot begin where a fixed start is missed; late acceptance must still run then. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 3, 6})
    void aStartThatMissesAFixedStartIsNoError(long seed) {
        Problem problem = new RandomProblem(seed, 20).build();
        int[][] start = RandomProblem.sequences(problem, new Random(seed));
        long before = new Timetable(problem, start).violation();
        Assignment best = solve(new OptaPlannerSolver(), problem, start, 4000, 1);
        assertTrue(best.feasible() || before > 0);
    }

    private static Assignment solve(OptaPlannerSolver solver, Problem problem, int[][] start, long steps, int threads) {
        return solver.solve(
                problem, start, new Limits(0, 0, steps, threads, 5), new StopSignal(), (moves, better) -> {});
    }
}
