package vn.nhain.dashboard.machine;

import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.plant.reading.Metrics;

/**
 * The quality state that the last colour measurements speak for: the worst ink decides. Tolerances ΔE00 3 (G7) and 5
 * (house). During makeready colour is on its way to where it shall be, and says nothing yet.
 */
final class ColourState {
    private static final double GREEN_UP_TO = 3;
    private static final double YELLOW_UP_TO = 5;

    private ColourState() {}

    static QualityState of(MachineSnapshot now) {
        if (now.state() != MachineState.RUNNING) {
            return QualityState.UNKNOWN;
        }
        double worst = now.metrics().entrySet().stream()
                .filter(e -> e.getKey().startsWith(Metrics.DELTA_E))
                .mapToDouble(e -> e.getValue().value())
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        if (Double.isNaN(worst)) {
            return QualityState.UNKNOWN;
        }
        if (worst <= GREEN_UP_TO) {
            return QualityState.GREEN;
        }
        return worst <= YELLOW_UP_TO ? QualityState.YELLOW : QualityState.RED;
    }
}
