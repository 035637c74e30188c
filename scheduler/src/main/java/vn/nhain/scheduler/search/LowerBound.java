package vn.nhain.scheduler.search;

import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * A makespan that no schedule can beat: every operation as soon as its predecessors allow, on whichever machine ends it
 * first, as if machines had room for everything and needed no setup. Weak when machines are the bottleneck.
 */
public final class LowerBound {
    private LowerBound() {}

    /** The bound, time units. */
    public static int ofMakespan(Problem problem) {
        int n = problem.operations();
        int[] end = new int[n];
        int[] through = new int[n];
        int bound = 0;
        for (int o : problem.topologicalOrder()) {
            int from = Math.max(problem.release(o), problem.fixedStart(o));
            int noEndBefore = 0;
            for (int i = 0; i < problem.predecessors(o).length; i++) {
                int p = problem.predecessors(o)[i];
                from = Math.max(from, through[p] + problem.predecessorLags(o)[i]);
                noEndBefore = Math.max(noEndBefore, end[p]);
            }
            end[o] = Integer.MAX_VALUE;
            through[o] = Integer.MAX_VALUE;
            for (int k : problem.eligible(o)) {
                MachineCalendar calendar = problem.calendar(k);
                int u = calendar.unitAtOrAfter(from);
                int e = calendar.timeOf(u + problem.runTime(o, k) - 1) + 1;
                end[o] = Math.min(end[o], Math.max(e, noEndBefore));
                through[o] = Math.min(through[o], calendar.timeOf(u + problem.unitsBeforeSuccessor(o, k) - 1) + 1);
            }
            bound = Math.max(bound, end[o]);
        }
        return bound;
    }
}
