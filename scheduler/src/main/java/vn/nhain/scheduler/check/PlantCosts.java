package vn.nhain.scheduler.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.Prices;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.quality.QualityProfile;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.check.PlantPlan.Row;

/** What a plan costs by line, VND, counted minute for minute and job for job. */
final class PlantCosts {
    private static final int MINUTES_READY = 20;
    private static final int FURTHEST_MOVE = 60;

    private final PlantCase problem;
    private final PlantWindows windows;
    private final Prices prices;
    private final ZoneId zone;
    private final StateOverTime states;
    private final Map<String, Double> lines = new LinkedHashMap<>();

    PlantCosts(PlantCase problem, PlantWindows windows, StateOverTime states) {
        this.states = states;
        this.problem = problem;
        this.windows = windows;
        this.prices = problem.plant().prices();
        this.zone = problem.plant().zone();
        for (String line : List.of(
                "lateness",
                "customerLateness",
                "makereadyPaper",
                "runningWaste",
                "setup",
                "run",
                "wash",
                "plates",
                "energy",
                "idleEnergy",
                "co2e",
                "nightPay",
                "overtimePay",
                "qualityRisk",
                "nervousness")) {
            lines.put(line, 0.0);
        }
    }

    Map<String, Double> lines() {
        return lines;
    }

    /** An order whose planned part ends then. */
    void order(Order order, Instant end) {
        add("lateness", hoursAfter(order.due(), end) * prices.lateVndPerHour() * order.priority());
        add(
                "customerLateness",
                hoursAfter(order.customerDue(), end) * prices.customerLateVndPerHour() * order.priority());
    }

    private static double hoursAfter(Instant due, Instant end) {
        long seconds = Duration.between(due, end).toSeconds();
        return seconds <= 0 ? 0 : Math.ceil(seconds / 60.0) / 60;
    }

    /**
     * A job on a machine.
     *
     * @param standing what ran there before; null when nobody knows
     * @param free when the machine began to wait for it; null when it did not work before
     */
    void job(
            Row row,
            Order order,
            Operation operation,
            Quantities quantities,
            Machine machine,
            @Nullable Form standing,
            @Nullable Instant free) {
        Form form = operation.form();
        double value = unitValue(order, operation);
        long setup = minute(row.start()) - minute(row.setupStart());
        add("setup", setup / 60.0 * machine.rateVndPerHour());
        long run = windows.of(machine).workBetween(minute(row.start()), minute(row.end()));
        add("run", run / 60.0 * machine.rateVndPerHour());
        SetupWaste waste = SetupWaste.of(machine, standing, form);
        SetupWaste turn = SetupWaste.betweenPasses(machine, form);
        add("makereadyPaper", (waste.sheets() + turn.sheets()) * value);
        add("wash", waste.litres() * prices.washVndPerLitre());
        int plates = order.repeatOf() == null ? waste.plates() + turn.plates() : 0;
        add("plates", plates * prices.plateVnd());
        int standard = SetupWaste.standardSheets(machine, form);
        add("runningWaste", Math.max(0, quantities.waste() * operation.inputs() - standard) * value);
        double kg = plates * prices.plateCo2eKg();
        if (operation.predecessors().isEmpty()) {
            Material paper = problem.plant().findMaterial(form.materialId()).orElseThrow();
            kg += quantities.unitsIn() * paper.sheet_kg() * paper.co2eKgPerKg();
            kg += quantities.unitsIn()
                    * form.sheet().area_m2()
                    * form.plates()
                    * prices.inkKgPerM2()
                    * prices.inkCo2eKgPerKg();
        }
        add("co2e", kg * prices.co2eVndPerKg());
        hours(row, machine, free);
        risk(row, operation, quantities, machine, value);
        moved(row, machine);
    }

    private void hours(Row row, Machine machine, @Nullable Instant free) {
        Windows open = windows.of(machine);
        if (free != null) {
            for (long m = minute(free); m < minute(row.setupStart()); m++) {
                if (open.open(m)) {
                    boolean ready = m < minute(free) + MINUTES_READY;
                    energy(
                            "idleEnergy",
                            ready ? machine.power().idle() : machine.power().standby(),
                            m);
                }
            }
        }
        for (long m = minute(row.setupStart()); m < minute(row.end()); m++) {
            if (open.open(m)) {
                boolean runs = m >= minute(row.start());
                energy(
                        "energy",
                        runs ? machine.power().running() : machine.power().setup(),
                        m);
                pay(machine, m);
            }
        }
    }

    private void energy(String line, double kw, long minute) {
        LocalDateTime local = local(minute);
        Optional<Tariff> tariff = problem.plant().findTariffOn(local.toLocalDate());
        add(line, kw / 60 * tariff.map(t -> t.vndPerKwhAt(local)).orElse(0.0));
        add("co2e", kw / 60 * prices.gridCo2eKgPerKwh() * prices.co2eVndPerKg());
    }

    private void pay(Machine machine, long minute) {
        WorkingCalendar calendar =
                problem.plant().findCalendar(machine.calendarId()).orElseThrow();
        double overtime = 0;
        boolean night = false;
        for (WorkingCalendar.Shift shift : calendar.shifts()) {
            if (on(shift, local(minute))) {
                night |= shift.night();
                overtime = Math.max(overtime, shift.overtimeShare());
            }
        }
        double wages = machine.crew() * prices.wageVndPerHour() / 60;
        add("nightPay", night ? wages * prices.nightPayShare() : 0);
        add("overtimePay", wages * overtime);
    }

    private static boolean on(WorkingCalendar.Shift shift, LocalDateTime local) {
        LocalDate day = local.toLocalDate();
        for (LocalDate begun : List.of(day.minusDays(1), day)) {
            LocalDateTime from = begun.atTime(shift.from());
            LocalDateTime to = (shift.to().isAfter(shift.from()) ? begun : begun.plusDays(1)).atTime(shift.to());
            if (shift.days().contains(begun.getDayOfWeek()) && !local.isBefore(from) && local.isBefore(to)) {
                return true;
            }
        }
        return false;
    }

    private void risk(Row row, Operation operation, Quantities quantities, Machine machine, double value) {
        QualityState state = states.beforeRecalibration(machine, row.start());
        QualityProfile profile = operation.form().quality();
        boolean limited = state != QualityState.GREEN && profile.rank() >= state.allowedRank(machine.certified());
        if (limited && operation.kind() == OperationKind.PRINT) {
            add("qualityRisk", prices.qualityRiskShare() * quantities.unitsIn() * value);
        }
    }

    private void moved(Row row, Machine machine) {
        PlantCase.Run kept = problem.inForce().get(row.key());
        if (kept == null || prices.moveHours() == 0) {
            return;
        }
        long ahead = Math.max(0, minute(kept.start()));
        double near = Math.max(0, 1 - ahead / 60.0 / prices.moveHours());
        long distance = kept.machine().equals(machine.id())
                ? Math.min(FURTHEST_MOVE, Math.abs(minute(row.start()) - ahead))
                : FURTHEST_MOVE;
        add("nervousness", prices.moveVnd() * near * distance / FURTHEST_MOVE);
    }

    /** VND of paper in one unit that goes in. */
    private double unitValue(Order order, Operation operation) {
        if (operation.predecessors().isEmpty()) {
            return problem.plant()
                    .findMaterial(operation.form().materialId())
                    .map(Material::sheetPriceVnd)
                    .orElse(0.0);
        }
        double worth = 0;
        double units = 0;
        for (Operation before : order.operations()) {
            if (operation.predecessors().contains(before.id())) {
                worth += before.goodQuantity() * unitValue(order, before) * before.inputs() / before.outputs();
                units += before.goodQuantity();
            }
        }
        return worth / units;
    }

    private LocalDateTime local(long minute) {
        return LocalDateTime.ofInstant(problem.origin().plus(Duration.ofMinutes(minute)), zone);
    }

    private long minute(Instant instant) {
        return Math.floorDiv(Duration.between(problem.origin(), instant).toSeconds(), 60L);
    }

    private void add(String line, double vnd) {
        lines.merge(line, vnd, Double::sum);
    }
}
