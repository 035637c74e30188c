package vn.nhain.scheduler.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.nhain.scheduler.kernel.greedy.Greedy;
import vn.nhain.scheduler.kernel.greedy.Rule;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/** The best of several greedy schedules: which rule is best differs from problem to problem, and each takes milliseconds. */
public final class GreedyStart {
    /** How much machine work is worth in time: from hurry to thrift. */
    private static final double[] THRIFTS = {2, 4, 1, 0.5, 3, 8};
    /** Problems from this size on take the first that is feasible, for an early first schedule: each takes seconds there. */
    private static final int LARGE = 4000;

    private GreedyStart() {}

    /** Machine sequences that meet fixed starts if any rule does. */
    public static int[][] of(Problem problem) {
        List<Supplier<int[][]>> rules = new ArrayList<>();
        boolean makespan = problem.objective() == Objective.MAKESPAN;
        if (makespan) {
            for (double thrift : THRIFTS) {
                rules.add(() -> Greedy.thrifty(problem, thrift));
            }
        } else {
            rules.add(() -> Greedy.sequences(problem, Rule.DUE_DATE));
            rules.add(() -> Greedy.sequences(problem, Rule.SLACK_AND_SETUP));
        }
        rules.add(() -> Greedy.sequences(problem, Rule.EARLIEST_END));
        boolean firstWillDo = makespan && problem.operations() >= LARGE;
        int[][] best = new int[0][];
        long bestCost = Long.MAX_VALUE;
        for (Supplier<int[][]> rule : rules) {
            int[][] sequences = rule.get();
            Timetable timetable = new Timetable(problem, sequences);
            long cost = timetable.violation() == 0 ? timetable.objective() : Long.MAX_VALUE;
            if (best.length == 0 || cost < bestCost) {
                best = sequences;
                bestCost = cost;
            }
            if (firstWillDo && bestCost < Long.MAX_VALUE) {
                break;
            }
        }
        return best;
    }
}
