package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.PlannedOperation;

/** Reads a plan back as placements, with the times that it states, whether or not they still hold. */
final class PublishedPlacements {
    private PublishedPlacements() {}

    /** Placements by task index; null for a task that the plan does not have. */
    static List<@Nullable Placement> of(PlantProblem problem, List<PlannedOperation> plan) {
        Map<String, Task> tasks = new HashMap<>();
        problem.tasks()
                .forEach(t -> tasks.put(
                        PlantProblemBuilder.key(t.order().id(), t.operation().id()), t));
        Map<String, Integer> machines = problem.machineIndex();
        List<@Nullable Placement> placements =
                new ArrayList<>(Collections.nCopies(problem.tasks().size(), null));
        Map<Integer, Placement> last = new HashMap<>();
        plan.stream().sorted(Comparator.comparing(PlannedOperation::start)).forEach(o -> {
            Task task = tasks.get(PlantProblemBuilder.key(o.orderId(), o.operationId()));
            Integer machine = machines.get(o.machineId());
            if (task != null && machine != null) {
                Placement placement = placement(problem, o, task, machine, last.get(machine));
                placements.set(task.index(), placement);
                last.put(machine, placement);
            }
        });
        return placements;
    }

    private static Placement placement(
            PlantProblem problem, PlannedOperation o, Task task, int machine, @Nullable Placement before) {
        PlantMachine on = problem.machines().get(machine);
        int stated = Math.max(0, problem.time().until(o.start()));
        int end = Math.max(stated + 1, problem.time().until(o.end()));
        Task known = task.runMinutes().containsKey(machine)
                ? task
                : task.runningOn(machine, on.windows().openMinutes(stated, end));
        Change change = on.change(before == null ? null : before.task(), known);
        // work that was planned before the origin and has not started: its setup cannot lie before the origin
        int start = Math.max(change.minutes(), stated);
        end = Math.max(start + 1, end);
        return new Placement(known, machine, before, change, start, end);
    }
}
