package vn.nhain.scheduler.bench.peer;

import java.util.Arrays;
import java.util.stream.IntStream;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.planning.Assignments;
import vn.nhain.scheduler.planning.GreedyStart;
import vn.nhain.scheduler.search.Assignment;

/**
 * A plan with its machine sequences.
 *
 * @param sequences operations of each machine in order
 * @param times when each operation runs
 */
@SuppressWarnings("ArrayRecordComponent") // passed on within this package, never compared
record PlanState(int[][] sequences, Assignment times) {
    /** The greedy plan with which our own solver begins as well. */
    static PlanState greedy(Problem problem) {
        return of(problem, GreedyStart.of(problem));
    }

    /** The earliest plan with these sequences. */
    static PlanState of(Problem problem, int[][] sequences) {
        return new PlanState(sequences, Assignments.of(problem, sequences));
    }

    /** The earliest plan with the machines and the order of starts given. */
    static PlanState of(Problem problem, int[] machine, long[] start) {
        int[][] sequences = new int[problem.machines()][];
        for (int k = 0; k < sequences.length; k++) {
            int here = k;
            sequences[k] = IntStream.range(0, machine.length)
                    .filter(o -> machine[o] == here)
                    .boxed()
                    .sorted((a, b) -> Long.compare(start[a], start[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return of(problem, sequences);
    }

    /** When successors of an operation may start. */
    int passes(Problem problem, int o) {
        int k = times.machine()[o];
        int first = problem.calendar(k).unitAtOrAfter(times.start()[o]);
        return problem.calendar(k).timeOf(first + problem.unitsBeforeSuccessor(o, k) - 1) + 1;
    }

    /** The operation right before another on its machine, or {@link Lane#NONE}. */
    int[] before() {
        int[] before = new int[times.machine().length];
        Arrays.fill(before, Lane.NONE);
        for (int[] sequence : sequences) {
            for (int i = 1; i < sequence.length; i++) {
                before[sequence[i]] = sequence[i - 1];
            }
        }
        return before;
    }
}
