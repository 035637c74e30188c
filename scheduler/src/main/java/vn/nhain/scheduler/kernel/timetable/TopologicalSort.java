package vn.nhain.scheduler.kernel.timetable;

import vn.nhain.scheduler.kernel.problem.Problem;

/** The first topological order of precedences and machine sequences together (Kahn). */
final class TopologicalSort {
    private TopologicalSort() {}

    static int[] of(Problem problem, Sequences sequences) {
        int n = problem.operations();
        int[] waiting = new int[n];
        int[] order = new int[n];
        int ready = 0;
        for (int o = 0; o < n; o++) {
            waiting[o] = problem.predecessors(o).length + (sequences.before(o) == -1 ? 0 : 1);
            if (waiting[o] == 0) {
                order[ready++] = o;
            }
        }
        for (int done = 0; done < ready; done++) {
            int o = order[done];
            for (int successor : problem.successors(o)) {
                if (--waiting[successor] == 0) {
                    order[ready++] = successor;
                }
            }
            int after = sequences.after(o);
            if (after != -1 && --waiting[after] == 0) {
                order[ready++] = after;
            }
        }
        if (ready < n) {
            throw new IllegalArgumentException(
                    "The machine sequences and the precedences form a cycle: %d operations wait for one another."
                            .formatted(n - ready));
        }
        return order;
    }
}
