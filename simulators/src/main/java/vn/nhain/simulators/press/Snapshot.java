package vn.nhain.simulators.press;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.nhain.plant.machine.MachineState;

/**
 * What a machine shows at one instant. Values are numbers ({@link Double}) or texts ({@link String}) by metric id; a metric
 * that the machine does not have, or has no value for yet, is absent.
 *
 * @param at plant time, whole seconds
 * @param state what it is doing
 * @param phase XJDF job phase; {@code Suspended} while a job waits, empty without a job
 * @param turning whether sheets move through it
 * @param quick values that a screen follows: job, counters, speed, faults
 * @param slow values that change slowly or are measured now and then
 */
public record Snapshot(
        Instant at,
        MachineState state,
        String phase,
        boolean turning,
        Map<String, Object> quick,
        Map<String, Object> slow) {
    /** Quick and slow values together. */
    public Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>(quick);
        all.putAll(slow);
        return all;
    }
}
