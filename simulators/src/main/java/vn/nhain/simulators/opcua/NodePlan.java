package vn.nhain.simulators.opcua;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.simulators.press.InkLabels;

/**
 * One variable of a press.
 *
 * @param name its node id after the press's own, such as {@code count.good} or {@code Identification/Model}
 * @param type type of its value
 */
record NodePlan(String name, Type type) {
    static final String ITEM_STATE = "MachineryItemState";
    static final String OPERATION_MODE = "MachineryOperationMode";
    static final String JOB_PHASE = "JobPhase";

    /** Types of value. */
    enum Type {
        NUMBER,
        TEXT
    }

    String browseName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Every variable that a press has, whether or not it has a value yet. */
    static List<NodePlan> of(Machine press) {
        List<NodePlan> plans = new ArrayList<>();
        Stream.of(
                        ITEM_STATE,
                        OPERATION_MODE,
                        JOB_PHASE,
                        Metrics.JOB,
                        Metrics.JOB_DONE,
                        Metrics.FAULT_CODE,
                        Metrics.FAULT_TEXT,
                        Metrics.STOP_REASON)
                .forEach(name -> plans.add(new NodePlan(name, Type.TEXT)));
        Stream.of(
                        Metrics.JOB_GOOD,
                        Metrics.JOB_WASTE,
                        Metrics.JOB_TOTAL,
                        Metrics.COUNT_GOOD,
                        Metrics.COUNT_WASTE,
                        Metrics.SPEED_SET,
                        Metrics.SPEED_ACTUAL,
                        Metrics.REGISTER_X,
                        Metrics.REGISTER_Y,
                        Metrics.TEMPERATURE + "ink",
                        Metrics.TEMPERATURE + "dryer",
                        Metrics.HUMIDITY,
                        Metrics.POWER,
                        Metrics.ENERGY,
                        Metrics.WEAR + "blanket",
                        Metrics.WEAR + "roller")
                .forEach(name -> plans.add(new NodePlan(name, Type.NUMBER)));
        for (String ink : InkLabels.allOf(press)) {
            plans.add(new NodePlan(Metrics.DENSITY + ink, Type.NUMBER));
            plans.add(new NodePlan(Metrics.DELTA_E + ink, Type.NUMBER));
        }
        return plans;
    }
}
