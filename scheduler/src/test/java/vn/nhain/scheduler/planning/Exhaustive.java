package vn.nhain.scheduler.planning;

import java.util.ArrayList;
import java.util.List;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/** Tries every machine of every operation at every place: the optimum of a problem of a handful of operations. */
final class Exhaustive {
    private final Problem problem;
    private final List<List<Integer>> rows = new ArrayList<>();
    private long best = Long.MAX_VALUE;

    Exhaustive(Problem problem) {
        this.problem = problem;
        for (int k = 0; k < problem.machines(); k++) {
            rows.add(new ArrayList<>());
        }
    }

    /** The least makespan of all feasible plans. */
    long makespan() {
        place(0);
        return best;
    }

    private void place(int o) {
        if (o == problem.operations()) {
            judge();
            return;
        }
        for (int k : problem.eligible(o)) {
            List<Integer> row = rows.get(k);
            for (int i = 0; i <= row.size(); i++) {
                row.add(i, o);
                place(o + 1);
                row.remove(i);
            }
        }
    }

    private void judge() {
        int[][] sequences = rows.stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        try {
            Timetable timetable = new Timetable(problem, sequences);
            if (timetable.violation() == 0) {
                best = Math.min(best, timetable.makespan());
            }
        } catch (IllegalArgumentException e) {
            // these orders wait for one another in a circle
        }
    }
}
