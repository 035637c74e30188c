package vn.nhain.simulators.scenario;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that happens so long after the start of a scenario, in plant time. */
public sealed interface ScenarioEvent {
    /** Plant time after the start. */
    Duration at();

    /**
     * A machine breaks.
     *
     * @param machineId the machine
     * @param code as its panel shows it
     * @param text as its panel shows it
     * @param minutes plant minutes until it works again
     */
    record Fault(Duration at, String machineId, String code, String text, double minutes) implements ScenarioEvent {}

    /**
     * The colour of a press begins to drift, or is mended.
     *
     * @param machineId the press
     * @param deltaE ΔE00 an hour of running; 0 mends it
     */
    record Drift(Duration at, String machineId, double deltaE) implements ScenarioEvent {}

    /**
     * A machine drops off the network, or comes back.
     *
     * @param machineId the machine
     * @param online whether it comes back
     */
    record Network(Duration at, String machineId, boolean online) implements ScenarioEvent {}

    /**
     * An arrival of paper is delayed. Machines know nothing of it: whoever runs the scenario passes it on.
     *
     * @param materialId the paper; null for whichever is awaited next
     * @param hours delay, plant hours
     */
    record PaperDelay(Duration at, @Nullable String materialId, double hours) implements ScenarioEvent {}
}
