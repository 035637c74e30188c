package vn.nhain.scheduler.explain;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * A row of the plan: an operation on its machine, with what stood there before. Nothing is solved here; the machine is a
 * planning variable because OptaPlanner explains solutions of planning problems only. Immutable otherwise.
 */
@PlanningEntity
public final class Work {
    @PlanningId
    private final String key;

    private final Task task;
    private final Times times;
    private final Before before;

    @PlanningVariable(valueRangeProviderRefs = "machines")
    private Machine machine;

    /**
     * What is done.
     *
     * @param quantities what it has to make and takes
     * @param unitVnd paper in one unit that goes in, VND
     * @param kept where the plan in force has it; null when it does not
     */
    record Task(
            Order order,
            Operation operation,
            Quantities quantities,
            double unitVnd,
            @Nullable PlannedOperation kept) {}

    /**
     * When, in minutes from the origin.
     *
     * @param started whether it has started, so that nothing about it can be decided any more
     * @param done whether it has ended
     * @param quantity what the plan says it makes
     * @param unitsIn what the plan says it takes
     */
    record Times(int setupStart, int start, int end, boolean started, boolean done, int quantity, int unitsIn) {}

    /**
     * What was on the machine before.
     *
     * @param form null when nobody knows
     * @param end minute at which the machine began to wait; negative when it did not work before
     */
    record Before(@Nullable Form form, int end) {}

    Work(Task task, Machine machine, Times times, Before before) {
        this.key = key(task.order().id(), task.operation().id());
        this.task = task;
        this.machine = machine;
        this.times = times;
        this.before = before;
    }

    static String key(String orderId, String operationId) {
        return orderId + "/" + operationId;
    }

    String key() {
        return key;
    }

    Task task() {
        return task;
    }

    Order order() {
        return task.order();
    }

    Operation operation() {
        return task.operation();
    }

    Form form() {
        return task.operation().form();
    }

    Machine machine() {
        return machine;
    }

    int setupStart() {
        return times.setupStart();
    }

    int start() {
        return times.start();
    }

    int end() {
        return times.end();
    }

    Times times() {
        return times;
    }

    Before before() {
        return before;
    }

    boolean isFree() {
        return !times.started();
    }

    boolean prints() {
        return task.operation().kind() == OperationKind.PRINT;
    }

    /** Whether it takes paper out of the store. */
    boolean takesPaper() {
        return task.operation().predecessors().isEmpty();
    }

    /** Minutes that what it makes must rest: presses with UV inks leave nothing to dry. */
    int restMinutes() {
        boolean dry = prints() && machine.uvInks();
        return dry
                ? 0
                : Math.toIntExact(-Math.floorDiv(-task.operation().minLag().toSeconds(), 60L));
    }

    @Override
    public String toString() {
        return key + " on " + machine.id();
    }
}
