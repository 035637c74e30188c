package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * The planner's yardstick: orders by due date, each operation in the first gap of the machine that ends it first. What is
 * already placed does not move.
 */
final class FirstFit {
    private final PlantProblem problem;
    private final List<List<Placement>> rows = new ArrayList<>();
    private final Map<Integer, Placement> placed = new HashMap<>();

    private FirstFit(PlantProblem problem) {
        this.problem = problem;
        problem.machines().forEach(m -> rows.add(new ArrayList<>()));
    }

    static FirstFit of(PlantProblem problem) {
        FirstFit fit = new FirstFit(problem);
        fit.place();
        return fit;
    }

    /** A plan as far as it still holds, each machine's tasks in its order; all others by first fit. */
    static FirstFit keeping(PlantProblem problem, List<PlannedOperation> plan) {
        FirstFit fit = new FirstFit(problem);
        fit.pinned();
        fit.keep(plan);
        fit.placeRest();
        return fit;
    }

    MachineSequences sequences() {
        return new MachineSequences(rows.stream()
                .map(row -> row.stream().map(p -> p.task().index()).toList())
                .toList());
    }

    /** Minute at which the last task ends; {@link Windows#NEVER} when the horizon is too short. */
    int lastEnd() {
        return placed.values().stream().mapToInt(Placement::end).max().orElse(0);
    }

    private void place() {
        pinned();
        placeRest();
    }

    /**
     * Each machine's tasks in the plan's order, but nobody waits for what cannot start yet: a task that is held up beyond its
     * planned start gives way to those that were planned before it is ready.
     */
    private void keep(List<PlannedOperation> plan) {
        KeptTasks kept = new KeptTasks(problem, plan, placed.keySet());
        for (KeptTasks.Kept next = kept.next(this::ready); next != null; next = kept.next(this::ready)) {
            append(candidate(
                    next.task(), next.machine(), rows.get(next.machine()).size()));
            kept.placed(next.task());
        }
    }

    private void placeRest() {
        byDueDate().stream().filter(t -> !placed.containsKey(t.index())).forEach(this::place);
    }

    /** Tasks by the due date of their order, predecessors first. */
    private List<Task> byDueDate() {
        Map<Order, List<Task>> byOrder = new LinkedHashMap<>();
        problem.tasks().forEach(t -> byOrder.computeIfAbsent(t.order(), o -> new ArrayList<>())
                .add(t));
        return byOrder.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Order, List<Task>> e) -> e.getKey().due())
                        .thenComparing(e -> e.getKey().id()))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    /** Pinned tasks in their order, each as soon as its predecessors are placed. */
    private void pinned() {
        MachineSequences sequences = new MachineSequences(problem.pinned());
        int[] next = new int[rows.size()];
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int m = 0; m < next.length; m++) {
                List<Integer> sequence = sequences.byMachine().get(m);
                while (next[m] < sequence.size()
                        && hasPredecessors(problem.tasks().get(sequence.get(next[m])))) {
                    Task task = problem.tasks().get(sequence.get(next[m]));
                    append(candidate(task, m, rows.get(m).size()));
                    next[m]++;
                    moved = true;
                }
            }
        }
    }

    private boolean hasPredecessors(Task task) {
        return task.predecessors().stream().allMatch(link -> placed.containsKey(link.task()))
                && placed.keySet().containsAll(task.handovers());
    }

    private void append(Placement placement) {
        insert(placement, rows.get(placement.machine()).size());
    }

    private void insert(Placement placement, int position) {
        List<Placement> row = rows.get(placement.machine());
        row.add(position, placement);
        placed.put(placement.task().index(), placement);
    }

    private void place(Task task) {
        Placement best = null;
        int bestPosition = 0;
        for (int machine : task.runMinutes().keySet()) {
            int first = problem.pinned().get(machine).size();
            int free = ready(task);
            int position = IntStream.rangeClosed(first, rows.get(machine).size())
                    .filter(p -> isGap(machine, p, free) && fits(candidate(task, machine, p), p))
                    .findFirst()
                    .orElseThrow();
            Placement candidate = candidate(task, machine, position);
            if (best == null || candidate.end() < best.end()) {
                best = candidate;
                bestPosition = position;
            }
        }
        insert(Objects.requireNonNull(best), bestPosition);
    }

    private Placement candidate(Task task, int machine, int position) {
        Placement before = position == 0 ? null : rows.get(machine).get(position - 1);
        int free = before == null ? 0 : before.end();
        return Timing.at(problem, task, machine, before, free, ready(task));
    }

    private int ready(Task task) {
        int ready = task.release().minute();
        for (Task.Link link : task.predecessors()) {
            Placement predecessor = Objects.requireNonNull(placed.get(link.task()));
            ready = Math.max(ready, link.readyAfter(predecessor, problem));
        }
        for (int handover : task.handovers()) {
            ready = Math.max(ready, task.readyAfterHandover(Objects.requireNonNull(placed.get(handover))));
        }
        return ready;
    }

    /** Whether some time after {@code free} is left between two placements; most are back to back. */
    private boolean isGap(int machine, int position, int free) {
        List<Placement> row = rows.get(machine);
        int from = Math.max(free, position == 0 ? 0 : row.get(position - 1).end());
        return position == row.size() || row.get(position).start() > from;
    }

    /** Whether the task at this place leaves the next one its start, setup included. */
    private boolean fits(Placement candidate, int position) {
        @Nullable
        Placement next = position < rows.get(candidate.machine()).size()
                ? rows.get(candidate.machine()).get(position)
                : null;
        if (next == null) {
            return true;
        }
        PlantMachine machine = problem.machines().get(candidate.machine());
        int setup = machine.change(candidate.task(), next.task()).minutes();
        int setupStart = next.start() - setup;
        return setupStart >= candidate.end() && setupStart >= machine.windows().windowStart(next.start());
    }
}
