package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Times of machine sequences: every task as early as its machine, its predecessors, its release and its tools allow, and no
 * earlier than those can follow that must follow it soon.
 */
final class Timing {
    /** Rounds in which holds are passed on; sequences that can be kept need a handful. */
    private static final int MOST_ROUNDS = 200;

    private final PlantProblem problem;
    private final @Nullable Placement[] placed;
    /** By task, a minute before which it must not start. */
    private final int[] held;

    private Timing(PlantProblem problem, int[] held) {
        this.problem = problem;
        this.held = held;
        this.placed = new Placement[problem.tasks().size()];
    }

    /**
     * Placements by task index.
     *
     * @throws IllegalArgumentException when the sequences leave a task out or contradict its predecessors
     */
    static List<Placement> of(PlantProblem problem, MachineSequences sequences) {
        Timing timing = held(problem, sequences.byMachine(), problem.tasks().size());
        return Arrays.stream(timing.placed).map(Objects::requireNonNull).toList();
    }

    /** Placements of the pinned tasks by task index. */
    static Map<Integer, Placement> ofPinned(PlantProblem problem) {
        int pinned = problem.pinned().stream().mapToInt(List::size).sum();
        Timing timing = held(problem, problem.pinned(), pinned);
        Map<Integer, Placement> placements = new HashMap<>();
        for (Placement placement : timing.placed) {
            if (placement != null) {
                placements.put(placement.task().index(), placement);
            }
        }
        return placements;
    }

    /** Whether all that must follow something soon does so, what keeps its place aside. */
    static boolean keepsLags(List<Placement> placements) {
        for (Placement placement : placements) {
            Task task = placement.task();
            if (task.pinned()) {
                continue;
            }
            if (placement.start() > task.latestStart()) {
                return false;
            }
            for (Task.Link link : task.predecessors()) {
                int lag = placement.start() - placements.get(link.task()).end();
                if (lag > link.mostMinutes()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Times that depend on one another both ways: what ends too soon is held back, until nothing does. */
    private static Timing held(PlantProblem problem, List<List<Integer>> sequences, int tasks) {
        int[] held = new int[problem.tasks().size()];
        for (int round = 0; ; round++) {
            Timing timing = new Timing(problem, held);
            timing.place(sequences, tasks);
            if (round == MOST_ROUNDS || !timing.hold()) {
                return timing;
            }
        }
    }

    private boolean hold() {
        boolean any = false;
        for (Placement next : placed) {
            for (Task.Link link :
                    next == null ? List.<Task.Link>of() : next.task().predecessors()) {
                Placement before = Objects.requireNonNull(placed[link.task()]);
                boolean stays = before.task().pinned() && !next.task().pinned();
                if (link.isLimited() && !stays && next.start() != Windows.NEVER) {
                    int start = startToEndBy(problem, before, next.start() - link.mostMinutes());
                    any |= start > held[link.task()];
                    held[link.task()] = Math.max(held[link.task()], start);
                }
            }
        }
        return any;
    }

    /** The earliest start of a placement on its machine with which it ends at a minute or after; 0 when it does. */
    static int startToEndBy(PlantProblem problem, Placement placement, int least) {
        if (placement.end() >= least) {
            return 0;
        }
        int run = Objects.requireNonNull(placement.task().runMinutes().get(placement.machine()));
        return problem.machines().get(placement.machine()).windows().backFrom(least - 1, run - 1);
    }

    private void place(List<List<Integer>> sequences, int tasks) {
        int[] next = new int[sequences.size()];
        List<@Nullable Placement> last = new ArrayList<>();
        sequences.forEach(s -> last.add(null));
        @Nullable Placement[] candidates = new Placement[sequences.size()];
        for (int count = 0; count < tasks; count++) {
            Placement best = null;
            for (int m = 0; m < sequences.size(); m++) {
                Placement known = candidates[m];
                if (known == null && next[m] < sequences.get(m).size()) {
                    Task task = problem.tasks().get(sequences.get(m).get(next[m]));
                    candidates[m] = candidate(task, m, last.get(m));
                }
                best = better(best, candidates[m]);
            }
            if (best == null) {
                throw new IllegalArgumentException("The sequences leave out %d of %d tasks or contradict themselves."
                        .formatted(tasks - count, tasks));
            }
            placed[best.task().index()] = best;
            last.set(best.machine(), best);
            next[best.machine()]++;
            candidates[best.machine()] = null;
        }
    }

    private @Nullable Placement candidate(Task task, int machine, @Nullable Placement before) {
        int ready = Math.max(held[task.index()], task.release().minute());
        for (Task.Link link : task.predecessors()) {
            Placement predecessor = placed[link.task()];
            if (predecessor == null) {
                return null;
            }
            ready = Math.max(ready, link.readyAfter(predecessor, problem, task, machine));
        }
        for (int handover : task.handovers()) {
            Placement other = placed[handover];
            if (other == null) {
                return null;
            }
            ready = Math.max(ready, task.readyAfterHandover(other));
        }
        int free = before == null ? 0 : before.end();
        return at(problem, task, machine, before, free, ready);
    }

    /** The earliest placement behind {@code before}; its end is {@link Windows#NEVER} when there is none. */
    static Placement at(PlantProblem problem, Task task, int machine, @Nullable Placement before, int free, int ready) {
        PlantMachine on = problem.machines().get(machine);
        Change change = on.change(before == null ? null : before.task(), task);
        int released = Math.max(ready, task.release(machine).minute());
        int start = on.windows().earliestStart(free, change.minutes(), released);
        int run = Objects.requireNonNull(task.runMinutes().get(machine));
        int end = start == Windows.NEVER ? Windows.NEVER : on.windows().end(start, run);
        return new Placement(task, machine, before, change, start, end);
    }

    private static @Nullable Placement better(@Nullable Placement a, @Nullable Placement b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (a.task().pinned() != b.task().pinned()) {
            return a.task().pinned() ? a : b;
        }
        return b.start() < a.start() ? b : a;
    }
}
