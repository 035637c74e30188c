package vn.nhain.edge.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhain.edge.source.StateInputs;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;

/**
 * Remembers what one machine has said of its state and says what that means. Not thread-safe.
 */
public final class StateTracker {
    private static final Set<String> INPUTS = Set.of(
            StateInputs.ITEM_STATE,
            StateInputs.OPERATION_MODE,
            StateInputs.PACKML_STATE,
            StateInputs.PACKML_MODE,
            Metrics.JOB_PHASE,
            Metrics.FAULT_CODE);
    private static final Set<String> PHASES = Set.of("", "Setup", "InProgress", "Cleanup", "Suspended");

    private final Map<String, String> inputs = new HashMap<>();

    /** Whether this metric has a say in the state. */
    public static boolean isInput(String metric) {
        return INPUTS.contains(metric);
    }

    /** Whether this text is one of the vocabulary of its metric; a metric without a vocabulary takes any. */
    public static boolean isKnown(String metric, String text) {
        return switch (metric) {
            case StateInputs.ITEM_STATE -> Opc40001.condition(text, "").isPresent();
            case StateInputs.PACKML_STATE -> PackMl.condition(text, "").isPresent();
            case Metrics.JOB_PHASE -> PHASES.contains(text);
            default -> true;
        };
    }

    /** Takes in what the machine says of its state. */
    public void put(String metric, String text) {
        inputs.put(metric, text);
    }

    /** The state that follows; empty until the machine has said what its device does. */
    public Optional<MachineState> derive() {
        return condition()
                .map(condition -> StateRule.derive(
                        condition,
                        said(Metrics.JOB_PHASE),
                        !said(Metrics.FAULT_CODE).isEmpty()));
    }

    private Optional<DeviceCondition> condition() {
        Optional<DeviceCondition> machinery =
                Opc40001.condition(said(StateInputs.ITEM_STATE), said(StateInputs.OPERATION_MODE));
        return machinery.isPresent()
                ? machinery
                : PackMl.condition(said(StateInputs.PACKML_STATE), said(StateInputs.PACKML_MODE));
    }

    private String said(String metric) {
        return inputs.getOrDefault(metric, "");
    }
}
