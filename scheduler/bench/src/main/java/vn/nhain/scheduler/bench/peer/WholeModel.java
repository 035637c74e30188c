package vn.nhain.scheduler.bench.peer;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.LinearArgument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.race.Marks;

/**
 * One model of the whole problem. Complete where its circuits have at most {@link #MOST_ARCS} arcs; beyond that CP-SAT hardly
 * gets through its presolve, so that the model is pruned to the machines that are fastest for each operation and to successions
 * that are near in the greedy plan. A pruned model still holds the greedy plan, but its bound says nothing of the problem.
 */
final class WholeModel {
    /** Arcs up to which the model is complete. */
    static final int MOST_ARCS = 10_000;
    /** Machines an operation keeps in a pruned model, those with the shortest run time, beside the one of the greedy plan. */
    private static final int MACHINES = 3;
    /** Places in the order of the greedy starts over which an operation may at least be followed by another. */
    private static final int LEAST_REACH = 3;

    private final Problem problem;
    private final PlanState greedy;
    private final boolean complete;
    private final List<List<Integer>> machines = new ArrayList<>();
    private final BitSet[] ancestors;
    /** Place of each operation in the order of greedy starts on each machine, where it may run there. */
    private final int[][] place;

    private final int[] greedyBefore;
    private final int reach;

    WholeModel(Problem problem) {
        this.problem = problem;
        this.greedy = PlanState.greedy(problem);
        this.greedyBefore = greedy.before();
        this.ancestors = ancestors(problem);
        int[] eligible = new int[problem.machines()];
        for (int o = 0; o < problem.operations(); o++) {
            Arrays.stream(problem.eligible(o)).forEach(k -> eligible[k]++);
        }
        this.complete = Arrays.stream(eligible).mapToLong(e -> (long) e * e).sum() <= MOST_ARCS;
        long kept = 0;
        for (int o = 0; o < problem.operations(); o++) {
            List<Integer> own = keptMachines(o);
            kept += own.size();
            machines.add(own);
        }
        this.reach = (int) Math.max(LEAST_REACH, MOST_ARCS / (2 * kept));
        this.place = places();
    }

    private List<Integer> keptMachines(int o) {
        List<Integer> all = Arrays.stream(problem.eligible(o)).boxed().toList();
        if (complete) {
            return all;
        }
        List<Integer> kept = new ArrayList<>(all.stream()
                .sorted(Comparator.comparingInt(k -> problem.runTime(o, k)))
                .limit(MACHINES)
                .toList());
        int greedyMachine = greedy.times().machine()[o];
        if (!kept.contains(greedyMachine)) {
            kept.add(greedyMachine);
        }
        return kept;
    }

    private int[][] places() {
        int[][] places = new int[problem.machines()][problem.operations()];
        for (int k = 0; k < places.length; k++) {
            int place = 0;
            for (int o : lane(k).operations()) {
                places[k][o] = place++;
            }
        }
        return places;
    }

    /** All that may run on a machine, in the order of greedy starts. */
    private Lane lane(int k) {
        List<Integer> operations = new ArrayList<>();
        for (int o = 0; o < problem.operations(); o++) {
            if (machines.get(o).contains(k)) {
                operations.add(o);
            }
        }
        operations.sort(Comparator.comparingInt(o -> greedy.times().start()[o]));
        return new Lane(k, Lane.NONE, Lane.NONE, operations);
    }

    /** What the model is: {@code full} or {@code pruned}. */
    String kind() {
        return complete ? "full" : "pruned";
    }

    /** Solves until the marks are passed or the optimum is proven. */
    void run(Workers workers, Marks marks) throws IOException {
        marks.tell(greedy.times());
        ShopModel model = build();
        OnSolution onSolution = new OnSolution(model, marks);
        workers.solve(new CpSolver(), model.model, 0, onSolution);
        if (onSolution.failed != null) {
            throw onSolution.failed;
        }
    }

    /** The model, which minimises the makespan. */
    ShopModel build() {
        ShopModel model = new ShopModel(problem, greedy, List.of());
        for (int o = 0; o < problem.operations(); o++) {
            model.addOperation(o, machines.get(o), 0);
        }
        model.addPrecedences();
        for (int k = 0; k < problem.machines(); k++) {
            model.addLane(lane(k), this::allows);
        }
        model.model.minimize(model.makespan);
        return model;
    }

    /** The plan that values of the model stand for. */
    PlanState plan(ShopModel model, ToLongFunction<LinearArgument> value) {
        int[] machine = new int[problem.operations()];
        long[] start = new long[problem.operations()];
        for (int o = 0; o < machine.length; o++) {
            start[o] = value.applyAsLong(model.start(o));
            for (int k : machines.get(o)) {
                if (value.applyAsLong(model.present(o, k)) == 1) {
                    machine[o] = k;
                }
            }
        }
        return PlanState.of(problem, machine, start);
    }

    private boolean allows(int machine, int from, int to) {
        if (from == Lane.NONE || to == Lane.NONE) {
            return complete || to == Lane.NONE || greedyBefore[to] == Lane.NONE || place[machine][to] <= reach;
        }
        if (ancestors[from].get(to)) {
            return false;
        }
        return complete || greedyBefore[to] == from || Math.abs(place[machine][to] - place[machine][from]) <= reach;
    }

    private static BitSet[] ancestors(Problem problem) {
        BitSet[] ancestors = new BitSet[problem.operations()];
        for (int o : problem.topologicalOrder()) {
            ancestors[o] = new BitSet();
            for (int p : problem.predecessors(o)) {
                ancestors[o].set(p);
                ancestors[o].or(ancestors[p]);
            }
        }
        return ancestors;
    }

    /** Takes each better solution to the marks. */
    private final class OnSolution extends CpSolverSolutionCallback {
        private final ShopModel model;
        private final Marks marks;
        private @Nullable IOException failed;

        OnSolution(ShopModel model, Marks marks) {
            this.model = model;
            this.marks = marks;
        }

        @Override
        public void onSolutionCallback() {
            try {
                marks.tell(plan(model, this::value).times());
            } catch (IOException e) {
                failed = e;
            }
        }
    }
}
