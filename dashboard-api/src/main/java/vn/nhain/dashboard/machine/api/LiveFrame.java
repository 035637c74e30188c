package vn.nhain.dashboard.machine.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a screen gets several times a second: always the whole.
 *
 * @param seq rising number
 * @param now plant time
 * @param speed plant seconds per wall second
 * @param machines every machine
 * @param solve the solve that runs or ran last; null for none
 * @param planVersion version of the plan in force; null for none
 * @param alarms alarms that nobody has acknowledged
 */
public record LiveFrame(
        long seq,
        Instant now,
        double speed,
        List<MachineLive> machines,
        @Nullable Object solve,
        @Nullable Integer planVersion,
        int alarms) {
    public LiveFrame {
        machines = List.copyOf(machines);
    }
}
