package vn.nhain.scheduler.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.QuantityChain;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.words.Words;

/** Lays a published plan out as facts: the floor's word on what has started, the plan's on the rest. */
final class PlanReader {
    private static final Duration MARGIN = Duration.ofDays(1);

    private final ScheduleRequest request;
    private final Schedule schedule;
    private final Instant origin;
    private final Map<String, Work.Task> tasks = new LinkedHashMap<>();
    private final Map<String, Actual> actuals = new HashMap<>();

    private PlanReader(ScheduleRequest request, Schedule schedule) {
        this.request = request;
        this.schedule = schedule;
        Instant whole = request.origin().truncatedTo(ChronoUnit.MINUTES);
        this.origin = whole.equals(request.origin()) ? whole : whole.plus(1, ChronoUnit.MINUTES);
        Map<String, PlannedOperation> kept = new HashMap<>();
        request.inForce().forEach(o -> kept.put(Work.key(o.orderId(), o.operationId()), o));
        for (Order order : request.orders()) {
            if (order.status() != OrderStatus.DONE && order.status() != OrderStatus.CANCELLED) {
                tasksOf(order, kept);
            }
        }
        request.actuals().forEach(a -> actuals.put(Work.key(a.orderId(), a.operationId()), a));
    }

    static PublishedPlan read(ScheduleRequest request, Schedule schedule) {
        return new PlanReader(request, schedule).plan();
    }

    private void tasksOf(Order order, Map<String, PlannedOperation> kept) {
        Map<String, Quantities> chain = QuantityChain.of(order, request.plant());
        for (Operation operation : order.operations()) {
            String key = Work.key(order.id(), operation.id());
            tasks.put(
                    key,
                    new Work.Task(
                            order,
                            operation,
                            Objects.requireNonNull(chain.get(operation.id())),
                            unitVnd(order, operation),
                            kept.get(key)));
        }
    }

    /** Paper in one unit that goes into an operation: of what comes from several, the mean by their quantities. */
    private double unitVnd(Order order, Operation operation) {
        if (operation.predecessors().isEmpty()) {
            return request.plant()
                    .findMaterial(operation.form().materialId())
                    .map(Material::sheetPriceVnd)
                    .orElse(0.0);
        }
        double vnd = 0;
        double units = 0;
        for (Operation before : order.operations()) {
            if (operation.predecessors().contains(before.id())) {
                vnd += before.goodQuantity() * unitVnd(order, before) * before.inputs() / before.outputs();
                units += before.goodQuantity();
            }
        }
        return vnd / units;
    }

    private PublishedPlan plan() {
        List<Work> work = new ArrayList<>();
        Map<String, List<Row>> byMachine = rows().stream().collect(Collectors.groupingBy(r -> r.machine.id()));
        byMachine.values().forEach(rows -> work.addAll(inSequence(rows)));
        return new PublishedPlan(facts(work), work, ends(work), follows(work), supplies());
    }

    /** A row before it is known what ran before it. */
    private record Row(Work.Task task, Machine machine, Work.Times times) {}

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        actuals.forEach((key, a) -> add(rows, key, a.machineId(), started(tasks.get(key), a)));
        for (PlannedOperation o : schedule.operations()) {
            String key = Work.key(o.orderId(), o.operationId());
            if (!actuals.containsKey(key)) {
                Work.Times times = new Work.Times(
                        minute(o.setupStart()),
                        minute(o.start()),
                        minute(o.end()),
                        false,
                        false,
                        o.quantity(),
                        o.unitsIn());
                add(rows, key, o.machineId(), times);
            }
        }
        return rows;
    }

    private Work.Times started(Work.@Nullable Task task, Actual a) {
        int start = minute(a.start());
        int quantity = task == null ? 0 : task.quantities().goodOut();
        int unitsIn = task == null ? 0 : task.quantities().unitsIn();
        return new Work.Times(start, start, PlantHours.from(origin, a.end()), true, a.done(), quantity, unitsIn);
    }

    /** What nobody wants any more, and what stands on machines that are gone, is not in the way of anybody. */
    private void add(List<Row> rows, String key, String machineId, Work.Times times) {
        Work.Task task = tasks.get(key);
        request.plant().findMachine(machineId).ifPresent(machine -> {
            if (task != null) {
                rows.add(new Row(task, machine, times));
            }
        });
    }

    private static List<Work> inSequence(List<Row> rows) {
        List<Work> sequence = new ArrayList<>();
        Form standing = null;
        int waitsFrom = -1;
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparing((Row r) -> !r.times.started()).thenComparing(r -> r.times.start()))
                .toList();
        for (Row row : sorted) {
            sequence.add(new Work(row.task, row.machine, row.times, new Work.Before(standing, waitsFrom)));
            standing = row.task.operation().form();
            waitsFrom = row.times.done() ? waitsFrom : Math.max(waitsFrom, row.times.end());
        }
        return sequence;
    }

    private Facts facts(List<Work> work) {
        int last = work.stream().mapToInt(Work::end).max().orElse(0);
        int minutes = Math.max(0, last) + (int) MARGIN.toMinutes();
        Map<String, ScheduleRequest.Recalibration> wanted = new HashMap<>();
        request.recalibrations().forEach(r -> wanted.put(r.machineId(), r));
        Map<String, Integer> recalibratedAt = new HashMap<>();
        schedule.recalibrations().forEach(r -> recalibratedAt.put(r.machineId(), PlantHours.from(origin, r.end())));
        return new Facts(
                request.plant(),
                origin,
                new PlantHours(request, schedule, origin, minutes),
                new Words(request.plant(), origin),
                request.qualityStates(),
                wanted,
                recalibratedAt);
    }

    private List<OrderEnd> ends(List<Work> work) {
        Map<Order, Instant> ends = new LinkedHashMap<>();
        for (Work w : work) {
            Actual actual = actuals.get(w.key());
            Instant end = actual == null ? origin.plusSeconds(60L * w.end()) : actual.end();
            ends.merge(w.order(), end, (a, b) -> a.isAfter(b) ? a : b);
        }
        List<OrderEnd> list = new ArrayList<>();
        ends.forEach((order, end) -> list.add(
                new OrderEnd(order, end, minutesAfter(order.due(), end), minutesAfter(order.customerDue(), end))));
        return list;
    }

    private static long minutesAfter(Instant due, Instant end) {
        long seconds = Duration.between(due, end).toSeconds();
        return seconds <= 0 ? 0 : (seconds + 59) / 60;
    }

    private static List<Follows> follows(List<Work> work) {
        return work.stream()
                .flatMap(w -> w.operation().predecessors().stream()
                        .map(p -> new Follows(Work.key(w.order().id(), p), w.key())))
                .toList();
    }

    private List<Supply> supplies() {
        return request.plant().materials().stream()
                .map(material -> new Supply(material.id(), lots(material.id()), origin))
                .toList();
    }

    private List<StockLot> lots(String materialId) {
        return request.stock().lots().stream()
                .filter(lot -> lot.materialId().equals(materialId))
                .toList();
    }

    private int minute(Instant instant) {
        return PlantHours.until(origin, instant);
    }
}
