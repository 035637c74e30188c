package vn.nhain.scheduler.kernel.cost;

import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/** Draws late jobs, those that cost most the most often. */
final class LateJobs {
    private static final int NONE = -1;

    private final Timetable timetable;
    private final int[][] operationsOf;

    LateJobs(Problem problem, Timetable timetable) {
        this.timetable = timetable;
        int[] count = new int[problem.jobs()];
        for (int o = 0; o < problem.operations(); o++) {
            count[problem.job(o)]++;
        }
        operationsOf = new int[problem.jobs()][];
        for (int j = 0; j < operationsOf.length; j++) {
            operationsOf[j] = new int[count[j]];
        }
        for (int o = 0; o < problem.operations(); o++) {
            operationsOf[problem.job(o)][--count[problem.job(o)]] = o;
        }
    }

    /** A late job, or -1 when none is late. */
    int pick(RandomGenerator random) {
        double sum = 0;
        int picked = NONE;
        for (int j = 0; j < operationsOf.length; j++) {
            double lateness = timetable.latenessOf(j);
            if (lateness > 0) {
                sum += lateness;
                // each takes the place of the ones before by its share
                if (random.nextDouble() * sum < lateness) {
                    picked = j;
                }
            }
        }
        return picked;
    }

    /** The operation of a job that ends last. */
    int lastOf(int job) {
        int last = operationsOf[job][0];
        for (int o : operationsOf[job]) {
            if (timetable.end(o) > timetable.end(last)) {
                last = o;
            }
        }
        return last;
    }
}
