package vn.nhain.scheduler.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.QuantityChain;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.Obstacle;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.check.PlantPlan.Row;

/** The hard constraints of a plant's plan, one method a group. */
final class PlantRules {
    private final PlantCase problem;
    private final PlantPlan plan;
    private final PlantWindows windows;
    private final PlantCosts costs;
    private final PlantFollowing following;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Violation> found;

    PlantRules(PlantCase problem, PlantPlan plan) {
        this.problem = problem;
        this.plan = plan;
        this.found = new ArrayList<>(plan.violations());
        Instant last = plan.rows().stream()
                .map(Row::end)
                .max(Comparator.naturalOrder())
                .orElse(problem.origin());
        this.windows = new PlantWindows(problem, last.plus(Duration.ofDays(1)), plan.recalibrated());
        this.following = new PlantFollowing(problem, windows);
        this.costs = new PlantCosts(problem, windows, new StateOverTime(problem, plan));
        for (Order order : problem.orders()) {
            if (order.status() != OrderStatus.DONE && order.status() != OrderStatus.CANCELLED) {
                Map<String, Quantities> chain = QuantityChain.of(order, problem.plant());
                order.operations()
                        .forEach(o -> steps.put(
                                PlantCase.key(order.id(), o.id()),
                                new Step(order, o, Optional.ofNullable(chain.get(o.id())))));
            }
        }
    }

    private record Step(Order order, Operation operation, Optional<Quantities> chain) {
        Quantities quantities() {
            return chain.orElseThrow();
        }

        boolean prints() {
            return operation.kind() == OperationKind.PRINT;
        }
    }

    /** Checks everything; the objective is what the plan costs. */
    Verdict check() {
        plan.rows().forEach(this::identity);
        steps.keySet().forEach(this::presence);
        for (Row row : rows.values()) {
            Machine machine = problem.plant().findMachine(row.machine()).orElse(null);
            PlantCase.Run started = problem.started().get(row.key());
            if (started != null) {
                started(row, started);
            } else if (machine == null) {
                bad("MACHINE", "%s is on machine %s, which the plant does not have", row.key(), row.machine());
            } else {
                eligible(row, step(row), machine);
                run(row, step(row), machine);
                readiness(row, step(row));
            }
        }
        problem.plant().machines().forEach(this::machine);
        found.addAll(new StateOverTime(problem, plan).violations());
        tools();
        paper();
        lateness();
        double total =
                costs.lines().values().stream().mapToDouble(Double::doubleValue).sum();
        return new Verdict(found, total, costs.lines());
    }

    private void identity(Row row) {
        if (!steps.containsKey(row.key())) {
            bad("UNKNOWN_OP", "%s is not in the problem", row.key());
        } else if (rows.putIfAbsent(row.key(), row) != null) {
            bad("DUPLICATE", "%s is planned twice", row.key());
        } else if (plan.unplanned().contains(row.key())) {
            bad("DUPLICATE", "%s is planned and named as left out", row.key());
        }
    }

    private void presence(String key) {
        if (!rows.containsKey(key) && !plan.unplanned().contains(key)) {
            bad("MISSING", "%s is neither planned nor named as left out", key);
        }
    }

    private void started(Row row, PlantCase.Run run) {
        if (!row.machine().equals(run.machine())
                || !row.start().equals(run.start())
                || !row.end().equals(run.end())) {
            bad(
                    "STARTED",
                    "%s has started on %s from %s to %s and must stay so",
                    row.key(),
                    run.machine(),
                    run.start(),
                    run.end());
        }
    }

    private void eligible(Row row, Step step, Machine machine) {
        Optional<Obstacle> obstacle = machine.findObstacle(step.operation);
        if (obstacle.isPresent()) {
            bad("ELIGIBILITY", "%s cannot run on %s: %s", row.key(), row.machine(), obstacle.get());
        }
        QualityState state = new StateOverTime(problem, plan).of(machine, row.start());
        int needed = step.prints() ? step.operation.form().quality().rank() : 1;
        if (obstacle.isEmpty() && state.allowedRank(machine.certified()) < needed) {
            bad(
                    "QUALITY",
                    "%s needs %s, which %s in state %s does not allow",
                    row.key(),
                    step.operation.form().quality(),
                    machine.id(),
                    state);
        }
    }

    private void run(Row row, Step step, Machine machine) {
        Quantities quantities = step.quantities();
        if (row.quantity() != quantities.goodOut() || row.unitsIn() != quantities.unitsIn()) {
            bad(
                    "QUANTITY",
                    "%s must make %d of %d units in, not %d of %d",
                    row.key(),
                    quantities.goodOut(),
                    quantities.unitsIn(),
                    row.quantity(),
                    row.unitsIn());
        }
        if (row.setupStart().isBefore(problem.origin())) {
            bad("NEGATIVE", "the setup of %s begins at %s, before the plan's origin", row.key(), row.setupStart());
        }
        Windows open = windows.of(machine);
        long start = minute(row.start());
        long end = minute(row.end());
        if (!open.open(start)) {
            bad("START_UNAVAILABLE", "%s starts at %s while %s is closed", row.key(), row.start(), row.machine());
        }
        if (!open.open(end - 1)) {
            bad("END_UNAVAILABLE", "%s ends at %s; %s is closed just before", row.key(), row.end(), row.machine());
        }
        int cycles = step.operation.cycles(quantities.goodOut()) + quantities.waste();
        long need = Math.max(1, (long) Math.ceil(machine.runMinutes(step.operation, cycles) - 1e-9))
                + SetupArithmetic.minutesBetweenPasses(machine, step.operation.form());
        long got = open.workBetween(start, end);
        if (got != need) {
            bad("DURATION", "%s gets %d min of work on %s but needs %d", row.key(), got, row.machine(), need);
        }
    }

    private void readiness(Row row, Step step) {
        for (Gate gate : step.order.gates()) {
            if (!gate.cleared() && (gate.expected() == null || row.start().isBefore(gate.expected()))) {
                bad(
                        "GATE",
                        "%s starts at %s, but %s is expected %s",
                        row.key(),
                        row.start(),
                        gate.kind(),
                        gate.expected() == null ? "at no known time" : gate.expected());
            }
        }
        for (String id : step.operation.predecessors()) {
            String key = PlantCase.key(step.order.id(), id);
            Row before = rows.get(key);
            if (before == null) {
                bad("PRECEDENCE", "%s is planned, but %s before it is not", row.key(), key);
            } else {
                Step first = step(before);
                found.addAll(following.violations(row, step.operation, before, first.operation, first.quantities()));
            }
        }
    }

    private void machine(Machine machine) {
        List<Row> sequence = rows.values().stream()
                .filter(r -> r.machine().equals(machine.id()))
                .sorted(Comparator.comparing((Row r) -> !problem.started().containsKey(r.key()))
                        .thenComparing(Row::start))
                .toList();
        Form standing = null;
        Instant free = problem.origin();
        Instant waits = null;
        for (Row row : sequence) {
            PlantCase.Run started = problem.started().get(row.key());
            if (started == null) {
                setup(row, machine, standing);
                if (row.setupStart().isBefore(free)) {
                    bad(
                            "MACHINE_OVERLAP",
                            "on %s, %s (setup from %s) begins before the job before it ends at %s",
                            machine.id(),
                            row.key(),
                            row.setupStart(),
                            free);
                }
            }
            Step step = step(row);
            if (started == null) {
                costs.job(row, step.order, step.operation, step.quantities(), machine, standing, waits);
            }
            standing = step.operation.form();
            boolean past = started != null && started.done();
            free = past || row.end().isBefore(free) ? free : row.end();
            waits = past ? waits : free;
        }
    }

    private void setup(Row row, Machine machine, @Nullable Form standing) {
        long need =
                SetupArithmetic.minutes(machine, standing, step(row).operation.form());
        long from = minute(row.setupStart());
        long start = minute(row.start());
        if (start - from != need) {
            bad(
                    "SETUP_LENGTH",
                    "the setup of %s on %s must take %d min but takes %d",
                    row.key(),
                    machine.id(),
                    need,
                    start - from);
        }
        if (start > from && windows.of(machine).workBetween(from, start) != start - from) {
            bad(
                    "SETUP_UNAVAILABLE",
                    "the setup of %s from %s meets closed hours of %s",
                    row.key(),
                    row.setupStart(),
                    machine.id());
        }
    }

    private void tools() {
        Map<String, List<Row>> users = new HashMap<>();
        for (Row row : rows.values()) {
            Form form = step(row).operation.form();
            if (form.toolId() != null) {
                users.computeIfAbsent("tool " + form.toolId(), t -> new ArrayList<>())
                        .add(row);
            }
            if (form.plateSetId() != null) {
                users.computeIfAbsent("plate set " + form.plateSetId(), t -> new ArrayList<>())
                        .add(row);
            }
        }
        users.forEach((tool, list) -> {
            list.sort(Comparator.comparing(Row::start));
            for (int i = 1; i < list.size(); i++) {
                if (list.get(i).start().isBefore(list.get(i - 1).end())) {
                    bad(
                            "TOOL",
                            "%s is needed by %s and %s at a time",
                            tool,
                            list.get(i - 1).key(),
                            list.get(i).key());
                }
            }
        });
    }

    private void paper() {
        Map<String, List<Row>> byMaterial = new HashMap<>();
        for (Row row : rows.values()) {
            Step step = step(row);
            if (step.operation.predecessors().isEmpty() && !problem.started().containsKey(row.key())) {
                byMaterial
                        .computeIfAbsent(step.operation.form().materialId(), m -> new ArrayList<>())
                        .add(row);
            }
        }
        byMaterial.forEach((material, users) -> {
            users.sort(Comparator.comparing(Row::start));
            var lots = problem.lots().stream()
                    .filter(l -> l.materialId().equals(material))
                    .toList();
            int missing = PaperFlow.uncovered(
                    lots.stream().map(l -> l.sheets()).toList(),
                    users.stream().map(Row::unitsIn).toList(),
                    (d, l) -> {
                        Row row = users.get(d);
                        var lot = lots.get(l);
                        return !lot.usableFrom().isAfter(row.start())
                                && (lot.expires() == null || lot.expires().isAfter(row.start()))
                                && (lot.certified() || !step(row).order.fsc());
                    });
            if (missing >= 0) {
                bad(
                        "PAPER",
                        "%s starts at %s without enough usable sheets of %s",
                        users.get(missing).key(),
                        users.get(missing).start(),
                        material);
            }
        });
    }

    private void lateness() {
        for (Order order : problem.orders()) {
            List<Row> own = order.operations().stream()
                    .map(o -> rows.get(PlantCase.key(order.id(), o.id())))
                    .filter(r -> r != null)
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            Instant end =
                    own.stream().map(Row::end).max(Comparator.naturalOrder()).orElseThrow();
            costs.order(order, end);
            long late = Math.max(
                    0, -Math.floorDiv(-Duration.between(order.due(), end).toSeconds(), 60L));
            Long claimed = plan.lateMinutes().get(order.id());
            if (claimed != null
                    && claimed != late
                    && own.size() == order.operations().size()) {
                bad("LATENESS", "order %s is %d min late, not %d as the plan claims", order.id(), late, claimed);
            }
        }
    }

    private Step step(Row row) {
        return Optional.ofNullable(steps.get(row.key())).orElseThrow();
    }

    private long minute(Instant instant) {
        return Math.floorDiv(Duration.between(problem.origin(), instant).toSeconds(), 60L);
    }

    private void bad(String constraint, String sentence, Object... values) {
        found.add(new Violation(constraint, String.format(Locale.ROOT, sentence, values)));
    }
}
