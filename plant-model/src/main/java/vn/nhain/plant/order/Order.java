package vn.nhain.plant.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.validation.Require;

/**
 * A customer order.
 *
 * @param id unique, such as {@code DH261124001}
 * @param customer who ordered
 * @param product what it is, such as {@code Folding carton}
 * @param title what is printed on it
 * @param quantity finished pieces
 * @param due plant time at which production must be done
 * @param customerDue plant time promised to the customer, not before {@code due}
 * @param priority 1 (normal) to 3 (most important)
 * @param rush whether it was taken as a rush order
 * @param repeatOf id of the order that it repeats, whose plates and dies are kept; null for new work
 * @param fsc whether it must be printed on certified paper
 * @param status where it stands
 * @param gates what must be there before it starts
 * @param operations process steps; their predecessors form no cycle
 */
public record Order(
        String id,
        String customer,
        String product,
        String title,
        int quantity,
        Instant due,
        Instant customerDue,
        int priority,
        boolean rush,
        @Nullable String repeatOf,
        boolean fsc,
        OrderStatus status,
        List<Gate> gates,
        List<Operation> operations) {
    public Order {
        gates = List.copyOf(gates);
        operations = List.copyOf(operations);
        Require.text("an order", "id", id);
        String owner = "order " + id;
        Require.text(owner, "customer", customer);
        Require.text(owner, "product", product);
        Require.atLeast(owner, "quantity", quantity, 1);
        Require.between(owner, "priority", priority, 1, 3);
        Require.that(
                !customerDue.isBefore(due),
                owner,
                "customerDue",
                customerDue,
                "must not be before due (%s)".formatted(due));
        Route.check(owner, operations);
    }

    /** The same order in another status. */
    public Order withStatus(OrderStatus next) {
        return new Order(
                id,
                customer,
                product,
                title,
                quantity,
                due,
                customerDue,
                priority,
                rush,
                repeatOf,
                fsc,
                next,
                gates,
                operations);
    }

    /** The same order made in another way. */
    public Order withOperations(List<Operation> others) {
        return new Order(
                id,
                customer,
                product,
                title,
                quantity,
                due,
                customerDue,
                priority,
                rush,
                repeatOf,
                fsc,
                status,
                gates,
                others);
    }
}
