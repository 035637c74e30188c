package vn.nhain.simulators.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scenario as it is written. Machines are named by id, or as {@code press:N}, the Nth press of the plant file. */
record ScenarioFile(
        @Nullable String name,
        @Nullable String en,
        @Nullable String vi,
        @Nullable Long seed,
        @Nullable Map<String, TemperEntry> machines,
        @Nullable List<EventEntry> events) {
    record TemperEntry(
            @Nullable Double faults,
            @Nullable Double stops,
            @Nullable Double waste,
            @Nullable Double setup) {}

    record EventEntry(
            @Nullable String at,
            @Nullable FaultEntry fault,
            @Nullable DriftEntry drift,
            @Nullable NetworkEntry network,
            @Nullable PaperEntry paper) {}

    record FaultEntry(
            @Nullable String machine,
            @Nullable String code,
            @Nullable String text,
            @Nullable Double minutes) {}

    record DriftEntry(@Nullable String machine, @Nullable Double deltaE) {}

    record NetworkEntry(@Nullable String machine, @Nullable Boolean online) {}

    record PaperEntry(@Nullable String material, @Nullable Double hours) {}
}
