package vn.nhain.scheduler.kernel.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;
import vn.nhain.scheduler.kernel.timetable.Timetable;

class WorkloadSearchTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 9, 12, 15})
    void theBestPlanIsRealAndNoWorseThanTheStart(long seed) {
        Problem problem = new RandomProblem(seed, 40).build();
        int[][] start = RandomProblem.sequences(problem, new Random(seed));
        Timetable first = new Timetable(problem, start);
        if (first.violation() > 0) {
            assertThrows(IllegalArgumentException.class, () -> search(problem, start, seed));
            return;
        }
        WorkloadSearch search = search(problem, start, seed);
        for (int i = 0; i < 400; i++) {
            search.step();
        }
        Timetable best = new Timetable(problem, search.bestSequences());
        assertEquals(0, best.violation());
        assertEquals(best.makespan(), search.bestMakespan());
        assertTrue(search.bestMakespan() < first.makespan(), "a random start leaves room for better");
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        Problem problem = new RandomProblem(7, 60).build();
        int[][] start = RandomProblem.sequences(problem, new Random(7));
        WorkloadSearch one = search(problem, start, 3);
        WorkloadSearch two = search(problem, start, 3);
        for (int i = 0; i < 200; i++) {
            one.step();
            two.step();
        }
        assertEquals(one.moves(), two.moves());
        assertArrayEquals(one.bestSequences(), two.bestSequences());
    }

    /** Two machines, eight runs of four classes, a change of class longer than a run: two classes a machine is the optimum. */
    @Test
    void runsOfOneClassEndUpTogether() {
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        SetupTable setup = new SetupTable(4, (from, to) -> from == to ? 0 : 10, (from, to) -> 0);
        builder.addMachine(MachineCalendar.ALWAYS, setup);
        builder.addMachine(MachineCalendar.ALWAYS, setup);
        for (int o = 0; o < 8; o++) {
            builder.addOperation("o" + o, builder.addJob(0, 0), 0, Problem.FREE, 1000);
            builder.addEligible(o, 0, 5, 0, o % 4);
            builder.addEligible(o, 1, 5, 0, o % 4);
        }
        WorkloadSearch search = search(builder.build(), new int[][] {{0, 1, 2, 3, 4, 5, 6, 7}, {}}, 1);
        for (int i = 0; i < 200; i++) {
            search.step();
        }
        assertEquals(40, search.bestMakespan());
    }

    private static WorkloadSearch search(Problem problem, int[][] start, long seed) {
        return new WorkloadSearch(problem, start, new SplittableRandom(seed));
    }
}
