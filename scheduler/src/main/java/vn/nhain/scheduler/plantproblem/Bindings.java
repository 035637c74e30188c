package vn.nhain.scheduler.plantproblem;

import java.util.List;

/** Finds what binds each placement of a plan. */
final class Bindings {
    private final PlantProblem problem;
    private final List<Placement> placements;
    private final Followers followers;

    Bindings(PlantProblem problem, List<Placement> placements) {
        this.problem = problem;
        this.placements = placements;
        this.followers = new Followers(problem, placements);
    }

    Binding of(Placement placement) {
        Windows windows = problem.machines().get(placement.machine()).windows();
        Binding loosest = new Binding(Binding.Kind.ORIGIN, placement.change().minutes(), null, false);
        Binding binding = machine(placement, loosest);
        binding = tool(placement, binding);
        binding = release(placement, binding);
        binding = part(placement, binding);
        Placement before = placement.before();
        int earliest = windows.earliestStart(
                before == null ? 0 : before.end(), placement.change().minutes(), binding.minute());
        Followers.Holder holder = followers.of(placement, earliest);
        if (holder != null) {
            return new Binding(Binding.Kind.FOLLOWER, placement.start(), holder.next(), false);
        }
        boolean closed = placement.start() > binding.minute()
                && windows.windowStart(binding.minute()) != windows.windowStart(placement.start());
        return new Binding(binding.kind(), binding.minute(), binding.predecessor(), closed);
    }

    private static Binding machine(Placement placement, Binding binding) {
        Placement before = placement.before();
        if (before == null) {
            return binding;
        }
        return later(
                binding, Binding.Kind.MACHINE, before.end() + placement.change().minutes(), before);
    }

    private Binding tool(Placement placement, Binding binding) {
        Binding latest = binding;
        for (int handover : placement.task().handovers()) {
            Placement other = placements.get(handover);
            if (other.machine() != placement.machine()) {
                latest = later(latest, Binding.Kind.TOOL, placement.task().readyAfterHandover(other), other);
            }
        }
        return latest;
    }

    private static Binding release(Placement placement, Binding binding) {
        int minute = placement.task().release(placement.machine()).minute();
        return minute > 0 && minute >= binding.minute()
                ? new Binding(Binding.Kind.RELEASE, minute, null, false)
                : binding;
    }

    private Binding part(Placement placement, Binding binding) {
        Binding latest = binding;
        for (Task.Link link : placement.task().predecessors()) {
            Placement before = placements.get(link.task());
            latest = later(
                    latest,
                    Binding.Kind.PART,
                    link.readyAfter(before, problem, placement.task(), placement.machine()),
                    before);
        }
        return latest;
    }

    private static Binding later(Binding binding, Binding.Kind kind, int minute, Placement predecessor) {
        return minute >= binding.minute() ? new Binding(kind, minute, predecessor, false) : binding;
    }
}
