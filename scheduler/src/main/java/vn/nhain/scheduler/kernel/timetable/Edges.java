package vn.nhain.scheduler.kernel.timetable;

import vn.nhain.scheduler.kernel.problem.Problem;

/** Precedences and machine sequences together, as one graph. */
final class Edges implements RankOrder.Graph {
    private final Problem problem;
    private final Sequences sequences;

    Edges(Problem problem, Sequences sequences) {
        this.problem = problem;
        this.sequences = sequences;
    }

    @Override
    public int successors(int node, int[] into) {
        return with(problem.successors(node), sequences.after(node), into);
    }

    @Override
    public int predecessors(int node, int[] into) {
        return with(problem.predecessors(node), sequences.before(node), into);
    }

    private static int with(int[] direct, int onMachine, int[] into) {
        System.arraycopy(direct, 0, into, 0, direct.length);
        if (onMachine == -1) {
            return direct.length;
        }
        into[direct.length] = onMachine;
        return direct.length + 1;
    }
}
