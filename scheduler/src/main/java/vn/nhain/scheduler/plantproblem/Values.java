package vn.nhain.scheduler.plantproblem;

import java.util.HashMap;
import java.util.Map;
import vn.nhain.plant.Plant;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;

/** The paper that is in one unit of what an operation takes, so that waste late in the route costs what was put into it. */
final class Values {
    private Values() {}

    /** VND of paper in one unit that goes in, by operation id. */
    static Map<String, Double> unitIn(Plant plant, Order order) {
        Map<String, Double> in = new HashMap<>();
        Map<String, Double> out = new HashMap<>();
        for (Operation operation : OperationOrder.of(order)) {
            double value = operation.predecessors().isEmpty()
                    ? plant.findMaterial(operation.form().materialId())
                            .map(Material::sheetPriceVnd)
                            .orElse(0.0)
                    : mean(order, operation, out);
            in.put(operation.id(), value);
            out.put(operation.id(), value * operation.inputs() / operation.outputs());
        }
        return in;
    }

    private static double mean(Order order, Operation operation, Map<String, Double> out) {
        double value = 0;
        double weight = 0;
        for (String id : operation.predecessors()) {
            int good = Operations.of(order, id).goodQuantity();
            value += good * out.getOrDefault(id, 0.0);
            weight += good;
        }
        return value / weight;
    }
}
