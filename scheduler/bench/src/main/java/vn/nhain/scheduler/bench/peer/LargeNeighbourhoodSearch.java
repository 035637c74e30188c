package vn.nhain.scheduler.bench.peer;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.race.Marks;
import vn.nhain.scheduler.search.Assignment;

/**
 * Large-neighbourhood search over models of CP-SAT (Shaw, CP 1998): a part of the plan is set free and solved, the rest keeps
 * its machines and its order. What the part waits for stands still; what waits for the part is a bound on it ({@link Border}), so
 * that a model is as small as its part and yet exact. The first aim is a lower makespan, the second that what follows the part
 * may begin earlier, without which almost no part of a large plan would be an improvement. The part's size follows what CP-SAT
 * can finish.
 */
final class LargeNeighbourhoodSearch {
    private static final int FIRST_SIZE = 20;
    private static final int LEAST_SIZE = 6;
    private static final int MOST_SIZE = 200;
    /** Deterministic seconds for a part. */
    private static final double WORK = 0.2;

    private final Problem problem;
    private final PartPicker picker;

    LargeNeighbourhoodSearch(Problem problem, RandomGenerator random) {
        this.problem = problem;
        this.picker = new PartPicker(problem, random);
    }

    /** Improves the greedy plan until the marks are passed. */
    void run(Workers workers, Marks marks) throws IOException {
        PlanState plan = PlanState.greedy(problem);
        if (!plan.times().feasible()) {
            return;
        }
        double size = Math.min(FIRST_SIZE, problem.operations());
        while (!marks.tell(plan.times())) {
            Part part = picker.pick(plan, (int) size);
            ShopModel model = model(plan, part);
            CpSolver solver = new CpSolver();
            CpSolverStatus status = workers.solve(solver, model.model, WORK, new CpSolverSolutionCallback());
            boolean better = false;
            if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
                PlanState next = solution(plan, part, model, solver);
                if (next.times().feasible()
                        && next.times().objective() <= plan.times().objective()) {
                    better = next.times().objective() < plan.times().objective();
                    plan = next;
                }
            }
            if (status == CpSolverStatus.OPTIMAL) {
                size = size * 1.05 + 0.5;
            } else if (!better) {
                size *= 0.95;
            }
            size = Math.min(Math.max(size, LEAST_SIZE), Math.min(MOST_SIZE, problem.operations()));
        }
    }

    /** The model of a part; the rest of the plan is in its bounds. */
    ShopModel model(PlanState plan, Part part) {
        Assignment times = plan.times();
        Set<Integer> free = part.operations();
        Set<Integer> machines = part.machines();
        Between between = new Between(problem, plan, free);
        int earliest = part.lanes().stream()
                .mapToInt(lane -> lane.before() == Lane.NONE ? 0 : times.end()[lane.before()])
                .min()
                .orElse(0);
        ShopModel model = new ShopModel(problem, plan, levels(plan, between));
        int[] before = plan.before();
        free.forEach(o -> model.addOperation(
                o,
                Arrays.stream(problem.eligible(o))
                        .filter(machines::contains)
                        .boxed()
                        .toList(),
                earliest));
        between.operations().forEach(o -> model.addOperation(o, List.of(times.machine()[o]), earliest));
        model.addPrecedences();
        Set<Integer> after = new HashSet<>();
        part.lanes().forEach(lane -> after.add(lane.after()));
        for (int o = 0; o < problem.operations(); o++) {
            boolean own = between.operations().contains(o);
            boolean follows = before[o] != Lane.NONE && between.operations().contains(before[o]);
            if ((own || follows) && !free.contains(o) && !after.contains(o)) {
                model.addSuccession(times.machine()[o], before[o], o);
            }
        }
        part.lanes().forEach(lane -> model.addLane(lane, (machine, from, to) -> true));
        model.model.minimize(aim(model, part, times.objective()));
        return model;
    }

    /** The makespan as it is, one less, and a little less, as far as the part can reach them. */
    private List<Latest> levels(PlanState plan, Between between) {
        int makespan = (int) plan.times().objective();
        List<Latest> levels = new ArrayList<>(List.of(new Latest(problem, plan, makespan)));
        for (int target : List.of(makespan - 1, makespan - 1 - makespan / 200)) {
            Latest latest = new Latest(problem, plan, target);
            if (between.mayReach(latest)) {
                levels.add(latest);
            }
        }
        return levels;
    }

    /** A lower target counts more than all that follows the part beginning earlier. */
    private static LinearExprBuilder aim(ShopModel model, Part part, long horizon) {
        LinearExprBuilder aim = LinearExpr.newBuilder();
        List<IntVar> second = new ArrayList<>(model.beginnings());
        if (part.lanes().stream().allMatch(lane -> lane.after() == Lane.NONE)) {
            part.operations().forEach(o -> second.add(model.end(o)));
        }
        second.forEach(aim::add);
        long weight = -1 - second.size() * horizon;
        model.reached().forEach(reached -> aim.addTerm(reached, weight));
        return aim;
    }

    /** The plan that a model's values stand for: the part as solved, between what stays before and after it. */
    PlanState solution(PlanState plan, Part part, ShopModel model, CpSolver solver) {
        int[][] sequences = plan.sequences().clone();
        Set<Integer> free = part.operations();
        for (Lane lane : part.lanes()) {
            List<Integer> filling = lane.operations().stream()
                    .filter(o -> solver.booleanValue(model.present(o, lane.machine())))
                    .sorted(Comparator.comparingLong(o -> solver.value(model.start(o))))
                    .toList();
            List<Integer> sequence = new ArrayList<>();
            if (lane.before() == Lane.NONE) {
                sequence.addAll(filling);
            }
            for (int o : plan.sequences()[lane.machine()]) {
                if (!free.contains(o)) {
                    sequence.add(o);
                }
                if (o == lane.before()) {
                    sequence.addAll(filling);
                }
            }
            sequences[lane.machine()] =
                    sequence.stream().mapToInt(Integer::intValue).toArray();
        }
        return PlanState.of(problem, sequences);
    }
}
