package vn.nhain.plant;

import java.util.HashMap;
import java.util.Map;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;

/**
 * What each operation of an order must make and take in, chained backwards from the finished pieces, each step in its own
 * unit: losing 100 books at the binder costs 100 of every signature. Waste is the plant's allowance, which covers makeready
 * and running.
 */
public final class QuantityChain {
    private final Plant plant;
    private final Order order;
    private final Map<String, Quantities> byOperation = new HashMap<>();

    private QuantityChain(Plant plant, Order order) {
        this.plant = plant;
        this.order = order;
    }

    /**
     * What one operation makes and takes in.
     *
     * @param goodOut good units out, allowances of later steps included
     * @param waste cycles that are lost
     * @param unitsIn units that go in, waste included; sheets of paper for printing
     */
    public record Quantities(int goodOut, int waste, int unitsIn) {}

    /** Quantities by id of operation, for all operations of an order. */
    public static Map<String, Quantities> of(Order order, Plant plant) {
        QuantityChain chain = new QuantityChain(plant, order);
        order.operations().forEach(chain::quantities);
        return Map.copyOf(chain.byOperation);
    }

    private Quantities quantities(Operation operation) {
        Quantities known = byOperation.get(operation.id());
        if (known != null) {
            return known;
        }
        long wanted = 0;
        for (Operation next : order.operations()) {
            if (next.predecessors().contains(operation.id())) {
                wanted += share(operation, next, quantities(next).unitsIn());
            }
        }
        int goodOut = Math.toIntExact(Math.max(operation.goodQuantity(), wanted));
        int waste = plant.findWaste(operation.kind(), colours(operation))
                .map(allowance -> allowance.wasteFor(operation.cycles(goodOut)))
                .orElse(0);
        int unitsIn = Math.addExact(operation.goodIn(goodOut), Math.multiplyExact(waste, operation.inputs()));
        Quantities quantities = new Quantities(goodOut, waste, unitsIn);
        byOperation.put(operation.id(), quantities);
        return quantities;
    }

    /** The part of what {@code next} takes in that comes from {@code operation}, rounded up. */
    private long share(Operation operation, Operation next, int unitsIn) {
        long all = order.operations().stream()
                .filter(o -> next.predecessors().contains(o.id()))
                .mapToLong(Operation::goodQuantity)
                .sum();
        return -Math.floorDiv(-(long) unitsIn * operation.goodQuantity(), all);
    }

    private static int colours(Operation operation) {
        return operation.kind() == OperationKind.PRINT
                ? Math.max(
                        operation.form().frontInks().size(),
                        operation.form().backInks().size())
                : 0;
    }
}
