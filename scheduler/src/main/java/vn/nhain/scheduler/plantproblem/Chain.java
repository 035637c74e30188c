package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.Machine;
import vn.nhain.scheduler.plantproblem.Stretch.Kind;

/**
 * Follows what holds a placement back, cause by cause, to the origin: the critical path that ends there. The stretches leave
 * no minute out, so that they add up to the time from the origin. Of causes that let go at the same minute, a predecessor in
 * the order comes before paper and gates, these before tools, and these before the machine.
 */
final class Chain {
    private final PlantProblem problem;
    private final List<@Nullable Placement> placements;
    private final Followers followers;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();
    private int cursor;

    private Chain(PlantProblem problem, List<@Nullable Placement> placements, int cursor) {
        this.problem = problem;
        this.placements = placements;
        this.followers = new Followers(problem, placements);
        this.cursor = cursor;
    }

    /** What keeps the run from starting earlier, the nearest first. */
    static List<Stretch> before(PlantProblem problem, List<@Nullable Placement> placements, Placement placement) {
        Chain chain = new Chain(problem, placements, placement.start());
        chain.followAll(placement);
        return chain.stretches;
    }

    /** What takes the time until it ends, its own run first. */
    static List<Stretch> until(PlantProblem problem, List<@Nullable Placement> placements, Placement placement) {
        Chain chain = new Chain(problem, placements, placement.end());
        chain.run(placement);
        chain.followAll(placement);
        return chain.stretches;
    }

    private void followAll(Placement from) {
        Placement at = from;
        while (at != null && cursor > 0 && seen.add(at.task().index())) {
            at = follow(at);
        }
        // what a plan of yesterday leaves unexplained
        take(Kind.SLACK, 0, from);
    }

    /** Takes what is between a placement's start and the cause before it; that cause's placement, or null at the end. */
    private @Nullable Placement follow(Placement at) {
        Windows windows = problem.machines().get(at.machine()).windows();
        Placement before = at.before();
        int free = before == null ? 0 : before.end();
        int setup = at.change().minutes();
        Binding ready = ready(at);
        int earliest = windows.earliestStart(free, setup, ready.minute());
        Followers.Holder holder = followers.of(at, earliest);
        if (holder != null && earliest < cursor) {
            add(new Stretch(Kind.FOLLOWER, earliest, cursor, 0, at.machine(), List.of(at, holder.next()), null));
            cursor = earliest;
        }
        take(Kind.SLACK, Math.min(earliest, cursor), at);
        if (ready.minute() >= cursor) {
            return release(at, ready);
        }
        int open = windows.windowStart(cursor);
        if (open == Windows.NEVER || free >= open) {
            take(Kind.SETUP, free, at);
            return machine(before);
        }
        take(Kind.SETUP, Math.max(open, ready.minute()), at);
        if (ready.minute() < open) {
            closed(at, Math.max(free, ready.minute()), open);
        }
        return ready.minute() >= free ? release(at, ready) : machine(before);
    }

    private Binding ready(Placement at) {
        Task task = at.task();
        Binding latest = new Binding(Binding.Kind.ORIGIN, 0, null, false);
        for (int handover : task.handovers()) {
            Placement other = placements.get(handover);
            if (other != null && other.machine() != at.machine()) {
                latest = later(latest, Binding.Kind.TOOL, task.readyAfterHandover(other), other);
            }
        }
        latest = later(latest, Binding.Kind.RELEASE, task.release(at.machine()).minute(), null);
        for (Task.Link link : task.predecessors()) {
            Placement part = placements.get(link.task());
            if (part != null) {
                latest = later(latest, Binding.Kind.PART, link.readyAfter(part, problem, task, at.machine()), part);
            }
        }
        return latest;
    }

    private static Binding later(Binding than, Binding.Kind kind, int minute, @Nullable Placement by) {
        return minute > 0 && minute >= than.minute() ? new Binding(kind, minute, by, false) : than;
    }

    private @Nullable Placement release(Placement at, Binding ready) {
        Placement by = ready.predecessor();
        switch (ready.kind()) {
            case RELEASE -> {
                add(new Stretch(
                        Kind.RELEASE, 0, cursor, 0, -1, List.of(at), at.task().release(at.machine())));
                cursor = 0;
            }
            case PART -> take(Kind.DRYING, Objects.requireNonNull(by).end(), by);
            case TOOL -> take(Kind.TOOL, Objects.requireNonNull(by).end(), by);
            case ORIGIN, MACHINE, FOLLOWER -> {
                return null;
            }
        }
        if (by != null) {
            run(by);
        }
        return by;
    }

    private @Nullable Placement machine(@Nullable Placement before) {
        if (before != null) {
            run(before);
        }
        return before;
    }

    private void run(Placement placement) {
        int from = Math.max(0, Math.min(cursor, placement.start()));
        if (from < cursor) {
            Windows windows = problem.machines().get(placement.machine()).windows();
            int closed = cursor - from - windows.openMinutes(from, cursor);
            add(new Stretch(Kind.RUN, from, cursor, closed, placement.machine(), List.of(placement), null));
            cursor = from;
        }
    }

    /** Closed hours before {@code open}, told apart from a downtime and from the job that ran at the origin. */
    private void closed(Placement at, int from, int open) {
        Machine machine = problem.machines().get(at.machine()).machine();
        int down = problem.request().downtimes().stream()
                .filter(d ->
                        d.machineId().equals(machine.id()) && problem.time().from(d.until()) == open)
                .mapToInt(d -> problem.time().until(d.from()))
                .min()
                .orElse(open);
        take(Kind.DOWN, Math.max(from, down), at);
        take(Kind.CLOSED, Math.max(from, problem.runningUntil(machine.id())), at);
        take(Kind.RUNNING, from, at);
    }

    private void take(Kind kind, int from, Placement work) {
        int least = Math.max(0, from);
        if (least < cursor) {
            add(Stretch.of(kind, least, cursor, work));
            cursor = least;
        }
    }

    private void add(Stretch stretch) {
        stretches.add(stretch);
    }
}
