package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Form;

/**
 * Changes between tasks of one machine, each worked out once for all tasks that look the same but for their plates: most
 * jobs have plates of their own and differ in nothing else that a setup sees. Confined to one thread.
 */
final class Looks {
    private final List<Task> tasks;
    private final int[] lookOfTask;
    private final @Nullable Change[][] changes;

    Looks(List<Task> tasks) {
        this.tasks = tasks;
        Map<Form, Integer> looks = new HashMap<>();
        List<Integer> of = new ArrayList<>();
        for (Task task : tasks) {
            Form form = task.form();
            of.add(looks.computeIfAbsent(ChangedOrder.form(form, form.materialId(), null), look -> looks.size()));
        }
        this.lookOfTask = of.stream().mapToInt(Integer::intValue).toArray();
        this.changes = new Change[looks.size()][looks.size()];
    }

    /** The change from one task to another, by their numbers. */
    Change change(PlantMachine machine, int from, int to) {
        Task before = tasks.get(from);
        Task next = tasks.get(to);
        if (haveTheSamePlates(before.form(), next.form())) {
            return machine.change(before, next);
        }
        @Nullable Change[] known = changes[lookOfTask[from]];
        Change change = known[lookOfTask[to]];
        if (change == null) {
            change = machine.change(before, next);
            known[lookOfTask[to]] = change;
        }
        return change;
    }

    private static boolean haveTheSamePlates(Form before, Form next) {
        return next.plateSetId() != null && Objects.equals(before.plateSetId(), next.plateSetId());
    }
}
