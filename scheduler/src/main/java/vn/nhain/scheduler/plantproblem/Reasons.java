package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.nhain.plant.machine.Machine;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.words.Words;
import vn.nhain.scheduler.words.Words.Both;

/** Tells in both languages why an operation starts when it does, and why an order is late. */
final class Reasons {
    private static final int LONGEST_CHAIN = 12;

    private final PlantProblem problem;
    private final Bindings bindings;
    private final Words words;

    Reasons(PlantProblem problem, List<Placement> placements) {
        this.problem = problem;
        this.bindings = new Bindings(problem, placements);
        this.words = new Words(problem.plant(), problem.time().origin());
    }

    /** Why it starts when it does. */
    Reason because(Placement placement) {
        if (placement.task().pinned()) {
            return new Reason(
                    "frozen", "keeps its place in the released plan", "giữ nguyên vị trí trong kế hoạch đã phát hành");
        }
        Binding binding = bindings.of(placement);
        if (binding.closed()) {
            Both machine = machineOf(placement);
            Both open = at(openFrom(placement));
            return new Reason(
                    "calendar",
                    "waits for %s to open %s".formatted(machine.en(), open.en()),
                    "chờ %s mở ca %s".formatted(machine.vi(), open.vi()));
        }
        return switch (binding.kind()) {
            case ORIGIN -> new Reason("origin", "starts at once", "bắt đầu ngay");
            case RELEASE -> placement.task().release(placement.machine()).because();
            case PART -> part(binding);
            case TOOL -> tool(binding);
            case MACHINE -> machine(placement, binding);
            case FOLLOWER -> follower(placement, binding);
        };
    }

    private Reason follower(Placement placement, Binding binding) {
        Placement next = Objects.requireNonNull(binding.predecessor());
        Both kind = Words.kind(next.task().operation().kind());
        String id = next.task().operation().id();
        Both start = at(next.start());
        Both most = Words.duration(Stranded.minutes(
                Objects.requireNonNull(placement.task().operation().maxLag())));
        return new Reason(
                "lag",
                "ends no sooner, so that %s (%s) at %s follows within %s"
                        .formatted(kind.en(), id, start.en(), most.en()),
                "không xong sớm hơn, để %s (%s) lúc %s theo kịp trong %s"
                        .formatted(kind.vi(), id, start.vi(), most.vi()));
    }

    private Reason batch(Placement before, Binding binding) {
        Both kind = Words.kind(before.task().operation().kind());
        String id = before.task().operation().id();
        Both until = at(binding.minute());
        return new Reason(
                "part",
                "waits for the first batch of %s (%s), and that no other is late for it, until %s"
                        .formatted(kind.en(), id, until.en()),
                "chờ lô đầu của %s (%s), và để các lô sau đến kịp, đến %s".formatted(kind.vi(), id, until.vi()));
    }

    private Reason part(Binding binding) {
        Placement before = Objects.requireNonNull(binding.predecessor());
        if (binding.minute() < before.end()) {
            return batch(before, binding);
        }
        Both kind = Words.kind(before.task().operation().kind());
        String id = before.task().operation().id();
        int lag = binding.minute() - before.end();
        Both until = at(binding.minute());
        Both drying = Words.duration(lag);
        return new Reason(
                "part",
                "waits for %s (%s) until %s%s"
                        .formatted(
                                kind.en(), id, until.en(), lag > 0 ? ", " + drying.en() + " of drying included" : ""),
                "chờ %s (%s) đến %s%s"
                        .formatted(kind.vi(), id, until.vi(), lag > 0 ? ", gồm " + drying.vi() + " chờ khô" : ""));
    }

    private Reason tool(Binding binding) {
        Placement other = Objects.requireNonNull(binding.predecessor());
        Both until = at(other.end());
        Both machine = machineOf(other);
        return new Reason(
                "machine",
                "waits for its plates or die, which are on %s until %s (order %s)"
                        .formatted(
                                machine.en(), until.en(), other.task().order().id()),
                "chờ kẽm hoặc khuôn đang ở %s đến %s (đơn %s)"
                        .formatted(
                                machine.vi(), until.vi(), other.task().order().id()));
    }

    private Reason machine(Placement placement, Binding binding) {
        Placement before = Objects.requireNonNull(binding.predecessor());
        Both machine = machineOf(placement);
        Both until = at(before.end());
        String order = before.task().order().id();
        String en = "waits for %s until %s (order %s)".formatted(machine.en(), until.en(), order);
        String vi = "chờ %s đến %s (đơn %s)".formatted(machine.vi(), until.vi(), order);
        List<String> excluded = placement.task().excludedByQuality();
        if (excluded.isEmpty()) {
            return new Reason("machine", en, vi);
        }
        String others = String.join(", ", excluded);
        return new Reason(
                "quality",
                en + "; the quality state of " + others + " does not allow it there",
                vi + "; trạng thái chất lượng của " + others + " không cho phép chạy ở đó");
    }

    /** The chain of causes that ends with the last placement of a late order, first cause first. */
    Reason late(Placement last) {
        List<String> en = new ArrayList<>();
        List<String> vi = new ArrayList<>();
        Placement at = last;
        int until = last.end();
        String code = "origin";
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            Binding binding = bindings.of(at);
            run(at, until, en, vi);
            code = code(at, binding);
            if (binding.kind() != Binding.Kind.PART) {
                cause(at, binding, en, vi);
                break;
            }
            Placement before = Objects.requireNonNull(binding.predecessor());
            int lag = binding.minute() - before.end();
            if (lag > 0) {
                en.add(0, Words.duration(lag).en() + " of drying");
                vi.add(0, Words.duration(lag).vi() + " chờ khô");
            }
            until = Math.min(before.end(), at.start());
            at = before;
        }
        return new Reason(code, String.join(", then ", en), String.join(", rồi ", vi));
    }

    private void run(Placement placement, int until, List<String> en, List<String> vi) {
        Both kind = Words.kind(placement.task().operation().kind());
        Both length = Words.duration(until - placement.start());
        Both machine = machineOf(placement);
        en.add(0, "%s of %s on %s".formatted(length.en(), kind.en(), machine.en()));
        vi.add(0, "%s %s trên %s".formatted(length.vi(), kind.vi(), machine.vi()));
    }

    private String code(Placement placement, Binding binding) {
        return binding.kind() == Binding.Kind.RELEASE
                ? placement.task().release(placement.machine()).cause().code()
                : because(placement).code();
    }

    private void cause(Placement placement, Binding binding, List<String> en, List<String> vi) {
        Placement before = binding.predecessor();
        if (binding.kind() == Binding.Kind.RELEASE) {
            en.add(0, placement.task().release(placement.machine()).cause().en());
            vi.add(0, placement.task().release(placement.machine()).cause().vi());
        } else if (binding.kind() == Binding.Kind.FOLLOWER) {
            Reason held = follower(placement, binding);
            en.add(0, held.en());
            vi.add(0, held.vi());
        } else if (before != null) {
            Both machine = machineOf(before);
            Both until = at(before.end());
            String order = before.task().order().id();
            en.add(0, "%s is taken until %s (order %s)".formatted(machine.en(), until.en(), order));
            vi.add(0, "%s bận đến %s (đơn %s)".formatted(machine.vi(), until.vi(), order));
        }
    }

    private int openFrom(Placement placement) {
        return problem.machines().get(placement.machine()).windows().windowStart(placement.start());
    }

    private Both machineOf(Placement placement) {
        Machine machine = problem.machines().get(placement.machine()).machine();
        return Words.machine(machine);
    }

    private Both at(int minute) {
        return words.time(problem.time().at(minute));
    }
}
