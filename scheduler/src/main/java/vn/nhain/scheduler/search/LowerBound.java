package vn.nhain.scheduler.search;

import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * A makespan that no schedule can beat, the greater of two: every operation as soon as its predecessors allow, on whichever
 * machine ends it first, as if machines had room for everything and needed no setup; and the {@linkplain WorkBound work} of the
 * machines, as if nothing waited for anything.
 */
public final class LowerBound {
    private LowerBound() {}

    /** The bound, time units. */
    public static int ofMakespan(Problem problem) {
        int n = problem.operations();
        int[] end = new int[n];
        int[] through = new int[n];
        int[] earliest = new int[n];
        int bound = 0;
        for (int o : problem.topologicalOrder()) {
            int from = Math.max(problem.release(o), problem.fixedStart(o));
            int noEndBefore = 0;
            for (int i = 0; i < problem.predecessors(o).length; i++) {
                int p = problem.predecessors(o)[i];
                from = Math.max(from, through[p] + problem.predecessorLags(o)[i]);
                noEndBefore = Math.max(noEndBefore, end[p]);
            }
            earliest[o] = from;
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
        return new WorkBound(problem, earliest).atLeast(bound);
    }
}
