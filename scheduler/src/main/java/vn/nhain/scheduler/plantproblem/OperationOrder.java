package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;

/** Operations of an order, predecessors first, otherwise as the order lists them. */
final class OperationOrder {
    private OperationOrder() {}

    /** All operations, or fewer when their predecessors form a cycle or are not there. */
    static List<Operation> of(Order order) {
        List<Operation> sorted = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Operation operation : order.operations()) {
                if (!placed.contains(operation.id()) && placed.containsAll(operation.predecessors())) {
                    sorted.add(operation);
                    placed.add(operation.id());
                    moved = true;
                }
            }
        }
        return sorted;
    }
}
