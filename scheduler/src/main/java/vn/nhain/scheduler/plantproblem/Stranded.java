package vn.nhain.scheduler.plantproblem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhain.plant.order.Operation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.words.Words;
import vn.nhain.scheduler.words.Words.Both;

/**
 * A task that cannot start within the maximum lag after what it follows: not on any machine, with all that comes before it as
 * late as it may be. What it follows is not worth doing then, unless that has begun.
 *
 * @param task the task
 * @param after id of the operation that it must follow soon
 */
record Stranded(Task task, String after) {
    /** Why each of them is barred, and what it follows, by key. */
    static Map<String, Reason> reasons(PlantProblem problem, List<Stranded> stranded) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        for (Stranded one : stranded) {
            Operation after = Operations.of(one.task.order(), one.after);
            Both kind = Words.kind(after.kind());
            Both most = Words.duration(minutes(Objects.requireNonNull(after.maxLag())));
            reasons.put(
                    PlantProblemBuilder.key(
                            one.task.order().id(), one.task.operation().id()),
                    new Reason(
                            "lag",
                            "must start within %s after %s (%s), and no machine has time for it then"
                                    .formatted(most.en(), kind.en(), one.after),
                            "phải bắt đầu trong %s sau khi %s (%s), nhưng không máy nào kịp"
                                    .formatted(most.vi(), kind.vi(), one.after)));
            Both own = Words.kind(one.task.operation().kind());
            problem.tasks().stream()
                    .filter(t ->
                            t.order().equals(one.task.order()) && t.operation().equals(after) && !t.pinned())
                    .forEach(t -> reasons.putIfAbsent(
                            PlantProblemBuilder.key(t.order().id(), one.after),
                            new Reason(
                                    "lag",
                                    "%s (%s) cannot follow it within %s"
                                            .formatted(
                                                    own.en(),
                                                    one.task.operation().id(),
                                                    most.en()),
                                    "%s (%s) không thể theo kịp trong %s"
                                            .formatted(
                                                    own.vi(),
                                                    one.task.operation().id(),
                                                    most.vi()))));
        }
        return reasons;
    }

    /** Whole minutes of a maximum lag. */
    static int minutes(Duration most) {
        return Math.toIntExact(most.toMinutes());
    }
}
