package vn.nhain.scheduler.bench.peer;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * How the rest of a plan hangs together with a part of it: what waits for the part and is waited for by it must move with the
 * part, in its order.
 */
final class Between {
    private final PlanState plan;
    private final boolean[] comesAfter;
    private final boolean[] comesBefore;
    private final Set<Integer> operations = new TreeSet<>();
    private final Set<Integer> part;

    Between(Problem problem, PlanState plan, Set<Integer> part) {
        int n = problem.operations();
        this.plan = plan;
        this.part = part;
        this.comesAfter = new boolean[n];
        this.comesBefore = new boolean[n];
        int[] before = plan.before();
        List<Integer> byStart = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingInt(o -> plan.times().start()[o]))
                .toList();
        for (int o : byStart) {
            comesAfter[o] = before[o] != Lane.NONE && (part.contains(before[o]) || comesAfter[before[o]]);
            for (int p : problem.predecessors(o)) {
                comesAfter[o] |= part.contains(p) || comesAfter[p];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            int o = byStart.get(i);
            boolean counts = part.contains(o) || comesBefore[o];
            if (counts && before[o] != Lane.NONE) {
                comesBefore[before[o]] = true;
            }
            for (int p : problem.predecessors(o)) {
                comesBefore[p] |= counts;
            }
        }
        for (int o = 0; o < n; o++) {
            if (comesAfter[o] && comesBefore[o] && !part.contains(o)) {
                operations.add(o);
            }
        }
    }

    /** What must move with the part. */
    Set<Integer> operations() {
        return operations;
    }

    /** Whether no operation apart from the part bars a target. */
    boolean mayReach(Latest latest) {
        return IntStream.range(0, comesAfter.length)
                .filter(o -> !part.contains(o) && !comesAfter[o] && !comesBefore[o])
                .allMatch(o -> plan.times().start()[o] <= latest.start(o));
    }
}
