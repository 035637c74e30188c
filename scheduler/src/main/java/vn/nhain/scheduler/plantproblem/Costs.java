package vn.nhain.scheduler.plantproblem;

import java.util.Map;
import java.util.Objects;
import vn.nhain.plant.Prices;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * What each step of a plan costs, line by line. The search and the figures both add up what this tells them, so that they
 * cannot differ. Costs of time are in {@link HourRates}.
 */
final class Costs {
    private final PlantProblem problem;
    private final Prices prices;

    Costs(PlantProblem problem) {
        this.problem = problem;
        this.prices = problem.plant().prices();
    }

    /** Takes what is to be added to a line, VND. */
    @FunctionalInterface
    interface Sink {
        void add(CostLine line, double vnd);
    }

    /** Everything that depends on what stood on the machine before. */
    void setup(PlantMachine on, Task task, Change change, Sink sink) {
        sink.add(CostLine.SETUP, hours(change.minutes()) * on.machine().rateVndPerHour());
        sink.add(CostLine.MAKEREADY_PAPER, change.sheets() * task.unitValueVnd());
        sink.add(CostLine.WASH, change.washLitres() * prices.washVndPerLitre());
        plates(task, change.plates(), sink);
    }

    /** Everything that depends on the machine alone. */
    void run(PlantMachine on, Task task, Sink sink) {
        int minutes = Objects.requireNonNull(task.runMinutes().get(on.index()));
        Change turn = on.changeOver().turn(task.form());
        sink.add(CostLine.RUN, hours(minutes) * on.machine().rateVndPerHour());
        sink.add(CostLine.MAKEREADY_PAPER, turn.sheets() * task.unitValueVnd());
        sink.add(CostLine.RUNNING_WASTE, runningWaste(on, task));
        plates(task, turn.plates(), sink);
        sink.add(CostLine.CO2E, paperAndInk_kg(task) * prices.co2eVndPerKg());
    }

    /** Paper at risk where a print job starts while the state of its machine leaves it no margin, VND. */
    double risk(PlantMachine on, Task task) {
        boolean limited = task.operation().kind() == OperationKind.PRINT
                && on.state() != QualityState.GREEN
                && task.form().quality().rank()
                        >= on.state().allowedRank(on.machine().certified());
        return limited ? prices.qualityRiskShare() * task.quantities().unitsIn() * task.unitValueVnd() : 0;
    }

    /** Minute from which on there is no such risk: the end of the recalibration. */
    static int riskUntil(PlantMachine on) {
        Recalibration recalibration = on.recalibration();
        return recalibration == null ? Windows.NEVER : recalibration.to();
    }

    /** New plates; an order that repeats another has its plates still. */
    private void plates(Task task, int plates, Sink sink) {
        sink.add(CostLine.PLATES, newPlates(task, plates) * prices.plateVnd());
        sink.add(CostLine.CO2E, plates_kg(task, plates) * prices.co2eVndPerKg());
    }

    private static int newPlates(Task task, int plates) {
        return task.order().repeatOf() == null ? plates : 0;
    }

    /** Waste of the run: what the allowance leaves after a full makeready. */
    private static double runningWaste(PlantMachine on, Task task) {
        int makeready = on.changeOver().standardSheets(task.form());
        return Math.max(0, task.wasteIn() - makeready) * task.unitValueVnd();
    }

    /** Emissions of new plates, kg CO2e. */
    double plates_kg(Task task, int plates) {
        return newPlates(task, plates) * prices.plateCo2eKg();
    }

    /** Emissions of the paper and ink that a task takes out of the store, kg CO2e. */
    double paperAndInk_kg(Task task) {
        if (!task.operation().predecessors().isEmpty()) {
            return 0;
        }
        Material material =
                problem.plant().findMaterial(task.form().materialId()).orElseThrow();
        double sheets = task.quantities().unitsIn();
        double inkKg = sheets * task.form().sheet().area_m2() * task.form().plates() * prices.inkKgPerM2();
        return sheets * material.sheet_kg() * material.co2eKgPerKg() + inkKg * prices.inkCo2eKgPerKg();
    }

    /** An hour of lateness of an order, VND. */
    double lateHour(Order order) {
        return prices.lateVndPerHour() * order.priority();
    }

    /** An hour after the customer's due time, beyond {@link #lateHour}, VND. */
    double customerLateHour(Order order) {
        return prices.customerLateVndPerHour() * order.priority();
    }

    /** What it costs to take a task elsewhere, VND; 0 when the plan in force does not have it, or has it far ahead. */
    double move(Task task) {
        PlannedOperation kept = inForce().get(key(task));
        if (kept == null || prices.moveHours() == 0) {
            return 0;
        }
        double hoursAhead = hours(Math.max(0, problem.time().from(kept.start())));
        return prices.moveVnd() * Math.max(0, 1 - hoursAhead / prices.moveHours());
    }

    /** Where the plan in force has it; only when {@link #move} is more than 0. */
    PlannedOperation kept(Task task) {
        return Objects.requireNonNull(inForce().get(key(task)));
    }

    private Map<String, PlannedOperation> inForce() {
        return problem.inForceByKey();
    }

    private static String key(Task task) {
        return PlantProblemBuilder.key(task.order().id(), task.operation().id());
    }

    private static double hours(int minutes) {
        return minutes / 60.0;
    }
}
