package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must follow tasks soon, and so may hold them back. */
final class Followers {
    private final PlantProblem problem;
    private final List<? extends @Nullable Placement> placements;
    private final Map<Integer, List<Follower>> byTask = new HashMap<>();

    /** A task that must follow within so many minutes. */
    private record Follower(int task, int mostMinutes) {}

    /** A placement for whose sake another is held back, and the minutes within which it must follow. */
    record Holder(Placement next, int mostMinutes) {}

    Followers(PlantProblem problem, List<? extends @Nullable Placement> placements) {
        this.problem = problem;
        this.placements = placements;
        for (Task task : problem.tasks()) {
            for (Task.Link link : task.predecessors()) {
                if (link.isLimited()) {
                    byTask.computeIfAbsent(link.task(), t -> new ArrayList<>())
                            .add(new Follower(task.index(), link.mostMinutes()));
                }
            }
        }
    }

    /**
     * What holds a placement back; null when nothing does.
     *
     * @param earliest when it could start for all else
     */
    @Nullable
    Holder of(Placement placement, int earliest) {
        if (earliest >= placement.start()) {
            return null;
        }
        Windows windows = problem.machines().get(placement.machine()).windows();
        int run = Objects.requireNonNull(placement.task().runMinutes().get(placement.machine()));
        int end = windows.end(earliest, run);
        Holder holder = null;
        int latest = end;
        for (Follower follower : byTask.getOrDefault(placement.task().index(), List.of())) {
            Placement next = placements.get(follower.task());
            if (next != null && next.start() - follower.mostMinutes() > latest) {
                latest = next.start() - follower.mostMinutes();
                holder = new Holder(next, follower.mostMinutes());
            }
        }
        return holder;
    }
}
