package vn.nhain.scheduler.bench.peer;

import java.util.ArrayList;
import java.util.List;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.MachineCalendar.Window;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * A stretch of start times of an operation on a machine within which it meets the same closed hours, so that all that depends
 * on its start is linear there.
 *
 * @param first first start
 * @param last last start
 * @param length from start to end, closed hours included
 * @param through from start until successors may start
 * @param windowStart when the window of the start begins
 */
record Piece(int first, int last, int length, int through, int windowStart) {
    /** All starts from {@code earliest} on with which an operation ends by {@code latestEnd}. */
    static List<Piece> of(Problem problem, int operation, int machine, int earliest, int latestEnd) {
        MachineCalendar calendar = problem.calendar(machine);
        List<Window> windows = calendar.windows();
        int run = problem.runTime(operation, machine);
        int passed = problem.unitsBeforeSuccessor(operation, machine);
        List<Piece> pieces = new ArrayList<>();
        int unit = calendar.unitAtOrAfter(earliest);
        while (true) {
            int start = calendar.timeOf(unit);
            int lastUnit = calendar.timeOf(unit + run - 1);
            int lastPassed = calendar.timeOf(unit + passed - 1);
            if (lastUnit + 1 > latestEnd) {
                return pieces;
            }
            Window window = windowOf(windows, start);
            int same = window.to() - 1 - start;
            same = Math.min(same, windowOf(windows, lastUnit).to() - 1 - lastUnit);
            same = Math.min(same, windowOf(windows, lastPassed).to() - 1 - lastPassed);
            pieces.add(new Piece(
                    start,
                    Math.min(start + same, latestEnd - (lastUnit + 1 - start)),
                    lastUnit + 1 - start,
                    lastPassed + 1 - start,
                    window.from()));
            if (same >= latestEnd) {
                return pieces;
            }
            unit += same + 1;
        }
    }

    private static Window windowOf(List<Window> windows, int time) {
        int i = windows.size() - 1;
        while (windows.get(i).from() > time) {
            i--;
        }
        return windows.get(i);
    }
}
