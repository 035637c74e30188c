package vn.nhain.dashboard.machine.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.machine.api.MachineLive.Fault;
import vn.nhain.dashboard.machine.api.MachineLive.JobLive;
import vn.nhain.dashboard.machine.api.MachineLive.Next;

/** {@link MachineLive} and every metric. */
public record MachineDetail(
        String id,
        String name,
        String nameVi,
        String kind,
        String state,
        Instant since,
        @Nullable JobLive job,
        double speed,
        double speedSet,
        long countGood,
        long countWaste,
        @Nullable Double power,
        @Nullable Double energy,
        String quality,
        boolean stale,
        @Nullable Fault fault,
        @Nullable String stopReason,
        @Nullable Next next,
        Map<String, Metric> metrics) {
    public MachineDetail {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * A metric.
     *
     * @param value the number; null when it is a text
     * @param text the text; null when it is a number
     * @param unit unit; empty for none
     * @param quality {@code good uncertain bad}
     * @param at plant time
     */
    public record Metric(@Nullable Double value, @Nullable String text, String unit, String quality, Instant at) {}

    /** A live machine with its metrics. */
    public static MachineDetail of(MachineLive live, Map<String, Metric> metrics) {
        return new MachineDetail(
                live.id(),
                live.name(),
                live.nameVi(),
                live.kind(),
                live.state(),
                live.since(),
                live.job(),
                live.speed(),
                live.speedSet(),
                live.countGood(),
                live.countWaste(),
                live.power(),
                live.energy(),
                live.quality(),
                live.stale(),
                live.fault(),
                live.stopReason(),
                live.next(),
                metrics);
    }
}
