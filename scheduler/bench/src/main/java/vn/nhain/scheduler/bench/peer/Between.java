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
    private final Problem problem;
    private final PlanState plan;
    private final int[] before;
    private final boolean[] comesAfter;
    private final boolean[] comesBefore;
    private final Set<Integer> operations = new TreeSet<>();
    private final Set<Integer> part;

    Between(Problem problem, PlanState plan, Set<Integer> part) {
        int n = problem.operations();
        this.problem = problem;
        this.plan = plan;
        this.part = part;
        this.comesAfter = new boolean[n];
        this.comesBefore = new boolean[n];
        this.before = plan.before();
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

    /** Whether nothing apart from the part bars a target: no operation that stands still, and none that waits for one. */
    boolean mayReach(Latest latest) {
        return IntStream.range(0, comesAfter.length).filter(this::isApart).allMatch(o -> isInTime(o, latest));
    }

    private boolean isApart(int o) {
        return !part.contains(o) && !operations.contains(o);
    }

    private boolean isInTime(int o, Latest latest) {
        if (!comesAfter[o]) {
            // what the part waits for may be late only by what the part makes of it now, which can change
            return comesBefore[o] || plan.times().start()[o] <= latest.start(o);
        }
        if (Math.max(problem.release(o), problem.fixedStart(o)) > latest.start(o)) {
            return false;
        }
        for (int p : problem.predecessors(o)) {
            if (stands(p) && (plan.passes(problem, p) > latest.start(o) || endsLate(p, o, latest))) {
                return false;
            }
        }
        int setup = plan.times().start()[o] - plan.times().setupStart()[o];
        return before[o] == Lane.NONE
                || !stands(before[o])
                || plan.times().end()[before[o]]
                        <= latest.endBefore(o, plan.times().machine()[o], setup);
    }

    private boolean stands(int o) {
        return isApart(o) && !comesAfter[o];
    }

    private boolean endsLate(int p, int o, Latest latest) {
        return problem.overlapPerMille(p) < 1000 && plan.times().end()[p] > latest.end(o);
    }
}
