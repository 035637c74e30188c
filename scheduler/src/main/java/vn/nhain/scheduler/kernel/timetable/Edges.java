package vn.nhain.scheduler.kernel.timetable;

import vn.nhain.scheduler.kernel.problem.Arcs;
import vn.nhain.scheduler.kernel.problem.Problem;

/** Precedences and machine sequences together, as one graph. */
final class Edges implements RankOrder.Graph {
    private final Arcs incoming;
    private final Arcs outgoing;
    private final Sequences sequences;

    Edges(Problem problem, Sequences sequences) {
        this.incoming = problem.incoming();
        this.outgoing = problem.outgoing();
        this.sequences = sequences;
    }

    @Override
    public int successors(int node, int[] into) {
        return with(outgoing, node, sequences.after(node), into);
    }

    @Override
    public int predecessors(int node, int[] into) {
        return with(incoming, node, sequences.before(node), into);
    }

    private static int with(Arcs arcs, int node, int onMachine, int[] into) {
        int begin = arcs.begin(node);
        int count = arcs.begin(node + 1) - begin;
        for (int i = 0; i < count; i++) {
            into[i] = arcs.operation(begin + i);
        }
        if (onMachine == -1) {
            return count;
        }
        into[count] = onMachine;
        return count + 1;
    }
}
