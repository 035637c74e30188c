package vn.nhain.scheduler.plantproblem;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.Reason;

/** An operation on its way to a task: what it is, and what is found out about it while the problem is built. */
final class Draft {
    final Order order;
    final Operation operation;
    final Quantities quantities;
    /** Value of a unit that goes in, VND. */
    final double unitValue;

    Release release;
    Options.Found options;
    /** What bars it; null while nothing does. */
    @Nullable
    Reason barrier;
    /** Machine that it may not leave; -1 when it is free. */
    int pinnedTo = -1;
    /** Of its task; -1 before it has one. */
    int index = -1;

    Draft(
            Order order,
            Operation operation,
            Quantities quantities,
            double unitValue,
            Release release,
            Options.Found options) {
        this.order = order;
        this.operation = operation;
        this.quantities = quantities;
        this.unitValue = unitValue;
        this.release = release;
        this.options = options;
    }

    void pinTo(int machine) {
        pinnedTo = machine;
        int minutes = Objects.requireNonNull(options.runMinutes().get(machine));
        options = new Options.Found(
                Map.of(machine, minutes), options.releaseOn(), options.excludedByQuality(), options.barrier());
    }
}
