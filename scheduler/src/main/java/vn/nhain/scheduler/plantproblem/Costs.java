package vn.nhain.scheduler.plantproblem;

import vn.nhain.plant.Prices;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Order;

/** Costs of setups, runs and lateness, VND: those that the search minimises. */
final class Costs {
    private final Prices prices;

    Costs(Prices prices) {
        this.prices = prices;
    }

    static double setupTime(Machine machine, Change change) {
        return change.minutes() * machine.rateVndPerHour() / 60.0;
    }

    static double runTime(Machine machine, int minutes) {
        return minutes * machine.rateVndPerHour() / 60.0;
    }

    static double paper(Task task, int sheets) {
        return sheets * task.unitValueVnd();
    }

    double wash(Change change) {
        return change.washLitres() * prices.washVndPerLitre();
    }

    /** New plates; an order that repeats another has its plates still. */
    double plates(Task task, int plates) {
        return task.order().repeatOf() == null ? plates * prices.plateVnd() : 0;
    }

    /** Waste of the run: what the allowance leaves after a full makeready. */
    static double runningWaste(PlantMachine machine, Task task) {
        int makeready = machine.changeOver().standardSheets(task.form());
        return paper(task, Math.max(0, task.wasteIn() - makeready));
    }

    /** Everything that depends on what stood on the machine before. */
    double setup(PlantMachine on, Task task, Change change) {
        return setupTime(on.machine(), change)
                + paper(task, change.sheets())
                + wash(change)
                + plates(task, change.plates());
    }

    /** Everything that depends on the machine alone. */
    double run(PlantMachine on, Task task, int minutes) {
        Change turn = on.changeOver().turn(task.form());
        return runTime(on.machine(), minutes)
                + paper(task, turn.sheets())
                + plates(task, turn.plates())
                + runningWaste(on, task);
    }

    /** An hour of lateness of a task's order. */
    double lateHour(Task task) {
        return lateHour(task.order());
    }

    /** An hour of lateness of an order. */
    double lateHour(Order order) {
        return prices.lateVndPerHour() * order.priority();
    }
}
