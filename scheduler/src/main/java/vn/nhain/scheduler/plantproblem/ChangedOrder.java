package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;

/** An order made in another way. */
final class ChangedOrder {
    /** What is added to the id of an operation for its second lot. */
    static final String SECOND_LOT = "-2";

    private ChangedOrder() {}

    /** One operation in two lots, of which the second needs plates of its own; what followed it follows both. */
    static Order split(Order order, Operation operation) {
        String second = operation.id() + SECOND_LOT;
        int half = operation.goodQuantity() / 2;
        List<Operation> operations = new ArrayList<>();
        for (Operation o : order.operations()) {
            if (o.id().equals(operation.id())) {
                operations.add(of(o, o.id(), o.goodQuantity() - half, o.predecessors(), o.form()));
                Form plates = form(o.form(), o.form().materialId(), null);
                operations.add(of(o, second, half, o.predecessors(), plates));
            } else if (o.predecessors().contains(operation.id())) {
                List<String> both = new ArrayList<>(o.predecessors());
                both.add(second);
                operations.add(of(o, o.id(), o.goodQuantity(), both, o.form()));
            } else {
                operations.add(o);
            }
        }
        return order.withOperations(operations);
    }

    /** All of it on another paper. */
    static Order onPaper(Order order, String from, String to) {
        UnaryOperator<Form> change = f -> f.materialId().equals(from) ? form(f, to, f.plateSetId()) : f;
        return order.withOperations(order.operations().stream()
                .map(o -> of(o, o.id(), o.goodQuantity(), o.predecessors(), change.apply(o.form())))
                .toList());
    }

    /** The same form on a material and with plates. */
    static Form form(Form f, String material, @Nullable String plates) {
        return new Form(
                material,
                f.paperFamily(),
                f.gsm(),
                f.sheet(),
                f.frontInks(),
                f.backInks(),
                f.coating(),
                f.quality(),
                plates,
                f.toolId());
    }

    private static Operation of(Operation o, String id, int quantity, List<String> predecessors, Form form) {
        return new Operation(
                id,
                o.kind(),
                quantity,
                o.unit(),
                o.inputs(),
                o.outputs(),
                predecessors,
                o.minLag(),
                o.maxLag(),
                o.transferBatch(),
                form);
    }
}
