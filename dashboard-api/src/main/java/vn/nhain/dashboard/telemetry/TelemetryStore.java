package vn.nhain.dashboard.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.nhain.dashboard.telemetry.api.History;
import vn.nhain.dashboard.telemetry.api.StateSpan;

/**
 * Reads what edge agents wrote: measurement {@code machine}, key plant, machine, metric and time. Implementations are
 * thread-safe and throw {@link vn.nhain.dashboard.problem.UnavailableException} when the store cannot be asked.
 */
public interface TelemetryStore extends AutoCloseable {
    /**
     * Means of a metric over buckets of time; buckets without a reading are missing.
     *
     * @param machineId the machine
     * @param metric the metric, a number
     * @param from plant time, included
     * @param to plant time, not included
     * @param bucket length of a bucket, at least 1 ms
     */
    List<History.Point> means(String machineId, String metric, Instant from, Instant to, Duration bucket);

    /**
     * States of a machine, by time; the last one reaches to {@code to}.
     *
     * @param machineId the machine
     * @param from plant time
     * @param to plant time
     */
    List<StateSpan> states(String machineId, Instant from, Instant to);

    /** Stored readings by machine: distinct keys. */
    Map<String, Long> rowsByMachine();

    /** URL that edge agents write to. */
    String writeUrl();

    @Override
    void close();
}
