package vn.nhain.scheduler.plantproblem;

import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;

/** Questions about an operation among those of its order. */
final class Operations {
    private Operations() {}

    static Operation of(Order order, String id) {
        return order.operations().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Order %s has no operation %s.".formatted(order.id(), id)));
    }

    /** Whether what goes in are sheets. */
    static boolean outOfSheets(Order order, Operation operation) {
        return operation.predecessors().stream()
                .allMatch(p -> of(order, p).unit().equals(Operation.SHEET));
    }
}
