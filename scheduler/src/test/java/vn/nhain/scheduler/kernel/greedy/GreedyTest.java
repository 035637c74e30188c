package vn.nhain.scheduler.kernel.greedy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.kernel.workload.RandomProblem;

class GreedyTest {
    /** The timetable refuses what is missing, twice, not eligible or cyclic. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleMakesACompleteSchedule(Rule rule) {
        for (long seed = 0; seed < 30; seed++) {
            Problem problem = new RandomProblem(seed, 40).build();
            Timetable timetable = new Timetable(problem, Greedy.sequences(problem, rule));
            assertEquals(0, timetable.violation(), "seed " + seed);
        }
    }

    @Test
    void thriftWaitsForTheFastMachineAndHurryDoesNot() {
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        for (int o = 0; o < 2; o++) {
            builder.addOperation("o" + o, builder.addJob(0, 0), 0, Problem.FREE, 1000);
            builder.addEligible(o, 0, 10, 0, 0);
            builder.addEligible(o, 1, 19, 0, 0);
        }
        Problem problem = builder.build();
        assertArrayEquals(new int[][] {{0, 1}, {}}, Greedy.thrifty(problem, 2));
        assertArrayEquals(new int[][] {{0}, {1}}, Greedy.thrifty(problem, 0.5));
    }

    @Test
    void thriftKeepsAMachineInItsSetup() {
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        builder.addMachine(
                MachineCalendar.ALWAYS, new SetupTable(2, (from, to) -> from == to ? 0 : 5, (from, to) -> 0));
        for (int o = 0; o < 4; o++) {
            builder.addOperation("o" + o, builder.addJob(0, 0), 0, Problem.FREE, 1000);
            builder.addEligible(o, 0, 10, 0, o % 2);
        }
        assertArrayEquals(new int[][] {{0, 2, 1, 3}}, Greedy.thrifty(builder.build(), 1));
    }

    /** More operations are ready than are compared at a time: the most urgent come first, and what is fixed is on time. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void noneOfThousandsOfReadyOperationsIsForgotten(Rule rule) {
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        int operations = 2500;
        for (int o = 0; o < operations; o++) {
            int due = operations - o;
            builder.addOperation("o" + o, builder.addJob(due, 1), 0, o == operations - 1 ? 700 : Problem.FREE, 1000);
            builder.addEligible(o, 0, 1, 0, 0);
            builder.addEligible(o, 1, 1, 0, 0);
        }
        Problem problem = builder.build();
        Timetable timetable = new Timetable(problem, Greedy.sequences(problem, rule));
        assertEquals(0, timetable.violation());
        assertEquals(700, timetable.start(operations - 1));
    }
}
