package vn.nhain.dashboard.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;

/** The latest of one machine. Not thread-safe: {@link LiveMachines} holds its lock. */
final class LiveMachine {
    private final String id;
    private final Map<String, MetricValue> metrics = new HashMap<>();
    private MachineState reported = MachineState.OFFLINE;
    private Instant reportedSince;
    /** Plant time of the death that was told; null while it lives. */
    private @Nullable Instant deadSince;

    /** Wall and plant time of the last word; null before the first. */
    private @Nullable Instant heardWall;

    private Instant heardPlant;

    LiveMachine(String id, Instant plantNow) {
        this.id = id;
        this.reportedSince = plantNow;
        this.heardPlant = plantNow;
        this.deadSince = plantNow;
    }

    void heard(Instant wallNow, Instant plantNow) {
        heardWall = wallNow;
        heardPlant = plantNow;
        deadSince = null;
    }

    void died(Instant plantNow) {
        if (deadSince == null) {
            deadSince = plantNow;
        }
    }

    /** Takes a reading, unless a newer one of its metric is here. */
    boolean take(Reading reading) {
        MetricValue old = metrics.get(reading.metric());
        if (old != null && old.at().isAfter(reading.sourceTime())) {
            return false;
        }
        metrics.put(reading.metric(), MetricValue.of(reading));
        if (reading.metric().equals(Metrics.STATE)) {
            MachineState next = stateOf(reading.text());
            if (next != reported) {
                reported = next;
                reportedSince = reading.sourceTime();
            }
        }
        return true;
    }

    MachineSnapshot at(Instant wallNow, Duration staleAfter, Duration offlineAfter) {
        Duration silence = heardWall == null ? offlineAfter.plusMillis(1) : Duration.between(heardWall, wallNow);
        boolean stale = deadSince != null || silence.compareTo(staleAfter) > 0;
        if (deadSince != null) {
            return new MachineSnapshot(id, MachineState.OFFLINE, deadSince, true, metrics);
        }
        if (silence.compareTo(offlineAfter) > 0) {
            return new MachineSnapshot(id, MachineState.OFFLINE, heardPlant, true, metrics);
        }
        return new MachineSnapshot(id, reported, reportedSince, stale, metrics);
    }

    static MachineState stateOf(@Nullable String text) {
        for (MachineState state : MachineState.values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        return MachineState.OFFLINE;
    }
}
