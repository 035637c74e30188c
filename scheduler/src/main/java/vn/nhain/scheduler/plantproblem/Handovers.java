package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.words.Words;

/**
 * Dies and plate sets, of which there is one: whoever needs the same waits for the other. Running work has its tools first,
 * then pinned tasks in their order, then what must start soon, then the order that is due first. A tool is mounted in the last minutes of a setup, as
 * many as the shortest setup of the task takes.
 */
final class Handovers {
    private final List<PlantMachine> machines;
    private final Words words;
    private final PlanTime time;

    Handovers(List<PlantMachine> machines, Words words, PlanTime time) {
        this.machines = machines;
        this.words = words;
        this.time = time;
    }

    /** The tasks with what is handed over to each. */
    List<Task> among(List<Task> tasks, List<Integer> pinnedInOrder, List<FixedRow> fixed) {
        List<Task> linked = new ArrayList<>(tasks);
        Map<String, FixedRow> running = new HashMap<>();
        for (FixedRow row : fixed) {
            if (!row.actual().done()) {
                Tools.of(row.operation().form()).forEach(tool -> running.put(tool, row));
            }
        }
        Map<String, Integer> last = new HashMap<>();
        tasks.stream()
                .sorted(Comparator.comparing((Task t) -> t.pinned() ? pinnedInOrder.indexOf(t.index()) : tasks.size())
                        .thenComparing(Task::order, Urgency.of(tasks))
                        .thenComparing(Task::index))
                .forEach(task -> {
                    Release release = task.release();
                    List<Integer> handovers = new ArrayList<>();
                    int minutes = minutes(task);
                    for (String tool : Tools.of(task.form())) {
                        Integer before = last.put(tool, task.index());
                        if (before != null) {
                            handovers.add(before);
                        } else if (running.containsKey(tool)) {
                            release = release.later(after(Objects.requireNonNull(running.get(tool)), minutes));
                        }
                    }
                    linked.set(task.index(), task.with(release, handovers, minutes));
                });
        return linked;
    }

    private int minutes(Task task) {
        return task.runMinutes().keySet().stream()
                .mapToInt(m -> machines.get(m)
                        .changeOver()
                        .between(task.setting(), task.setting())
                        .minutes())
                .min()
                .orElse(0);
    }

    private Release after(FixedRow row, int minutes) {
        Words.Both at = words.time(row.actual().end());
        String machine = row.actual().machineId();
        String order = row.order().id();
        Reason reason = new Reason(
                "machine",
                "waits for its plates or die, which are on %s until %s (order %s)".formatted(machine, at.en(), order),
                "chờ kẽm hoặc khuôn đang ở %s đến %s (đơn %s)".formatted(machine, at.vi(), order));
        return new Release(time.from(row.actual().end()) + minutes, reason, reason);
    }
}
