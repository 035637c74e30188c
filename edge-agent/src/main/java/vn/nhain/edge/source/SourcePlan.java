package vn.nhain.edge.source;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * One connection as configured, not yet running. Equal plans mean equal sources: when a configuration is read again, a
 * source whose plan has not changed is left alone.
 */
public interface SourcePlan {
    /** Unique in the agent, such as {@code opcua OF1}. */
    String name();

    /** Machines behind the connection. */
    Set<String> machineIds();

    /** What to look at when the connection is not made, in a sentence. */
    String remedy();

    /**
     * Whether the other side keeps what happens while nobody listens. If it does not, a changed source takes over from
     * the old one before that ends.
     */
    boolean isKeptWhileAway();

    /**
     * Numbers that a counter takes before it begins again at 0, by metric, for counters that do so. After the values were
     * scaled.
     */
    default Map<String, Double> spanByMetric() {
        return Map.of();
    }

    /**
     * Makes the source; it does nothing until it is started.
     *
     * @param nanoTime monotonic wall time
     */
    TelemetrySource open(Clock wallClock, LongSupplier nanoTime, RandomGenerator random);

    /** The same for a visit: connects as the agent would, and takes nothing from an agent that is running. */
    default TelemetrySource openForCheck(Clock wallClock, LongSupplier nanoTime, RandomGenerator random) {
        return open(wallClock, nanoTime, random);
    }
}
