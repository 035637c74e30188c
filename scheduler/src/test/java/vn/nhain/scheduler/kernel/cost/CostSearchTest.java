package vn.nhain.scheduler.kernel.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.RandomCostProblem;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.kernel.workload.RandomProblem;

final class CostSearchTest {
    /** Every machine of every operation in every order: what no search can beat, and this one must find. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tinyProblemsAreSolvedToTheOptimum(long seed) {
        Problem problem = RandomCostProblem.of(seed, 2);
        long optimum = new Everything(problem).cheapest();
        assertEquals(optimum, searched(problem, seed, 20_000).bestCost());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void bestCostIsThatOfTheBestSequences(long seed) {
        Problem problem = RandomCostProblem.of(seed, 20);
        CostSearch search = searched(problem, seed, 5000);
        assertEquals(new Timetable(problem, search.bestSequences()).objective(), search.bestCost());
        assertTrue(search.bestCost() < new Timetable(problem, start(problem)).objective());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void sameSeedFindsTheSamePlan(long seed) {
        Problem problem = RandomCostProblem.of(seed, 20);
        assertTrue(Arrays.deepEquals(
                searched(problem, seed, 5000).bestSequences(),
                searched(problem, seed, 5000).bestSequences()));
    }

    private static CostSearch searched(Problem problem, long seed, int moves) {
        CostSearch search = new CostSearch(problem, start(problem), new SplittableRandom(seed));
        for (int done = 0; done < moves; done += 100) {
            search.run(100, done / (double) moves);
        }
        return search;
    }

    private static int[][] start(Problem problem) {
        return RandomProblem.sequences(problem, new Random(1));
    }

    /** All sequences, by adding operations in every order that precedences allow, on every machine. */
    private static final class Everything {
        private final Problem problem;
        private final List<List<Integer>> rows = new ArrayList<>();
        private final boolean[] placed;
        private long cheapest = Long.MAX_VALUE;

        Everything(Problem problem) {
            this.problem = problem;
            this.placed = new boolean[problem.operations()];
            for (int k = 0; k < problem.machines(); k++) {
                rows.add(new ArrayList<>());
            }
        }

        long cheapest() {
            add(0);
            return cheapest;
        }

        private void add(int count) {
            if (count == placed.length) {
                int[][] sequences = rows.stream()
                        .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
                cheapest = Math.min(cheapest, new Timetable(problem, sequences).objective());
                return;
            }
            for (int o = 0; o < placed.length; o++) {
                if (!placed[o] && Arrays.stream(problem.predecessors(o)).allMatch(p -> placed[p])) {
                    placed[o] = true;
                    for (int k : problem.eligible(o)) {
                        rows.get(k).add(o);
                        add(count + 1);
                        rows.get(k).remove(rows.get(k).size() - 1);
                    }
                    placed[o] = false;
                }
            }
        }
    }
}
