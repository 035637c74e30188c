package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.Cause;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.plantproblem.Stretch.Kind;
import vn.nhain.scheduler.words.Words;
import vn.nhain.scheduler.words.Words.Both;

/** Tells a chain of causes in both languages, as the order sees it to which it belongs: other orders' work is one wait. */
final class CauseWriter {
    private static final int MOST_ORDERS = 3;

    private final PlantProblem problem;
    private final Words words;

    CauseWriter(PlantProblem problem) {
        this.problem = problem;
        this.words = new Words(problem.plant(), problem.time().origin());
    }

    List<Cause> write(Order order, List<Stretch> stretches) {
        List<Stretch> seen = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Stretch next = asSeenBy(order, stretch);
            Stretch last = seen.isEmpty() ? null : seen.get(seen.size() - 1);
            if (last != null
                    && last.kind() == Kind.MACHINE
                    && next.kind() == Kind.MACHINE
                    && last.machine() == next.machine()) {
                seen.set(seen.size() - 1, joined(last, next));
            } else {
                seen.add(next);
            }
        }
        List<Cause> causes = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Cause cause = cause(seen.get(i));
            boolean waits = i > 0
                    && seen.get(i).kind() == Kind.MACHINE
                    && seen.get(i - 1).kind() == Kind.SETUP;
            causes.add(waits ? withQuality(cause, seen.get(i - 1).works().get(0).task()) : cause);
        }
        return causes;
    }

    /** The chain in one sentence. */
    static Reason sentence(List<Cause> chain) {
        return new Reason(
                chain.isEmpty() ? "origin" : chain.get(0).code(),
                chain.isEmpty()
                        ? "starts at once"
                        : chain.stream().map(Cause::en).collect(Collectors.joining(" ← ")),
                chain.isEmpty() ? "bắt đầu ngay" : chain.stream().map(Cause::vi).collect(Collectors.joining(" ← ")));
    }

    private static Stretch asSeenBy(Order order, Stretch stretch) {
        boolean work = stretch.kind() == Kind.RUN || stretch.kind() == Kind.SETUP;
        if (!work || stretch.works().get(0).task().order().equals(order)) {
            return stretch;
        }
        return new Stretch(
                Kind.MACHINE, stretch.from(), stretch.to(), stretch.closed(), stretch.machine(), stretch.works(), null);
    }

    private static Stretch joined(Stretch later, Stretch earlier) {
        List<Placement> works = new ArrayList<>(later.works());
        works.addAll(earlier.works());
        return new Stretch(
                Kind.MACHINE,
                earlier.from(),
                later.to(),
                later.closed() + earlier.closed(),
                later.machine(),
                List.copyOf(works),
                null);
    }

    /** Were it not for the quality state of others, the task might not have to wait for this machine. */
    private static Cause withQuality(Cause cause, Task waiting) {
        if (waiting.excludedByQuality().isEmpty()) {
            return cause;
        }
        String others = String.join(", ", waiting.excludedByQuality());
        return new Cause(
                "quality",
                cause.from(),
                cause.until(),
                cause.minutes(),
                cause.closedMinutes(),
                cause.orderId(),
                cause.operationId(),
                cause.machineId(),
                cause.en() + "; the quality state of " + others + " does not allow it there",
                cause.vi() + "; trạng thái chất lượng của " + others + " không cho phép chạy ở đó");
    }

    private Cause cause(Stretch stretch) {
        @Nullable
        Placement work = stretch.works().isEmpty() ? null : stretch.works().get(0);
        boolean nobodys =
                stretch.kind() == Kind.CLOSED || stretch.kind() == Kind.DOWN || stretch.kind() == Kind.RUNNING;
        Both text = text(stretch);
        return new Cause(
                code(stretch),
                problem.time().at(stretch.from()),
                problem.time().at(stretch.to()),
                stretch.minutes(),
                stretch.closed(),
                work == null || nobodys ? null : work.task().order().id(),
                work == null || nobodys ? null : work.task().operation().id(),
                stretch.machine() < 0 ? null : machine(stretch).id(),
                text.en(),
                text.vi());
    }

    private static String code(Stretch stretch) {
        return switch (stretch.kind()) {
            case RUN -> "run";
            case SETUP -> "setup";
            case DRYING -> "drying";
            case MACHINE -> "machine";
            case TOOL -> "tool";
            case CLOSED -> "calendar";
            case RUNNING -> "machine";
            case DOWN -> "down";
            case RELEASE -> Objects.requireNonNull(stretch.release()).cause().code();
            case FOLLOWER -> "lag";
            case SLACK -> "slack";
        };
    }

    private Both text(Stretch stretch) {
        Both length = Words.duration(stretch.to() - stretch.from());
        Both until = at(stretch.to());
        if (stretch.kind() == Kind.RELEASE) {
            Reason cause = Objects.requireNonNull(stretch.release()).cause();
            return new Both(cause.en(), cause.vi());
        }
        Placement work = stretch.works().get(0);
        Both name = Words.operation(work.task().order(), work.task().operation());
        Both machine = Words.machine(machine(stretch));
        return switch (stretch.kind()) {
            case RUN ->
                both(
                        "%s runs on %s until %s".formatted(name.en(), machine.en(), until.en()),
                        "%s chạy trên %s đến %s".formatted(name.vi(), machine.vi(), until.vi()));
            case SETUP -> setup(stretch, work, length, machine);
            case DRYING ->
                both(
                        "%s of drying after %s, until %s".formatted(length.en(), name.en(), until.en()),
                        "chờ khô %s sau khi %s, đến %s".formatted(length.vi(), name.vi(), until.vi()));
            case MACHINE -> taken(stretch, machine, until);
            case TOOL ->
                both(
                        "its plates or die are on %s until %s (order %s)"
                                .formatted(
                                        machine.en(),
                                        at(stretch.from()).en(),
                                        work.task().order().id()),
                        "kẽm hoặc khuôn đang ở %s đến %s (đơn %s)"
                                .formatted(
                                        machine.vi(),
                                        at(stretch.from()).vi(),
                                        work.task().order().id()));
            case CLOSED ->
                both(
                        "%s opens %s".formatted(machine.en(), until.en()),
                        "%s mở ca %s".formatted(machine.vi(), until.vi()));
            case RUNNING ->
                both(
                        "%s ends its running job %s".formatted(machine.en(), until.en()),
                        "%s xong việc đang chạy %s".formatted(machine.vi(), until.vi()));
            case DOWN ->
                both(
                        "%s is out of work until %s".formatted(machine.en(), until.en()),
                        "%s ngừng máy đến %s".formatted(machine.vi(), until.vi()));
            case FOLLOWER -> follower(stretch, name);
            case SLACK, RELEASE ->
                both(
                        "%s in which nothing holds it any more".formatted(length.en()),
                        "%s không còn gì phải chờ".formatted(length.vi()));
        };
    }

    private Both follower(Stretch stretch, Both name) {
        Task own = stretch.works().get(0).task();
        Placement next = stretch.works().get(1);
        Both follows = Words.operation(next.task().order(), next.task().operation());
        Both start = at(next.start());
        Both most = Words.duration(
                Stranded.minutes(Objects.requireNonNull(own.operation().maxLag())));
        return both(
                "%s is held back until %s, so that %s at %s follows within %s"
                        .formatted(name.en(), at(stretch.to()).en(), follows.en(), start.en(), most.en()),
                "%s lùi đến %s để %s lúc %s theo kịp trong %s"
                        .formatted(name.vi(), at(stretch.to()).vi(), follows.vi(), start.vi(), most.vi()));
    }

    private Both setup(Stretch stretch, Placement work, Both length, Both machine) {
        Placement before = work.before();
        String changes =
                problem.machines().get(stretch.machine()).reason(before == null ? null : before.task(), work.task());
        return both(
                "%s of setup on %s%s"
                        .formatted(length.en(), machine.en(), changes.isEmpty() ? "" : " (" + changes + ")"),
                "chuẩn bị %s %s%s"
                        .formatted(
                                machine.vi(),
                                length.vi(),
                                changes.isEmpty() ? "" : " (" + SetupWords.vi(changes) + ")"));
    }

    private Both taken(Stretch stretch, Both machine, Both until) {
        List<String> orders = stretch.works().stream()
                .map(w -> w.task().order().id())
                .distinct()
                .toList();
        String named = String.join(", ", orders.subList(0, Math.min(MOST_ORDERS, orders.size())));
        int more = orders.size() - MOST_ORDERS;
        return both(
                "%s is taken until %s (order%s %s%s)"
                        .formatted(
                                machine.en(),
                                until.en(),
                                orders.size() == 1 ? "" : "s",
                                named,
                                more > 0 ? " and %d before".formatted(more) : ""),
                "%s bận đến %s (đơn %s%s)"
                        .formatted(
                                machine.vi(),
                                until.vi(),
                                named,
                                more > 0 ? " và %d đơn trước đó".formatted(more) : ""));
    }

    private static Both both(String en, String vi) {
        return new Both(en, vi);
    }

    private Machine machine(Stretch stretch) {
        return problem.machines().get(stretch.machine()).machine();
    }

    private Both at(int minute) {
        return words.time(problem.time().at(minute));
    }
}
