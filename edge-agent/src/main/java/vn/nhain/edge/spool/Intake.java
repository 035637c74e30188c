package vn.nhain.edge.spool;

import java.util.List;
import java.util.Map;
import vn.nhain.plant.reading.Reading;

/**
 * One delivery of a source, decided by the pipeline: every value of it is in exactly one place.
 *
 * @param readings to be kept, in order
 * @param derived of these, states that the agent derived
 * @param rejectedByReason invalid values
 * @param suppressed values within the deadband
 */
public record Intake(List<Reading> readings, int derived, Map<Rejection, Integer> rejectedByReason, int suppressed) {
    public Intake {
        readings = List.copyOf(readings);
        rejectedByReason = Map.copyOf(rejectedByReason);
    }

    /** A delivery whose invalid values are a message that cannot be read, each. */
    public Intake(List<Reading> readings, int derived, int malformed, int suppressed) {
        this(readings, derived, malformed == 0 ? Map.of() : Map.of(Rejection.MALFORMED, malformed), suppressed);
    }

    /** Invalid values. */
    public int rejected() {
        return rejectedByReason.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Values that this delivery adds to the count of received ones. */
    public int received() {
        return readings.size() + rejected() + suppressed;
    }
}
