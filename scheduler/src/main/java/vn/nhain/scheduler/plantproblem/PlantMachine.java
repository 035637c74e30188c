package vn.nhain.scheduler.plantproblem;

import org.jspecify.annotations.Nullable;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.quality.QualityState;

/**
 * A machine in the state in which it is at the origin.
 *
 * @param index its position among the machines
 * @param machine the machine
 * @param windows when it may be planned: calendar less downtimes and the job that runs
 * @param standing the form that it ran last; null when nobody knows
 * @param changeOver its setups
 * @param busyUntil minute at which the job that runs on it ends; -1 when none runs
 * @param state its quality state now
 * @param recalibration its planned recalibration; null for none
 */
record PlantMachine(
        int index,
        Machine machine,
        Windows windows,
        @Nullable Setting standing,
        ChangeOver changeOver,
        int busyUntil,
        QualityState state,
        @Nullable Recalibration recalibration) {
    /** The setup for {@code next} after {@code before}, or after what stands on the machine when {@code before} is null. */
    Change change(@Nullable Task before, Task next) {
        return changeOver.between(before == null ? standing : before.setting(), next.setting());
    }

    /** What that setup changes, in words. */
    String reason(@Nullable Task before, Task next) {
        return changeOver.reason(before == null ? standing : before.setting(), next.setting());
    }

    /** Working minutes of the last of the passes that a run of so many minutes takes, in which its output comes out. */
    int lastPassMinutes(Operation operation, int runMinutes) {
        int passes = machine.passes(operation.form());
        return passes == 1
                ? runMinutes
                : Math.max(1, (runMinutes - changeOver.turn(operation.form()).minutes()) / passes);
    }

    /** Working minutes of a run, the makeready between passes included. */
    int runMinutes(Operation operation, Quantities quantities) {
        return runMinutes(machine, changeOver, operation, quantities);
    }

    static int runMinutes(Machine machine, ChangeOver changeOver, Operation operation, Quantities quantities) {
        int cycles = operation.cycles(quantities.goodOut()) + quantities.waste();
        double minutes = machine.runMinutes(operation, cycles);
        return Math.max(1, (int) Math.ceil(minutes - 1e-9))
                + changeOver.turn(operation.form()).minutes();
    }
}
