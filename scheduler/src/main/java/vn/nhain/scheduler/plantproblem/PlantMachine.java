package vn.nhain.scheduler.plantproblem;

import org.jspecify.annotations.Nullable;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;

/**
 * A machine in the state in which it is at the origin.
 *
 * @param machine the machine
 * @param windows when it may be planned: calendar less downtimes and the job that runs
 * @param standing the form that it ran last; null when nobody knows
 * @param changeOver its setups
 */
record PlantMachine(
        Machine machine, Windows windows, @Nullable Form standing, ChangeOver changeOver) {
    /** The setup for {@code next} after {@code before}, or after what stands on the machine when {@code before} is null. */
    Change change(@Nullable Task before, Task next) {
        Form form = before == null ? standing : before.form();
        return form == null ? changeOver.first(next.form()) : changeOver.between(form, next.form());
    }

    /** Working minutes of a run, the makeready between passes included. */
    int runMinutes(Operation operation, Quantities quantities) {
        int cycles = operation.cycles(quantities.goodOut()) + quantities.waste();
        double minutes = machine.runMinutes(operation, cycles);
        return Math.max(1, (int) Math.ceil(minutes - 1e-9))
                + changeOver.turn(operation.form()).minutes();
    }
}
