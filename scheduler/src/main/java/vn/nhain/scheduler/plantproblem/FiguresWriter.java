package vn.nhain.scheduler.plantproblem;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.nhain.plant.Prices;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.Material;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.plantproblem.Windows.Window;

/**
 * Adds up what a plan costs. Work that has started before is not in it: no plan can change its cost. Energy counts setups
 * and runs, not machines that stand idle.
 */
final class FiguresWriter {
    private enum Line {
        LATENESS,
        MAKEREADY_PAPER,
        RUNNING_WASTE,
        SETUP,
        RUN,
        WASH,
        PLATES,
        ENERGY,
        CO2E,
        NIGHT_PAY
    }

    private final PlantProblem problem;
    private final Prices prices;
    private final Costs costs;
    private final HourTables hours;
    private final Map<Line, Double> vnd = new EnumMap<>(Line.class);
    private double kwh;
    private double peakKwh;
    private double co2eKg;
    private double setupMinutes;
    private long makereadySheets;

    FiguresWriter(PlantProblem problem, List<Placement> placements) {
        this.problem = problem;
        this.prices = problem.plant().prices();
        this.costs = new Costs(prices);
        this.hours = problem.hourTables();
        for (Line line : Line.values()) {
            vnd.put(line, 0.0);
        }
        placements.forEach(this::add);
    }

    Figures figures(int lateOrders, double lateHours, double latenessVnd) {
        vnd.put(Line.LATENESS, latenessVnd);
        vnd.put(Line.CO2E, co2eKg * prices.co2eVndPerKg());
        Map<String, Double> lines = new LinkedHashMap<>();
        vnd.forEach((line, value) -> lines.put(name(line), value));
        double total = vnd.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Figures(
                lateOrders, lateHours, setupMinutes / 60, makereadySheets, total, kwh, peakKwh, co2eKg, lines);
    }

    /** The enum's name in the way of JSON, such as {@code makereadyPaper}. */
    private static String name(Line line) {
        StringBuilder name = new StringBuilder();
        for (String word : line.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    private void add(Placement placement) {
        PlantMachine on = problem.machines().get(placement.machine());
        Task task = placement.task();
        Change change = placement.change();
        Change turn = on.changeOver().turn(task.form());
        add(Line.MAKEREADY_PAPER, Costs.paper(task, change.sheets() + turn.sheets()));
        add(Line.RUNNING_WASTE, Costs.runningWaste(on, task));
        add(Line.SETUP, Costs.setupTime(on.machine(), change));
        add(Line.RUN, Costs.runTime(on.machine(), runMinutes(placement)));
        add(Line.WASH, costs.wash(change));
        add(Line.PLATES, costs.plates(task, change.plates()) + costs.plates(task, turn.plates()));
        setupMinutes += change.minutes();
        makereadySheets += task.takesSheets() ? change.sheets() + turn.sheets() : 0;
        energy(placement, on);
        co2e(task, change.plates() + turn.plates());
    }

    private static int runMinutes(Placement placement) {
        return Objects.requireNonNull(placement.task().runMinutes().get(placement.machine()));
    }

    private void energy(Placement placement, PlantMachine on) {
        Machine machine = on.machine();
        stretch(machine, machine.power().setup(), placement.setupStart(), placement.start());
        for (Window window : on.windows().list()) {
            int from = Math.max(window.from(), placement.start());
            int to = Math.min(window.to(), placement.end());
            if (from < to) {
                stretch(machine, machine.power().running(), from, to);
            }
        }
    }

    private void stretch(Machine machine, double kw, int from, int to) {
        kwh += kw * (to - from) / 60;
        peakKwh += kw * hours.prices().peakMinutes(from, to) / 60;
        add(Line.ENERGY, kw * hours.prices().vndPerKw(from, to));
        double crewHours = machine.crew() * hours.night(machine).minutes(from, to) / 60.0;
        add(Line.NIGHT_PAY, crewHours * prices.wageVndPerHour() * prices.nightPayShare());
        co2eKg += kw * (to - from) / 60 * prices.gridCo2eKgPerKwh();
    }

    private void co2e(Task task, int plates) {
        if (task.operation().predecessors().isEmpty()) {
            Material material =
                    problem.plant().findMaterial(task.form().materialId()).orElseThrow();
            double sheets = task.quantities().unitsIn();
            co2eKg += sheets * material.sheet_kg() * material.co2eKgPerKg();
            double inkKg = sheets * task.form().sheet().area_m2() * task.form().plates() * prices.inkKgPerM2();
            co2eKg += inkKg * prices.inkCo2eKgPerKg();
        }
        if (task.order().repeatOf() == null) {
            co2eKg += plates * prices.plateCo2eKg();
        }
    }

    private void add(Line line, double value) {
        vnd.merge(line, value, Double::sum);
    }
}
