package vn.nhain.scheduler.kernel.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.workload.RandomProblem;

/** A change of one to four moves that is taken back, timed or not, cyclic or not, leaves no trace that anyone can ask for. */
final class UndoTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12})
    void aMakespanChangeIsTakenBackAsAWhole(long seed) {
        changes(new RandomProblem(seed, 30).build(), seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aCostChangeIsTakenBackAsAWhole(long seed) {
        changes(RandomCostProblem.of(seed, 12), seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aChangeWithMaximumLagsAndBatchesIsTakenBackAsAWhole(long seed) {
        changes(RandomCostProblem.lagging(seed, 12), seed);
    }

    private static void changes(Problem problem, long seed) {
        Random random = new Random(seed);
        Timetable timetable = new Timetable(problem, RandomProblem.sequences(problem, random));
        int cyclic = 0;
        int kept = 0;
        for (int i = 0; i < 400; i++) {
            String before = picture(problem, timetable);
            boolean acyclic = true;
            for (int moves = 1 + random.nextInt(4); moves > 0 && acyclic; moves--) {
                acyclic = move(problem, timetable, random);
                if (acyclic && random.nextBoolean()) {
                    timetable.propagate();
                }
            }
            if (acyclic && random.nextInt(3) > 0) {
                timetable.propagate();
                timetable.commit();
                kept++;
                assertEquals(times(problem, new Timetable(problem, timetable.sequences())), times(problem, timetable));
                assertRanksRespect(problem, timetable);
            } else {
                cyclic += acyclic ? 0 : 1;
                timetable.rollback();
                assertEquals(before, picture(problem, timetable), "change " + i);
            }
        }
        assertTrue(cyclic > 5 && kept > 15, "%d cyclic and %d kept changes are too few".formatted(cyclic, kept));
    }

    /** Everything that can be asked. */
    private static String picture(Problem problem, Timetable timetable) {
        return "%s ranks %s %s"
                .formatted(
                        times(problem, timetable),
                        all(problem, timetable::rank),
                        all(problem, timetable::operationByRank));
    }

    private static String times(Problem problem, Timetable timetable) {
        return "objective %d makespan %d ends %d violation %d sequences %s units %s starts %s ends %s through %s setups %s"
                .formatted(
                        timetable.objective(),
                        timetable.makespan(),
                        timetable.sumOfEnds(),
                        timetable.violation(),
                        Arrays.deepToString(timetable.sequences()),
                        all(problem, timetable::unit),
                        all(problem, timetable::start),
                        all(problem, timetable::end),
                        all(problem, timetable::through),
                        all(problem, timetable::setupTime));
    }

    private static String all(Problem problem, IntUnaryOperator what) {
        return Arrays.toString(
                IntStream.range(0, problem.operations()).map(what).toArray());
    }

    private static void assertRanksRespect(Problem problem, Timetable timetable) {
        for (int o = 0; o < problem.operations(); o++) {
            for (int successor : problem.successors(o)) {
                assertTrue(timetable.rank(o) < timetable.rank(successor), o + " before " + successor);
            }
            int index = timetable.indexOf(o);
            if (index > 0) {
                int before = timetable.operationAt(timetable.machineOf(o), index - 1);
                assertTrue(timetable.rank(before) < timetable.rank(o), before + " before " + o);
            }
        }
    }

    private static boolean move(Problem problem, Timetable timetable, Random random) {
        int o = random.nextInt(problem.operations());
        int[] eligible = problem.eligible(o);
        int k = eligible[random.nextInt(eligible.length)];
        int room = timetable.size(k) - (timetable.machineOf(o) == k ? 1 : 0);
        return timetable.move(o, k, random.nextInt(room + 1));
    }
}
