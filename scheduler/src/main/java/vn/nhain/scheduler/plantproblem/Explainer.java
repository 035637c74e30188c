package vn.nhain.scheduler.plantproblem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.Cause;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.Explanation.Story;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.Schedule.Unplanned;
import vn.nhain.scheduler.words.Words;

/**
 * Explains orders of a plan by what is known now: a plan that was made before is explained as it stands, and what no longer
 * holds an operation back is told as slack.
 */
public final class Explainer {
    private final PlantProblem problem;
    private final Schedule schedule;
    private final List<@Nullable Placement> placements;
    private final CauseWriter writer;

    /** Explains {@code schedule}, which is a plan of {@code problem} or of what it was before. */
    public Explainer(PlantProblem problem, Schedule schedule) {
        this.problem = problem;
        this.schedule = schedule;
        this.placements = PublishedPlacements.of(problem, schedule.operations());
        this.writer = new CauseWriter(problem);
    }

    /**
     * Why an order is where it is.
     *
     * @throws IllegalArgumentException when the problem has no such order
     */
    public Explanation explain(String orderId) {
        Order order = problem.request().orders().stream()
                .filter(o -> o.id().equals(orderId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The order (%s) is not one of the problem's. Name one of its orders.".formatted(orderId)));
        List<Placement> own = placements.stream()
                .filter(p -> p != null && p.task().order().id().equals(orderId))
                .map(Objects::requireNonNull)
                .sorted(Comparator.comparing(Placement::start))
                .toList();
        List<Unplanned> unplanned = unplanned(order);
        Optional<Placement> last = own.stream().max(Comparator.comparing(Placement::end));
        @Nullable Instant end = unplanned.isEmpty() ? end(order, last) : null;
        List<Cause> path =
                end != null && last.isPresent() && end.equals(at(last.get().end()))
                        ? writer.write(order, Chain.until(problem, placements, last.get()))
                        : List.of();
        long late = end == null
                ? 0
                : Math.max(0, -Math.floorDiv(-Duration.between(order.due(), end).toSeconds(), 60L));
        return new Explanation(
                orderId,
                problem.time().origin(),
                order.due(),
                end,
                problem.time().until(order.due()),
                path.isEmpty() ? 0 : last.orElseThrow().end(),
                late,
                path,
                byCause(path),
                stories(order, own),
                unplanned,
                lines(own, end == null ? Map.of() : Map.of(order, end)));
    }

    private List<Story> stories(Order order, List<Placement> own) {
        List<Story> stories = new ArrayList<>();
        for (PlannedOperation o : schedule.operations()) {
            if (o.orderId().equals(order.id()) && isFixed(o)) {
                stories.add(new Story(
                        o.operationId(),
                        o.kind(),
                        name(order, o.operationId()),
                        o.machineId(),
                        o.setupStart(),
                        o.start(),
                        o.end(),
                        List.of(),
                        new Reason("frozen", "has started", "đã bắt đầu"),
                        Map.of()));
            }
        }
        own.forEach(p -> stories.add(story(order, p)));
        stories.sort(Comparator.comparing(Story::start));
        return stories;
    }

    private Story story(Order order, Placement placement) {
        List<Cause> chain = writer.write(order, Chain.before(problem, placements, placement));
        return new Story(
                placement.task().operation().id(),
                placement.task().operation().kind(),
                name(order, placement.task().operation().id()),
                problem.machines().get(placement.machine()).machine().id(),
                at(placement.setupStart()),
                at(placement.start()),
                at(placement.end()),
                chain,
                CauseWriter.sentence(chain),
                lines(List.of(placement), Map.of()));
    }

    private static Reason name(Order order, String operationId) {
        Words.Both name = Words.operation(order, Operations.of(order, operationId));
        return new Reason("", name.en(), name.vi());
    }

    private boolean isFixed(PlannedOperation o) {
        return problem.fixed().stream()
                .anyMatch(row -> row.order().id().equals(o.orderId())
                        && row.operation().id().equals(o.operationId()));
    }

    /** What the problem bars, and what the plan does not know yet. */
    private List<Unplanned> unplanned(Order order) {
        List<Unplanned> unplanned = new ArrayList<>();
        problem.barred().stream()
                .filter(b -> b.order().equals(order))
                .forEach(b ->
                        unplanned.add(new Unplanned(order.id(), b.operation().id(), b.reason())));
        for (Task task : problem.tasks()) {
            if (task.order().equals(order) && placements.get(task.index()) == null) {
                unplanned.add(new Unplanned(
                        order.id(),
                        task.operation().id(),
                        new Reason("origin", "came after the plan was made", "có sau khi lập kế hoạch")));
            }
        }
        return unplanned;
    }

    private @Nullable Instant end(Order order, Optional<Placement> last) {
        Optional<Instant> fixed = problem.fixed().stream()
                .filter(row -> row.order().equals(order))
                .map(row -> row.actual().end())
                .max(Comparator.naturalOrder());
        Optional<Instant> planned = last.map(p -> at(p.end()));
        return fixed.filter(f -> planned.isEmpty() || f.isAfter(planned.get()))
                .or(() -> planned)
                .orElse(null);
    }

    private static Map<String, Long> byCause(List<Cause> path) {
        Map<String, Long> minutes = new LinkedHashMap<>();
        for (Cause cause : path) {
            minutes.merge(cause.code(), cause.minutes(), Long::sum);
            if (cause.closedMinutes() > 0) {
                minutes.merge("calendar", cause.closedMinutes(), Long::sum);
            }
        }
        return minutes;
    }

    private Map<String, Double> lines(List<Placement> of, Map<Order, Instant> ends) {
        return new FiguresWriter(problem, of).figures(List.of(), ends).lines();
    }

    private Instant at(int minute) {
        return problem.time().at(minute);
    }
}
