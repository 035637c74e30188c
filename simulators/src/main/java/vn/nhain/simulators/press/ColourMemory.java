package vn.nhain.simulators.press;

import java.util.List;
import java.util.Map;

/**
 * What is remembered of the colour of a press.
 *
 * @param labels inks that are loaded
 * @param deviations deviation from the aim by metric
 * @param drifted ΔE00 that has drifted
 * @param driftPerHour ΔE00 that is added in an hour of running
 * @param off how far off the makeready is, 1 at its start, about 0 at its end
 */
record ColourMemory(
        List<String> labels, Map<String, Double> deviations, double drifted, double driftPerHour, double off) {
    ColourMemory {
        labels = List.copyOf(labels);
        deviations = Map.copyOf(deviations);
    }
}
