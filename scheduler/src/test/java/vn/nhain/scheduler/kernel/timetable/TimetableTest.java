package vn.nhain.scheduler.kernel.timetable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.MachineCosts;
import vn.nhain.scheduler.kernel.problem.MachineCosts.Stretch;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;
import vn.nhain.scheduler.kernel.workload.RandomProblem;

/** The timetable after any number of moves is that of its sequences from scratch, and taking a move back leaves no trace. */
final class TimetableTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void costKeptUpMoveByMoveIsThatFromScratch(long seed) {
        Problem problem = RandomCostProblem.of(seed, 12);
        Random random = new Random(seed);
        Timetable timetable = new Timetable(problem, RandomProblem.sequences(problem, random));
        int kept = 0;
        for (int i = 0; i < 400; i++) {
            long before = timetable.objective();
            int[][] sequences = timetable.sequences();
            boolean acyclic = move(problem, timetable, random);
            if (acyclic) {
                timetable.propagate();
            }
            if (acyclic && random.nextBoolean()) {
                timetable.commit();
                kept++;
            } else {
                timetable.rollback();
                assertEquals(before, timetable.objective());
                assertTrue(Arrays.deepEquals(sequences, timetable.sequences()));
            }
            Timetable scratch = new Timetable(problem, timetable.sequences());
            assertEquals(scratch.objective(), timetable.objective());
            assertEquals(scratch.sumOfEnds(), timetable.sumOfEnds());
            assertArrayEquals(ends(problem, scratch), ends(problem, timetable));
        }
        assertTrue(kept > 50, "only " + kept + " moves were kept");
    }

    /** Minute by minute: what the sums over stretches must come to. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void costsOfTimeAreThoseOfEachTimeUnit(long seed) {
        Random random = new Random(seed);
        double[][] rates = new double[4][400];
        List<Stretch> stretches = new ArrayList<>();
        for (int from = 0; from < 400; ) {
            int length = Math.min(400 - from, 1 + random.nextInt(90));
            double[] r = random.doubles(4, 0, 50).toArray();
            stretches.add(new Stretch(from, r[0], r[1], r[2], r[3]));
            for (int state = 0; state < 4; state++) {
                Arrays.fill(rates[state], from, from + length, r[state]);
            }
            from += length;
        }
        MachineCosts costs = new MachineCosts(stretches, 20, -1);
        for (int i = 0; i < 200; i++) {
            int[] t = random.ints(4, 0, 399).sorted().toArray();
            double expected = sum(rates[0], t[1], t[2]) + sum(rates[1], t[2], t[3]);
            assertEquals(expected, (double) costs.of(-1, t[1], t[2], t[3]), 0.51);
            int sleep = Math.min(t[1], t[0] + 20);
            expected += sum(rates[2], t[0], sleep) + sum(rates[3], sleep, t[1]);
            assertEquals(expected, (double) costs.of(t[0], t[1], t[2], t[3]), 0.51);
        }
    }

    /** Two jobs on one machine: 5 + 10 and, with a setup of 2, 17 to 22, whose run costs 7 a unit from 20 on. */
    @Test
    void costIsCountedToTheUnit() {
        ProblemBuilder builder = Problem.builder(Objective.COST);
        builder.addMachine(
                MachineCalendar.ALWAYS,
                new SetupTable(1, (from, to) -> from < 0 ? 0 : 2, (from, to) -> from < 0 ? 0 : 100),
                new MachineCosts(List.of(new Stretch(0, 1, 0, 0, 0), new Stretch(20, 1, 7, 0, 0)), 0, -1));
        int early = builder.addJob(10, 3, 12, 5);
        int late = builder.addJob(30, 1000);
        builder.addOperation("a", early, 5, Problem.FREE, 1000);
        builder.addOperation("b", late, 0, Problem.FREE, 1000);
        builder.addEligible(0, 0, 10, 40, 0);
        builder.addEligible(1, 0, 5, 60, 0);
        builder.keep(1, 0, 14, 9);
        Timetable timetable = new Timetable(builder.build(), new int[][] {{0, 1}});
        long lateness = 5L * 3 + 3L * 5;
        long hours = 2L * 7 + 2;
        assertEquals(lateness + 100 + 40 + 60 + hours + 3L * 9, timetable.objective());
    }

    private static double sum(double[] rates, int from, int to) {
        return Arrays.stream(rates, from, to).sum();
    }

    private static int[] ends(Problem problem, Timetable timetable) {
        int[] ends = new int[problem.operations()];
        Arrays.setAll(ends, timetable::end);
        return ends;
    }

    private static boolean move(Problem problem, Timetable timetable, Random random) {
        int o = random.nextInt(problem.operations());
        int[] eligible = problem.eligible(o);
        int k = eligible[random.nextInt(eligible.length)];
        int room = timetable.size(k) - (timetable.machineOf(o) == k ? 1 : 0);
        return timetable.move(o, k, random.nextInt(room + 1));
    }
}
