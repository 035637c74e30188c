package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * The tasks that a plan has and that may still be where it has them, in the order of their planned starts or, for those that
 * are held up, of the minutes at which they can start. A task comes after all that it waits for; one that waits for what the
 * plan does not have does not come at all.
 */
final class KeptTasks {
    private final Map<Integer, Kept> keptByTask = new HashMap<>();
    private final Map<Integer, Integer> waiting = new HashMap<>();
    private final Map<Integer, List<Integer>> followers = new HashMap<>();
    private final PriorityQueue<Turn> queue = new PriorityQueue<>(
            Comparator.comparing(Turn::minute).thenComparing(t -> t.kept().planned()));
    private final List<Kept> fresh = new ArrayList<>();

    /** A machine that the task has lost: it takes its turn on another. */
    static final int LOST = -1;

    /** Where the plan has a task: its machine, or {@link #LOST}, and the minute of its start. */
    record Kept(Task task, int machine, int planned) {}

    /** A task in the queue. */
    private record Turn(Kept kept, int minute) {}

    private boolean someHaveLostTheirMachine;

    /**
     * The kept tasks of a plan.
     *
     * @param placed tasks that have their place already
     * @param withLost whether those whose machine may not run them any more take their turn too
     */
    KeptTasks(PlantProblem problem, List<PlannedOperation> plan, Set<Integer> placed, boolean withLost) {
        Map<String, Task> byKey = new HashMap<>();
        problem.tasks()
                .forEach(t -> byKey.put(
                        PlantProblemBuilder.key(t.order().id(), t.operation().id()), t));
        Map<String, Integer> machines = problem.machineIndex();
        for (PlannedOperation o : plan) {
            Task task = byKey.get(PlantProblemBuilder.key(o.orderId(), o.operationId()));
            Integer machine = machines.get(o.machineId());
            if (task == null || placed.contains(task.index())) {
                continue;
            }
            boolean lost = machine == null || !task.runMinutes().containsKey(machine);
            someHaveLostTheirMachine |= lost;
            if (!lost || withLost) {
                int on = machine == null || lost ? LOST : machine;
                keptByTask.put(task.index(), new Kept(task, on, problem.time().until(o.start())));
            }
        }
        for (Kept kept : keptByTask.values()) {
            List<Integer> before =
                    before(kept.task()).filter(t -> !placed.contains(t)).toList();
            before.forEach(t -> followers
                    .computeIfAbsent(t, key -> new ArrayList<>())
                    .add(kept.task().index()));
            waiting.put(kept.task().index(), before.size());
            if (before.isEmpty()) {
                fresh.add(kept);
            }
        }
    }

    private static Stream<Integer> before(Task task) {
        return Stream.concat(task.predecessors().stream().map(Task.Link::task), task.handovers().stream())
                .distinct();
    }

    /**
     * The task whose turn it is; null when all have come that can.
     *
     * @param ready the minute at which a task can start, once all that it waits for is placed
     */
    @Nullable
    Kept next(ToIntFunction<Task> ready) {
        fresh.forEach(kept -> queue.add(new Turn(kept, Math.max(kept.planned(), ready.applyAsInt(kept.task())))));
        fresh.clear();
        Turn turn = queue.poll();
        return turn == null ? null : turn.kept();
    }

    /** Whether the plan has tasks on machines that may not run them any more. */
    boolean someHaveLostTheirMachine() {
        return someHaveLostTheirMachine;
    }

    /** To be called when a task has its place. */
    void placed(Task task) {
        for (int follower : followers.getOrDefault(task.index(), List.of())) {
            if (waiting.merge(follower, -1, Integer::sum) == 0) {
                Kept kept = keptByTask.get(follower);
                if (kept != null) {
                    fresh.add(kept);
                }
            }
        }
    }
}
