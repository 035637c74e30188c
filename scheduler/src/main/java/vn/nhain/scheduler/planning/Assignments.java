package vn.nhain.scheduler.planning;

import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.search.Assignment;

/** Reads the schedule off machine sequences. */
public final class Assignments {
    private Assignments() {}

    /**
     * The earliest schedule of these sequences.
     *
     * @throws IllegalArgumentException when they are incomplete or cyclic
     */
    public static Assignment of(Problem problem, int[][] sequences) {
        Timetable timetable = new Timetable(problem, sequences);
        int n = problem.operations();
        int[] machine = new int[n];
        int[] setupStart = new int[n];
        int[] start = new int[n];
        int[] end = new int[n];
        for (int o = 0; o < n; o++) {
            machine[o] = timetable.machineOf(o);
            start[o] = timetable.start(o);
            setupStart[o] = start[o] - timetable.setupTime(o);
            end[o] = timetable.end(o);
        }
        return new Assignment(timetable.violation() == 0, timetable.objective(), machine, setupStart, start, end);
    }
}
