package vn.nhain.scheduler.plantproblem;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.nhain.plant.QuantityChain;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.words.Words;

/** Builds the problem of a request: what is fixed, what is barred, and what remains to be planned. */
final class PlantProblemBuilder {
    private final ScheduleRequest request;
    private final int horizon;
    private final PlanTime time;
    private final Words words;
    private final List<Order> orders;
    private final Map<String, Actual> actuals = new HashMap<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<FixedRow> fixed = new ArrayList<>();
    private final Map<String, FixedRow> fixedByKey = new HashMap<>();
    private final int paperUntil;
    private final Frozen frozen;
    private final Map<String, Reason> stranded;
    private final StartedWork started;

    /**
     * A builder.
     *
     * @param horizon minutes for which calendars are laid out
     * @param paperUntil paper that expires before this minute is not reserved, and no plan may end after it
     * @param stranded what was found to be unable to keep a maximum lag, and why it is barred, by key
     */
    PlantProblemBuilder(ScheduleRequest request, int horizon, int paperUntil, Map<String, Reason> stranded) {
        this.stranded = stranded;
        this.request = request;
        this.horizon = horizon;
        this.paperUntil = paperUntil;
        Instant whole = request.origin().truncatedTo(ChronoUnit.MINUTES);
        this.time = new PlanTime(whole.equals(request.origin()) ? whole : whole.plus(1, ChronoUnit.MINUTES));
        this.words = new Words(request.plant(), time.origin());
        this.orders = request.orders().stream()
                .filter(o -> o.status() != OrderStatus.DONE && o.status() != OrderStatus.CANCELLED)
                .toList();
        this.frozen = new Frozen(request, time);
        this.started = new StartedWork(request.plant(), time, words, fixedByKey);
        request.actuals().forEach(a -> actuals.put(key(a.orderId(), a.operationId()), a));
    }

    PlantProblem build() {
        List<PlantMachine> machines = new MachineSetup(request, time, horizon).machines();
        draft(machines);
        reservePaper();
        barSuccessors();
        List<List<Draft>> pinned = pin(machines);
        List<Integer> pinnedInOrder = new ArrayList<>();
        List<Task> unlinked = tasks(machines);
        frozen.byKey().keySet().forEach(key -> {
            Draft draft = drafts.get(key);
            if (draft != null && draft.pinnedTo >= 0) {
                pinnedInOrder.add(draft.index);
            }
        });
        List<Task> tasks = new Handovers(machines, words, time).among(unlinked, pinnedInOrder, fixed);
        List<Barred> barred = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            if (draft.barrier != null) {
                barred.add(new Barred(draft.order, draft.operation, draft.barrier));
            }
        }
        return new PlantProblem(
                request,
                time,
                machines,
                tasks,
                pinned.stream().map(l -> l.stream().map(d -> d.index).toList()).toList(),
                fixed,
                barred,
                horizon,
                paperUntil);
    }

    List<String> impossible() {
        Options options = new Options(new MachineSetup(request, time, horizon).machines(), time, words).inGreen();
        List<String> mistakes = new ArrayList<>();
        for (Order order : orders) {
            Map<String, Quantities> chain = QuantityChain.of(order, request.plant());
            for (Operation operation : order.operations()) {
                Options.Found found = options.of(operation, Objects.requireNonNull(chain.get(operation.id())));
                if (found.runMinutes().isEmpty()) {
                    mistakes.add("The operation (%s) of order (%s) can never run: %s."
                            .formatted(
                                    operation.id(), order.id(), found.barrier().en()));
                }
            }
        }
        return mistakes;
    }

    private void draft(List<PlantMachine> machines) {
        Gates gates = new Gates(time, words);
        Options options = new Options(machines, time, words);
        for (Order order : orders) {
            Map<String, Quantities> chain = QuantityChain.of(order, request.plant());
            Map<String, Double> values = Values.unitIn(request.plant(), order);
            Optional<Reason> gate = gates.barrier(order);
            Release release = gates.release(order);
            for (Operation operation : OperationOrder.of(order)) {
                String key = key(order.id(), operation.id());
                Quantities quantities = Objects.requireNonNull(chain.get(operation.id()));
                Actual actual = actuals.get(key);
                if (actual != null) {
                    FixedRow row = new FixedRow(order, operation, quantities, actual, time.from(actual.end()));
                    fixed.add(row);
                    fixedByKey.put(key, row);
                    continue;
                }
                double value = Objects.requireNonNull(values.get(operation.id()));
                Options.Found found = options.of(operation, quantities);
                Draft draft = new Draft(order, operation, quantities, value, release, found);
                draft.barrier = gate.orElse(found.runMinutes().isEmpty() ? found.barrier() : stranded.get(key));
                drafts.put(key, draft);
            }
        }
    }

    /** Paper goes to frozen work, then to certified orders, rush orders, high priority, early due dates. */
    private void reservePaper() {
        PaperBook book = new PaperBook(request.stock(), time, words, time.at(paperUntil));
        Comparator<Draft> urgency = Comparator.comparing(
                        (Draft d) -> !frozen.byKey().containsKey(key(d)))
                .thenComparing(d -> !d.order.fsc())
                .thenComparing(d -> !d.order.rush())
                .thenComparing(d -> -d.order.priority())
                .thenComparing(d -> d.order.due())
                .thenComparing(d -> d.order.id());
        drafts.values().stream()
                .filter(d -> d.barrier == null && d.operation.predecessors().isEmpty())
                .sorted(urgency)
                .forEach(d -> reserve(book, d));
    }

    private void reserve(PaperBook book, Draft draft) {
        String material = draft.operation.form().materialId();
        int sheets = draft.quantities.unitsIn();
        boolean certified = draft.order.fsc();
        Optional<Release> paper = book.reserve(material, sheets, certified);
        if (paper.isPresent()) {
            draft.release = draft.release.later(paper.get());
        } else {
            draft.barrier = book.barrier(material, sheets, certified);
        }
    }

    /** What follows a barred operation is barred too. Drafts come predecessors first. */
    private void barSuccessors() {
        for (Draft draft : drafts.values()) {
            for (String id : draft.operation.predecessors()) {
                Draft predecessor = drafts.get(key(draft.order.id(), id));
                if (draft.barrier == null && predecessor != null && predecessor.barrier != null) {
                    Words.Both kind = Words.kind(predecessor.operation.kind());
                    draft.barrier = new Reason(
                            "part",
                            "waits for %s (%s), which is barred: %s".formatted(kind.en(), id, predecessor.barrier.en()),
                            "chờ %s (%s), chưa làm được: %s".formatted(kind.vi(), id, predecessor.barrier.vi()));
                }
            }
        }
    }

    /**
     * Frozen operations by machine, as far as they are still possible and all that they wait for is fixed or frozen. What a
     * downtime breaks is free to go elsewhere, with all that comes after it on its machine; so is what must wait longer.
     */
    private List<List<Draft>> pin(List<PlantMachine> machines) {
        Map<String, Integer> index = indexById(machines);
        List<List<Draft>> pinned = new ArrayList<>();
        machines.forEach(m -> pinned.add(new ArrayList<>()));
        Set<Integer> broken = new HashSet<>();
        Map<String, Draft> pinnedByKey = new HashMap<>();
        for (PlannedOperation keeps : frozen.byKey().values()) {
            Draft draft = drafts.get(key(keeps.orderId(), keeps.operationId()));
            Integer machine = index.get(keeps.machineId());
            if (draft == null || machine == null || broken.contains(machine)) {
                continue;
            }
            Integer run = draft.options.runMinutes().get(machine);
            if (frozen.isBroken(keeps, machines.get(machine), run)) {
                broken.add(machine);
            } else if (run != null
                    && draft.barrier == null
                    && !frozen.isHeldUp(keeps, readyAt(draft))
                    && time.until(keeps.start()) <= started.latestStart(draft)
                    && draft.operation.predecessors().stream().allMatch(id -> settled(draft.order, id))) {
                draft.pinTo(machine);
                pinned.get(machine).add(draft);
                pinnedByKey.put(key(draft), draft);
            }
        }
        for (String key : frozen.held(pinnedByKey.keySet())) {
            Draft draft = Objects.requireNonNull(pinnedByKey.get(key));
            draft.release = draft.release.later(frozen.release(key));
        }
        return pinned;
    }

    /** When paper, gates and work that has started before let it start. */
    private int readyAt(Draft draft) {
        return draft.operation.predecessors().stream()
                .map(id -> fixedByKey.get(key(draft.order.id(), id)))
                .filter(Objects::nonNull)
                .mapToInt(row -> started.after(row).minute())
                .reduce(draft.release.minute(), Math::max);
    }

    private boolean settled(Order order, String operationId) {
        String key = key(order.id(), operationId);
        Draft draft = drafts.get(key);
        return fixedByKey.containsKey(key) || (draft != null && draft.pinnedTo >= 0);
    }

    private List<Task> tasks(List<PlantMachine> machines) {
        List<Task> tasks = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            if (draft.barrier != null) {
                continue;
            }
            draft.index = tasks.size();
            List<Task.Link> links = new ArrayList<>();
            Release release = draft.release;
            for (String id : draft.operation.predecessors()) {
                String key = key(draft.order.id(), id);
                FixedRow row = fixedByKey.get(key);
                if (row != null) {
                    release = release.later(started.after(row));
                    started.after(row, draft, machines);
                } else {
                    Draft predecessor = Objects.requireNonNull(drafts.get(key));
                    links.add(new Task.Link(
                            predecessor.index,
                            minutes(predecessor.operation.minLag()),
                            predecessor.operation.kind() == OperationKind.PRINT,
                            predecessor.operation.maxLag() == null
                                    ? Windows.NEVER
                                    : Stranded.minutes(predecessor.operation.maxLag())));
                }
            }
            tasks.add(new Task(
                    draft.index,
                    draft.order,
                    draft.operation,
                    Setting.of(draft.operation.form()),
                    draft.quantities,
                    draft.unitValue,
                    draft.options.runMinutes(),
                    release,
                    draft.options.releaseOn(),
                    links,
                    draft.options.excludedByQuality(),
                    draft.pinnedTo >= 0,
                    started.latestStart(draft),
                    List.of(),
                    0));
        }
        return tasks;
    }

    private static String key(Draft draft) {
        return key(draft.order.id(), draft.operation.id());
    }

    static String key(String orderId, String operationId) {
        return orderId + "/" + operationId;
    }

    static int minutes(Duration duration) {
        return Math.toIntExact(-Math.floorDiv(-duration.toSeconds(), 60));
    }

    static Map<String, Integer> indexById(List<PlantMachine> machines) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < machines.size(); i++) {
            index.put(machines.get(i).machine().id(), i);
        }
        return index;
    }
}
