package vn.nhain.dashboard.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nhain.dashboard.machine.MetricUnits;
import vn.nhain.dashboard.problem.BadParameterException;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.dashboard.telemetry.api.History;
import vn.nhain.dashboard.telemetry.api.StateSpan;
import vn.nhain.plant.Plant;

/** What the machines did. Thread-safe. */
public final class TelemetryService {
    /** The fewest points of a history. */
    public static final int LEAST_POINTS = 10;
    /** The most points of a history. */
    public static final int MOST_POINTS = 5000;

    private static final int POINTS = 600;
    private static final Duration SPAN = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int NAME_LENGTH = 80;

    private final Plant plant;
    private final TelemetryStore store;
    private final Clock plantClock;

    public TelemetryService(Plant plant, TelemetryStore store, Clock plantClock) {
        this.plant = plant;
        this.store = store;
        this.plantClock = plantClock;
    }

    /**
     * A metric over time; without times, the last hour.
     *
     * @throws NotFoundException when the plant has no such machine
     * @throws BadParameterException when the times contradict one another
     */
    public History history(
            String machineId, String metric, Optional<Instant> from, Optional<Instant> to, Optional<Integer> points) {
        checkMachine(machineId);
        if (metric.length() > NAME_LENGTH) {
            throw new BadParameterException(
                    "metric", "The parameter metric must have at most %d characters.".formatted(NAME_LENGTH));
        }
        Span span = span(from, to);
        long bucketMs = Math.max(1, span.length().toMillis() / points.orElse(POINTS));
        return new History(
                metric,
                MetricUnits.of(metric),
                store.means(machineId, metric, span.from(), span.to(), Duration.ofMillis(bucketMs)));
    }

    /**
     * The states of a machine; without times, the last hour.
     *
     * @throws NotFoundException when the plant has no such machine
     * @throws BadParameterException when the times contradict one another
     */
    public List<StateSpan> states(String machineId, Optional<Instant> from, Optional<Instant> to) {
        checkMachine(machineId);
        Span span = span(from, to);
        Instant now = plantClock.instant();
        // nobody knows the state to come
        Instant end = span.to().isAfter(now) ? now : span.to();
        return end.isAfter(span.from()) ? store.states(machineId, span.from(), end) : List.of();
    }

    private record Span(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    private Span span(Optional<Instant> from, Optional<Instant> to) {
        Instant end = to.orElseGet(plantClock::instant);
        Instant start = from.orElse(end.minus(SPAN));
        if (!start.isBefore(end)) {
            throw new BadParameterException(
                    "from", "The parameter from (%s) must be before to (%s).".formatted(start, end));
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new BadParameterException("from", "At most %d days can be asked for.".formatted(LONGEST.toDays()));
        }
        return new Span(start, end);
    }

    private void checkMachine(String machineId) {
        if (plant.findMachine(machineId).isEmpty()) {
            throw NotFoundException.of("machine", machineId);
        }
    }
}
