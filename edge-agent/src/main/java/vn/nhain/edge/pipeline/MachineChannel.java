package vn.nhain.edge.pipeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.normalise.MonotonicCounter;
import vn.nhain.edge.normalise.StateTracker;
import vn.nhain.plant.machine.MachineState;

/** What the pipeline knows of one machine. Guarded by itself, but for the state. */
final class MachineChannel {
    final String machineId;
    final Deadband deadband = new Deadband();
    /** Counters that never run back, by metric. */
    final Map<String, MonotonicCounter> counterByMetric = new HashMap<>();

    final StateTracker tracker = new StateTracker();

    /** The state that was last reported; null before the first. Read by the health page while a delivery waits for the disk. */
    volatile @Nullable MachineState state;
    /** Source time of that report. */
    Instant stateTime = Instant.MIN;
    /** Whether it has been heard of and has not gone since. */
    boolean online;
    /** Monotonic wall time of its last sign of life, or of the start. */
    long lastHeardNanos;

    MachineChannel(String machineId, long nowNanos) {
        this.machineId = machineId;
        this.lastHeardNanos = nowNanos;
    }
}
