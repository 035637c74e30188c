package vn.nhain.dashboard.machine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;

/**
 * The quality state of every machine that measures colour, from the measurements of its runs. During makeready colour is on
 * its way to where it shall be and does not count. A verdict grows old: a press that has not been measured for three days
 * is UNKNOWN. A machine that was never measured here has no state of its own: its certificate in the plant file speaks.
 * Thread-safe.
 */
public final class QualityStates {
    private static final Duration HOLDS = Duration.ofDays(3);

    private final InstantSource plantClock;
    private final Map<String, ColourWindow> windows = new HashMap<>();
    private final Map<String, MachineState> states = new HashMap<>();

    /**
     * @param plantClock plant time
     */
    public QualityStates(InstantSource plantClock) {
        this.plantClock = plantClock;
    }

    /** Takes a reading of any metric; those that do not matter are left. */
    public synchronized void accept(Reading reading) {
        if (reading.metric().equals(Metrics.STATE)) {
            changed(reading.machineId(), LiveMachine.stateOf(reading.text()));
        } else if (reading.metric().startsWith(Metrics.DELTA_E)
                && Double.isFinite(reading.value())
                && states.get(reading.machineId()) == MachineState.RUNNING) {
            windows.computeIfAbsent(reading.machineId(), k -> new ColourWindow())
                    .measured(reading.metric(), reading.value(), reading.sourceTime());
        }
    }

    /** The states of the machines that were judged, by machine id. */
    public synchronized Map<String, QualityState> judged() {
        Map<String, QualityState> judged = new TreeMap<>();
        windows.forEach((id, window) -> {
            if (window.verdict() != null) {
                judged.put(id, stateOf(window));
            }
        });
        return judged;
    }

    /** The state of one machine; UNKNOWN when it was never judged. */
    public synchronized QualityState of(String machineId) {
        ColourWindow window = windows.get(machineId);
        return window == null ? QualityState.UNKNOWN : stateOf(window);
    }

    /** ΔE00 of the worst ink of the last verdict; NaN when there is none. */
    public synchronized double worstDeltaE(String machineId) {
        ColourWindow window = windows.get(machineId);
        return window == null ? Double.NaN : window.worst();
    }

    private void changed(String machineId, MachineState next) {
        MachineState before = states.put(machineId, next);
        ColourWindow window = windows.get(machineId);
        if (window != null && before == MachineState.SETUP && next == MachineState.RUNNING) {
            window.begin();
        }
    }

    private QualityState stateOf(ColourWindow window) {
        QualityState verdict = window.verdict();
        boolean old = window.measuredAt().isBefore(plantClock.instant().minus(HOLDS));
        return verdict == null || old ? QualityState.UNKNOWN : verdict;
    }
}
