package vn.nhain.scheduler.race.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.PlantEvent;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;

/** Draws one event of every kind that matters soon, from a seed; a kind for which the plan has no case is left out. */
final class Draw {
    private static final Duration SOON = Duration.ofHours(4);
    private static final Duration DAY = Duration.ofDays(1);

    private final ScheduleRequest now;
    private final Predicate<ScheduleRequest> plansAllOfNew;
    private final SplittableRandom random;
    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Actual> actuals = new HashMap<>();
    /** What has not begun, by start. */
    private final List<PlannedOperation> ahead;

    /** Id of the order that is added. */
    static final String NEW = "NEW-1";

    /**
     * A draw.
     *
     * @param now the problem before the event, with a plan in force
     * @param plansAllOfNew whether everything of order {@link #NEW} can be planned
     * @param seed of what is drawn
     */
    Draw(ScheduleRequest now, Predicate<ScheduleRequest> plansAllOfNew, long seed) {
        this.now = now;
        this.plansAllOfNew = plansAllOfNew;
        this.random = new SplittableRandom(seed);
        now.orders().forEach(o -> orders.put(o.id(), o));
        now.actuals().forEach(a -> actuals.put(a.orderId() + "/" + a.operationId(), a));
        this.ahead = now.inForce().stream()
                .filter(o -> !actuals.containsKey(o.orderId() + "/" + o.operationId()))
                .sorted(Comparator.comparing(PlannedOperation::start)
                        .thenComparing(PlannedOperation::orderId)
                        .thenComparing(PlannedOperation::operationId))
                .toList();
    }

    List<Happening> all() {
        List<Happening> drawn = new ArrayList<>(List.of(Happening.NOTHING));
        List.of(
                        machineDown(),
                        orderAdded(),
                        orderChanged(),
                        orderCancelled(),
                        paperLate(),
                        qualityRed(),
                        startedEarly(),
                        startedLate(),
                        finishedEarly(),
                        finishedLate())
                .forEach(event -> event.ifPresent(drawn::add));
        return drawn;
    }

    private Optional<Happening> machineDown() {
        return one(ahead, o -> isPrint(o) && isWithin(o, SOON))
                .map(o -> Happening.of(
                        "machine-down",
                        new PlantEvent.MachineDown(
                                o.machineId(), now.origin(), now.origin().plus(SOON)),
                        on(o.machineId())));
    }

    /** One that is known is ordered again, to be made in three days. */
    private Optional<Happening> orderAdded() {
        Instant due = now.origin().plus(Duration.ofDays(3));
        List<Order> tried = shuffled(List.copyOf(now.orders()));
        return tried.stream()
                .map(o -> new PlantEvent.OrderChanged(copy(o, NEW, due)))
                .filter(event -> plansAllOfNew.test(event.applyTo(now)))
                .findFirst()
                .map(event -> Happening.of("order-added", event, o -> false));
    }

    private Optional<Happening> orderChanged() {
        return one(ahead, o -> isWithin(o, DAY) && !hasBegun(o.orderId())).map(o -> {
            Order order = order(o);
            PlantEvent sooner = new PlantEvent.OrderChanged(
                    copy(order, order.id(), order.due().minus(DAY)));
            return Happening.of("order-changed", sooner, of(order.id()));
        });
    }

    private Optional<Happening> orderCancelled() {
        return one(ahead, o -> isWithin(o, SOON) && !hasBegun(o.orderId()))
                .map(o -> Happening.of("order-cancelled", new PlantEvent.OrderCancelled(o.orderId()), of(o.orderId())));
    }

    /** The largest lot of a paper that is printed on within a day comes a day later; who gets which lot may change. */
    private Optional<Happening> paperLate() {
        return one(
                        ahead,
                        o -> isPrint(o) && isWithin(o, DAY) && lot(material(o)).isPresent())
                .map(o -> {
                    StockLot lot = lot(material(o)).orElseThrow();
                    return Happening.of(
                            "paper-late",
                            new PlantEvent.PaperMoved(lot.id(), now.origin().plus(DAY)),
                            p -> isPrint(p) && material(p).equals(lot.materialId()));
                });
    }

    private Optional<Happening> qualityRed() {
        int red = 1;
        return one(
                        ahead,
                        o -> isPrint(o)
                                && isWithin(o, DAY)
                                && operation(o).form().quality().rank() > red)
                .map(o -> Happening.of(
                        "quality-red",
                        new PlantEvent.QualityChanged(o.machineId(), QualityState.RED),
                        on(o.machineId())));
    }

    /** The next job of a machine that stands idle begins now. */
    private Optional<Happening> startedEarly() {
        Map<String, PlannedOperation> next = new HashMap<>();
        ahead.forEach(o -> next.putIfAbsent(o.machineId(), o));
        now.actuals().stream().filter(a -> !a.done()).forEach(a -> next.remove(a.machineId()));
        return one(ahead, o -> next.containsValue(o) && isWithin(o, SOON) && predecessorsAreDone(o))
                .map(o -> {
                    Instant end = now.origin().plus(Duration.between(o.setupStart(), o.end()));
                    return reported("started-early", started(o, end));
                });
    }

    private Actual started(PlannedOperation o, Instant end) {
        return new Actual(o.orderId(), o.operationId(), o.machineId(), now.origin(), end, false);
    }

    /** It began half an hour later than planned, or now if that is sooner, and ends as much later. */
    private Optional<Happening> startedLate() {
        return one(running(), a -> a.start().isBefore(now.origin())).map(a -> {
            Instant start = earlier(a.start().plus(Duration.ofMinutes(30)), now.origin());
            Instant end = a.end().plus(Duration.between(a.start(), start));
            return reported("started-late", report(a, start, end, false));
        });
    }

    private Optional<Happening> finishedEarly() {
        return one(running(), a -> a.end().isAfter(now.origin().plus(Duration.ofMinutes(10))))
                .map(a -> reported("finished-early", report(a, a.start(), now.origin(), true)));
    }

    private Optional<Happening> finishedLate() {
        return one(running(), a -> true).map(a -> {
            Instant end = a.end().plus(Duration.ofHours(1));
            return reported("finished-late", report(a, a.start(), end, false));
        });
    }

    private static Actual report(Actual a, Instant start, Instant end, boolean done) {
        return new Actual(a.orderId(), a.operationId(), a.machineId(), start, end, done);
    }

    private static Happening reported(String kind, Actual actual) {
        return Happening.of(
                kind,
                new PlantEvent.OperationReported(actual),
                on(actual.machineId()).or(of(actual.orderId())));
    }

    private List<Actual> running() {
        return now.actuals().stream().filter(a -> !a.done()).toList();
    }

    private boolean predecessorsAreDone(PlannedOperation o) {
        return operation(o).predecessors().stream().allMatch(id -> {
            Actual before = actuals.get(o.orderId() + "/" + id);
            return before != null && before.done();
        });
    }

    private boolean hasBegun(String orderId) {
        return now.actuals().stream().anyMatch(a -> a.orderId().equals(orderId));
    }

    private boolean isWithin(PlannedOperation o, Duration ahead) {
        return o.setupStart().isBefore(now.origin().plus(ahead));
    }

    private static boolean isPrint(PlannedOperation o) {
        return o.kind() == OperationKind.PRINT;
    }

    private static Predicate<PlannedOperation> on(String machineId) {
        return o -> o.machineId().equals(machineId);
    }

    private static Predicate<PlannedOperation> of(String orderId) {
        return o -> o.orderId().equals(orderId);
    }

    private Optional<StockLot> lot(String materialId) {
        return now.stock().lots().stream()
                .filter(lot -> lot.materialId().equals(materialId))
                .filter(lot -> lot.expires() == null
                        || lot.expires().isAfter(now.origin().plus(DAY)))
                .max(Comparator.comparing(StockLot::sheets).thenComparing(StockLot::id));
    }

    private String material(PlannedOperation o) {
        return operation(o).form().materialId();
    }

    private Order order(PlannedOperation o) {
        return Objects.requireNonNull(orders.get(o.orderId()));
    }

    private Operation operation(PlannedOperation o) {
        return order(o).operations().stream()
                .filter(operation -> operation.id().equals(o.operationId()))
                .findFirst()
                .orElseThrow();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private <T> Optional<T> one(List<T> from, Predicate<T> fits) {
        List<T> fitting = from.stream().filter(fits).toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(random.nextInt(fitting.size())));
    }

    private <T> List<T> shuffled(List<T> list) {
        return list.stream()
                .collect(Collectors.toMap(item -> random.nextLong(), item -> item, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static Order copy(Order o, String id, Instant due) {
        Duration promise = Duration.between(o.due(), o.customerDue());
        return new Order(
                id,
                o.customer(),
                o.product(),
                o.title(),
                o.quantity(),
                due,
                due.plus(promise),
                o.priority(),
                o.rush(),
                o.repeatOf(),
                o.fsc(),
                o.status(),
                o.gates(),
                o.operations());
    }
}
