package vn.nhain.scheduler.plantproblem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.Cause;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.plantproblem.Windows.Window;
import vn.nhain.scheduler.words.Words;

/** What might help a late order, read off its path: what took the time is what could be changed. */
public final class RemedyIdeas {
    private static final int MOST_OVERTIME_MINUTES = 240;
    private static final int LEAST_OVERTIME_MINUTES = 30;
    /** A lot below an hour is not worth a second setup. */
    private static final int LEAST_SPLIT_MINUTES = 60;
    /** Grammage of a substitute paper may differ by so much (customer's consent is asked for in words). */
    private static final double SUBSTITUTE_GSM = 0.05;

    private final PlantProblem problem;
    private final ScheduleRequest request;
    private final Order order;
    private final Explanation explanation;
    private final Words words;

    private RemedyIdeas(PlantProblem problem, Explanation explanation) {
        this.problem = problem;
        this.request = problem.request();
        this.explanation = explanation;
        this.words = new Words(problem.plant(), problem.time().origin());
        this.order = request.orders().stream()
                .filter(o -> o.id().equals(explanation.orderId()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A changed problem.
     *
     * @param what the change, in words
     * @param problem the problem after it
     */
    public record Idea(Reason what, PlantProblem problem) {}

    /** Ideas for an order, one of a kind at most; none of them is tried yet. */
    public static List<Idea> of(PlantProblem problem, Explanation explanation) {
        RemedyIdeas ideas = new RemedyIdeas(problem, explanation);
        List<Idea> found = new ArrayList<>();
        found.add(new Idea(
                new Reason("first", "let this order go before others", "cho đơn này làm trước các đơn khác"), problem));
        ideas.overtime().ifPresent(found::add);
        ideas.otherMachine().ifPresent(found::add);
        ideas.split().ifPresent(found::add);
        ideas.otherPaper().ifPresent(found::add);
        return found;
    }

    /** The longest closed time of the path, opened up to four hours. */
    private Optional<Idea> overtime() {
        return explanation.path().stream()
                .filter(c -> c.machineId() != null)
                .filter(c -> c.code().equals("calendar") || c.closedMinutes() > 0)
                .max(Comparator.comparing((Cause c) -> c.code().equals("calendar") ? c.minutes() : c.closedMinutes()))
                .flatMap(this::overtime);
    }

    private Optional<Idea> overtime(Cause closed) {
        String id = Objects.requireNonNull(closed.machineId());
        int machine = Objects.requireNonNull(problem.machineIndex().get(id));
        int from = problem.time().until(closed.from());
        int until = problem.time().until(closed.until());
        List<Window> windows = problem.machines().get(machine).windows().list();
        for (int i = 1; i < windows.size(); i++) {
            int shut = windows.get(i - 1).to();
            int open = Math.min(windows.get(i).from(), shut + MOST_OVERTIME_MINUTES);
            if (windows.get(i).from() > from && shut < until && open - shut >= LEAST_OVERTIME_MINUTES) {
                Instant begin = problem.time().at(shut);
                Instant end = problem.time().at(open);
                Words.Both name = Words.machine(problem.machines().get(machine).machine());
                Words.Both at = words.time(begin);
                Words.Both length = Words.duration(open - shut);
                return Optional.of(new Idea(
                        new Reason(
                                "overtime",
                                "%s of overtime on %s from %s".formatted(length.en(), name.en(), at.en()),
                                "tăng ca %s trên %s từ %s".formatted(length.vi(), name.vi(), at.vi())),
                        PlantProblem.of(request.on(Overtime.open(request.plant(), id, begin, end)))));
            }
        }
        return Optional.empty();
    }

    /** The operation of the order that waits longest for its machine, on any other one. */
    private Optional<Idea> otherMachine() {
        Task longest = null;
        long most = 0;
        for (Explanation.Story story : explanation.operations()) {
            Task task = task(story.operationId());
            long waits = story.chain().stream()
                    .filter(c -> c.code().equals("machine") || c.code().equals("down"))
                    .filter(c -> story.machineId().equals(c.machineId()))
                    .mapToLong(Cause::minutes)
                    .sum();
            if (task != null && !task.pinned() && task.runMinutes().size() > 1 && waits > most) {
                longest = task;
                most = waits;
            }
        }
        if (longest == null) {
            return Optional.empty();
        }
        Task task = longest;
        String from = explanation.operations().stream()
                .filter(s -> s.operationId().equals(task.operation().id()))
                .map(Explanation.Story::machineId)
                .findFirst()
                .orElseThrow();
        Words.Both name = Words.operation(order, task.operation());
        return Optional.of(new Idea(
                new Reason(
                        "machine",
                        "%s on another machine than %s".formatted(name.en(), from),
                        "%s trên máy khác thay cho %s".formatted(name.vi(), from)),
                problem.without(
                        task, Objects.requireNonNull(problem.machineIndex().get(from)))));
    }

    /** The order's longest run that no die binds to one machine, in two lots. */
    private Optional<Idea> split() {
        return explanation.operations().stream()
                .map(s -> task(s.operationId()))
                .filter(Objects::nonNull)
                .filter(t ->
                        !t.pinned() && t.runMinutes().size() > 1 && t.form().toolId() == null)
                .filter(t -> t.operation().goodQuantity() > 1 && leastRun(t) >= LEAST_SPLIT_MINUTES)
                .max(Comparator.comparing(RemedyIdeas::leastRun))
                .map(task -> {
                    Words.Both name = Words.operation(order, task.operation());
                    return new Idea(
                            new Reason(
                                    "split",
                                    "%s in two lots on two machines".formatted(name.en()),
                                    "chia %s làm hai lô trên hai máy".formatted(name.vi())),
                            PlantProblem.of(with(ChangedOrder.split(order, task.operation()))));
                });
    }

    private static int leastRun(Task task) {
        return task.runMinutes().values().stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
    }

    /** When the path ends at paper of this order: paper of the same family, size and weight that is there sooner. */
    private Optional<Idea> otherPaper() {
        return explanation.path().stream()
                .filter(c -> c.code().equals("paper") && order.id().equals(c.orderId()))
                .map(c -> task(Objects.requireNonNull(c.operationId())))
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(this::otherPaper);
    }

    private Optional<Idea> otherPaper(Task task) {
        Operation operation = task.operation();
        Material wanted =
                problem.plant().findMaterial(operation.form().materialId()).orElseThrow();
        return problem.plant().materials().stream()
                .filter(m -> !m.id().equals(wanted.id()) && m.family().equals(wanted.family()))
                .filter(m -> m.sheet().equals(wanted.sheet()))
                .filter(m -> Math.abs(m.gsm() - wanted.gsm()) <= SUBSTITUTE_GSM * wanted.gsm())
                .map(m -> {
                    Words.Both name = words.paper(m.id());
                    return new Idea(
                            new Reason(
                                    "paper",
                                    "%s instead, if the customer agrees".formatted(name.en()),
                                    "dùng %s thay thế, nếu khách đồng ý".formatted(name.vi())),
                            PlantProblem.of(with(ChangedOrder.onPaper(order, wanted.id(), m.id()))));
                })
                .filter(idea -> idea.problem().barred().stream()
                        .noneMatch(b -> b.order().id().equals(order.id())))
                .findFirst();
    }

    private ScheduleRequest with(Order changed) {
        return request.withOrders(request.orders().stream()
                .map(o -> o.id().equals(changed.id()) ? changed : o)
                .toList());
    }

    private @Nullable Task task(String operationId) {
        return problem.tasks().stream()
                .filter(t ->
                        t.order().id().equals(order.id()) && t.operation().id().equals(operationId))
                .findFirst()
                .orElse(null);
    }
}
