package vn.nhain.scheduler.bench.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.search.Assignment;

/**
 * Picks what to set free: operations that are near in time on machines that share work, around an operation that is taken from
 * a longest chain of the plan every other time, and anywhere else.
 */
final class PartPicker {
    /** Machines in a part at most, mostly. */
    private static final int FEW_MACHINES = 6;
    /** Machines in a part at most, when it is to be broad and short. */
    private static final int MANY_MACHINES = 12;

    private final Problem problem;
    private final RandomGenerator random;

    PartPicker(Problem problem, RandomGenerator random) {
        this.problem = problem;
        this.random = random;
    }

    /** A part of about {@code size} operations. */
    Part pick(PlanState plan, int size) {
        Assignment times = plan.times();
        int centre = random.nextBoolean() ? onLongestChain(plan) : random.nextInt(problem.operations());
        Set<Integer> machines = machines(times.machine()[centre], centre);
        List<Integer> near = new ArrayList<>();
        machines.forEach(k -> Arrays.stream(plan.sequences()[k]).forEach(near::add));
        int middle = times.start()[centre];
        near.sort(Comparator.comparingInt(o -> Math.abs(times.start()[o] - middle)));
        int distance = Math.abs(times.start()[near.get(Math.min(size, near.size()) - 1)] - middle);
        List<Lane> stretches = new ArrayList<>();
        for (int k : machines) {
            stretches.add(stretch(plan, k, middle - distance, middle + distance));
        }
        List<Integer> free =
                stretches.stream().flatMap(lane -> lane.operations().stream()).toList();
        return new Part(stretches.stream().map(lane -> open(lane, free)).toList());
    }

    /** The same stretch, open to whatever of the part may run there. */
    private Lane open(Lane stretch, List<Integer> free) {
        return new Lane(
                stretch.machine(),
                stretch.before(),
                stretch.after(),
                free.stream()
                        .filter(o -> problem.runTime(o, stretch.machine()) != Problem.INELIGIBLE)
                        .toList());
    }

    /** What is on a machine between two times. */
    private static Lane stretch(PlanState plan, int k, int from, int to) {
        int[] sequence = plan.sequences()[k];
        int[] start = plan.times().start();
        int first = 0;
        while (first < sequence.length && start[sequence[first]] < from) {
            first++;
        }
        int last = first;
        List<Integer> free = new ArrayList<>();
        while (last < sequence.length && start[sequence[last]] <= to) {
            free.add(sequence[last++]);
        }
        return new Lane(
                k,
                first == 0 ? Lane.NONE : sequence[first - 1],
                last == sequence.length ? Lane.NONE : sequence[last],
                free);
    }

    private Set<Integer> machines(int own, int centre) {
        Set<Integer> machines = new LinkedHashSet<>(List.of(own));
        int wanted = random.nextInt(4) == 0 ? MANY_MACHINES : 2 + random.nextInt(FEW_MACHINES - 1);
        Set<Integer> related = new LinkedHashSet<>();
        add(related, centre);
        Arrays.stream(problem.predecessors(centre)).forEach(o -> add(related, o));
        Arrays.stream(problem.successors(centre)).forEach(o -> add(related, o));
        List<Integer> rest = new ArrayList<>(related);
        while (machines.size() < wanted && !rest.isEmpty()) {
            machines.add(rest.remove(random.nextInt(rest.size())));
        }
        for (int k = 0; machines.size() < Math.min(wanted, problem.machines()); k++) {
            machines.add(k);
        }
        return machines;
    }

    private void add(Set<Integer> machines, int o) {
        Arrays.stream(problem.eligible(o)).forEach(machines::add);
    }

    /** A random operation of the chain that is followed back from the last end by the latest of what each waits for. */
    private int onLongestChain(PlanState plan) {
        int[] end = plan.times().end();
        int[] before = plan.before();
        int o = 0;
        for (int i = 1; i < end.length; i++) {
            o = end[i] > end[o] ? i : o;
        }
        List<Integer> chain = new ArrayList<>();
        while (o != Lane.NONE) {
            chain.add(o);
            int latest = before[o];
            for (int p : problem.predecessors(o)) {
                latest = latest == Lane.NONE || end[p] > end[latest] ? p : latest;
            }
            o = latest;
        }
        return chain.get(random.nextInt(chain.size()));
    }
}
