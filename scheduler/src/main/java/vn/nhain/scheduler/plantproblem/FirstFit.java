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
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * The planner's yardstick: orders by due date, each operation in the first gap of the machine that ends it first. What is
 * already placed does not move.
 */
final class FirstFit {
    /** How often an order is placed again before it is given up. */
    private static final int MOST_ROUNDS = 500;

    private final PlantProblem problem;
    private final List<List<Placement>> rows = new ArrayList<>();
    private final Map<Integer, Placement> placed = new HashMap<>();
    private boolean someHaveLostTheirMachine;
    /** Minutes before which tasks of the order that is placed must not start, for others to follow them in time. */
    private final Map<Integer, Integer> held = new HashMap<>();

    private final Map<Integer, Stranded> stranded = new LinkedHashMap<>();

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
        return keeping(problem, plan, false);
    }

    /** The same, but what has lost its machine takes its turn on the one that ends it first, and those behind it wait. */
    static FirstFit keepingTurns(PlantProblem problem, List<PlannedOperation> plan) {
        return keeping(problem, plan, true);
    }

    private static FirstFit keeping(PlantProblem problem, List<PlannedOperation> plan, boolean turns) {
        FirstFit fit = new FirstFit(problem);
        fit.pinned();
        fit.keep(plan, turns);
        fit.placeRest();
        return fit;
    }

    MachineSequences sequences() {
        return new MachineSequences(rows.stream()
                .map(row -> row.stream().map(p -> p.task().index()).toList())
                .toList());
    }

    /** Whether the plan that was kept has tasks on machines that may not run them any more. */
    boolean someHaveLostTheirMachine() {
        return someHaveLostTheirMachine;
    }

    /** Minute at which the last task ends; {@link Windows#NEVER} when the horizon is too short. */
    int lastEnd() {
        return placed.values().stream().mapToInt(Placement::end).max().orElse(0);
    }

    /** Tasks that could not be placed within a maximum lag: they are placed after it. */
    List<Stranded> stranded() {
        return List.copyOf(stranded.values());
    }

    private void place() {
        pinned();
        placeRest();
    }

    /**
     * Each machine's tasks in the plan's order, but nobody waits for what cannot start yet: a task that is held up beyond its
     * planned start gives way to those that were planned before it is ready.
     */
    private void keep(List<PlannedOperation> plan, boolean turns) {
        KeptTasks kept = new KeptTasks(problem, plan, placed.keySet(), turns);
        someHaveLostTheirMachine = kept.someHaveLostTheirMachine();
        for (KeptTasks.Kept next = kept.next(this::ready); next != null; next = kept.next(this::ready)) {
            append(next.machine() == KeptTasks.LOST ? atTheEnd(next.task()) : atTheEnd(next.task(), next.machine()));
            kept.placed(next.task());
        }
    }

    private Placement atTheEnd(Task task, int machine) {
        return candidate(task, machine, rows.get(machine).size());
    }

    /** At the end of the machine on which it ends first. */
    private Placement atTheEnd(Task task) {
        return task.runMinutes().keySet().stream()
                .map(machine -> atTheEnd(task, machine))
                .min(Comparator.comparing(Placement::end).thenComparing(Placement::machine))
                .orElseThrow();
    }

    private void placeRest() {
        for (List<Task> order : byDueDate()) {
            placeOrder(
                    order.stream().filter(t -> !placed.containsKey(t.index())).toList());
        }
    }

    /** Places an order; what ends too soon for what must follow it is placed again, later. */
    private void placeOrder(List<Task> tasks) {
        held.clear();
        for (int round = 0; ; round++) {
            List<Task> put = new ArrayList<>();
            Stranded late = null;
            for (int i = 0; i < tasks.size() && late == null; i++) {
                place(tasks.get(i));
                put.add(tasks.get(i));
                late = stranded.containsKey(tasks.get(i).index()) ? null : late(tasks.get(i));
            }
            if (late == null) {
                return;
            }
            if (round == MOST_ROUNDS || !holdFor(late, put)) {
                stranded.put(late.task().index(), late);
                held.clear();
            }
            put.forEach(this::takeOut);
        }
    }

    /** The task with what it follows too late; null when it follows all in time. */
    private @Nullable Stranded late(Task task) {
        int start = Objects.requireNonNull(placed.get(task.index())).start();
        for (Task.Link link : task.predecessors()) {
            Placement before = Objects.requireNonNull(placed.get(link.task()));
            if (link.isLimited() && start - before.end() > link.mostMinutes()) {
                return new Stranded(task, before.task().operation().id());
            }
        }
        return start <= task.latestStart() ? null : new Stranded(task, startedBefore(task));
    }

    private String startedBefore(Task task) {
        return task.operation().predecessors().stream()
                .map(id -> Operations.of(task.order(), id))
                .filter(o -> o.maxLag() != null)
                .map(Operation::id)
                .filter(id -> problem.fixed().stream()
                        .anyMatch(row -> row.order().equals(task.order())
                                && row.operation().id().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    /** Holds what a task follows too late; false when that cannot be, or does not help. */
    private boolean holdFor(Stranded late, List<Task> put) {
        Placement next = Objects.requireNonNull(placed.get(late.task().index()));
        for (Task.Link link : late.task().predecessors()) {
            Placement before = Objects.requireNonNull(placed.get(link.task()));
            boolean meant = before.task().operation().id().equals(late.after());
            if (meant && put.contains(before.task()) && next.start() != Windows.NEVER) {
                int start = Timing.startToEndBy(problem, before, next.start() - link.mostMinutes());
                held.put(link.task(), start);
                return start != Windows.NEVER;
            }
        }
        return false;
    }

    private void takeOut(Task task) {
        Placement placement = Objects.requireNonNull(placed.remove(task.index()));
        rows.get(placement.machine()).removeIf(p -> p.task().index() == task.index());
    }

    /** Tasks of each order, predecessors first, by the due date of the order; before them what must start soon. */
    private List<List<Task>> byDueDate() {
        Map<Order, List<Task>> byOrder = new LinkedHashMap<>();
        problem.tasks().forEach(t -> byOrder.computeIfAbsent(t.order(), o -> new ArrayList<>())
                .add(t));
        return byOrder.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Urgency.of(problem.tasks())))
                .map(Map.Entry::getValue)
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
            if (best == null || isBetter(candidate, best)) {
                best = candidate;
                bestPosition = position;
            }
        }
        insert(Objects.requireNonNull(best), bestPosition);
    }

    /** What follows in time is better than what does not; otherwise what ends first. */
    private boolean isBetter(Placement a, Placement b) {
        boolean inTime = isInTime(a);
        return inTime == isInTime(b) ? a.end() < b.end() : inTime;
    }

    private boolean isInTime(Placement candidate) {
        return candidate.start() <= candidate.task().latestStart()
                && candidate.task().predecessors().stream()
                        .allMatch(link -> candidate.start()
                                        - Objects.requireNonNull(placed.get(link.task()))
                                                .end()
                                <= link.mostMinutes());
    }

    private Placement candidate(Task task, int machine, int position) {
        Placement before = position == 0 ? null : rows.get(machine).get(position - 1);
        int free = before == null ? 0 : before.end();
        int ready = ready(task);
        for (Task.Link link : task.predecessors()) {
            Placement predecessor = Objects.requireNonNull(placed.get(link.task()));
            ready = Math.max(ready, link.readyAfter(predecessor, problem, task, machine));
        }
        return Timing.at(problem, task, machine, before, free, ready);
    }

    private int ready(Task task) {
        int ready = Math.max(held.getOrDefault(task.index(), 0), task.release().minute());
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
