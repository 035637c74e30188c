package vn.nhain.scheduler.kernel.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

class LatestStartsTest {
    static long[] seeds() {
        return java.util.stream.LongStream.range(0, 60).toArray();
    }

    /** The definition, asked of the forward pass alone: held back until then all is well, one unit longer it is not. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anOperationMayWaitUntilItsLatestStartAndNoLonger(long seed) {
        RandomProblem random = new RandomProblem(seed, 14);
        Problem problem = random.build();
        int[][] sequences = RandomProblem.sequences(problem, new Random(seed));
        Timetable timetable = new Timetable(problem, sequences);
        int target = timetable.makespan() + (int) (seed % 7);
        LatestStarts latest = new LatestStarts(problem, timetable, new Rows(problem, timetable));
        latest.compute(target);
        for (int o = 0; o < problem.operations(); o++) {
            if (o == random.fixed) {
                continue;
            }
            if (timetable.violation() == 0) {
                assertFalse(latest.isCritical(o), "the timetable itself ends by the target: " + o);
            }
            int unit = latest.unit(o);
            if (unit >= timetable.unit(o)) {
                int time = problem.calendar(timetable.machineOf(o)).timeOf(unit);
                assertTrue(
                        endsInTime(random, sequences, o, time, target, timetable.violation()), "at its latest: " + o);
                assertFalse(endsInTime(random, sequences, o, time + 1, target, timetable.violation()), "later: " + o);
            }
        }
    }

    private static boolean endsInTime(
            RandomProblem random, int[][] sequences, int o, int release, int target, long violation) {
        int before = random.release[o];
        random.release[o] = Math.max(before, release);
        Timetable held = new Timetable(random.build(), sequences);
        random.release[o] = before;
        return held.makespan() <= target && held.violation() == violation;
    }

    /** What was updated after moves equals what is computed afresh. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void updatingAfterMovesEqualsComputingAfresh(long seed) {
        Problem problem = new RandomProblem(seed, 40).build();
        Timetable timetable = new Timetable(problem, RandomProblem.sequences(problem, new Random(seed)));
        int target = timetable.makespan() + 5;
        Rows rows = new Rows(problem, timetable);
        LatestStarts updated = new LatestStarts(problem, timetable, rows);
        rows.load(updated);
        updated.compute(target);
        Random random = new Random(seed);
        int moved = 0;
        for (int i = 0; i < 300; i++) {
            int o = random.nextInt(problem.operations());
            int[] eligible = problem.eligible(o);
            int k = eligible[random.nextInt(eligible.length)];
            int room = timetable.size(k) - (timetable.machineOf(o) == k ? 1 : 0);
            int fromMachine = timetable.machineOf(o);
            int fromIndex = timetable.indexOf(o);
            if (!timetable.move(o, k, random.nextInt(room + 1))) {
                timetable.rollback();
                continue;
            }
            timetable.propagate();
            rows.moved(o, fromMachine, updated);
            timetable.commit();
            moved++;
            updated.markAround(k, timetable.indexOf(o));
            updated.markAround(fromMachine, fromIndex);
            updated.update();
            Rows freshRows = new Rows(problem, timetable);
            LatestStarts afresh = new LatestStarts(problem, timetable, freshRows);
            freshRows.load(afresh);
            afresh.compute(target);
            for (int x = 0; x < problem.operations(); x++) {
                assertEquals(afresh.unit(x), updated.unit(x), "operation " + x + " after move " + i);
            }
            for (int m = 0; m < problem.machines(); m++) {
                assertRowEquals(freshRows, rows, m, timetable.size(m));
            }
        }
        assertTrue(moved > 50, "too few moves were possible: " + moved);
    }

    /** The rows that followed the moves hold what rows read afresh hold. */
    private static void assertRowEquals(Rows afresh, Rows updated, int m, int size) {
        assertArrayEquals(head(afresh.operation(m), size), head(updated.operation(m), size));
        assertArrayEquals(head(afresh.start(m), size), head(updated.start(m), size));
        assertArrayEquals(head(afresh.free(m), size), head(updated.free(m), size));
        assertArrayEquals(head(afresh.latest(m), size), head(updated.latest(m), size));
        assertArrayEquals(head(afresh.bound(m), size), head(updated.bound(m), size));
        assertArrayEquals(head(afresh.ready(m), size), head(updated.ready(m), size));
        assertArrayEquals(head(afresh.setup(m), size), head(updated.setup(m), size));
        assertArrayEquals(head(afresh.setupClass(m), size), head(updated.setupClass(m), size));
    }

    private static int[] head(int[] row, int size) {
        return Arrays.copyOf(row, size);
    }
}
