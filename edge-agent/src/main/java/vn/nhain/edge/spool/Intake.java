package vn.nhain.edge.spool;

import java.util.List;
import vn.nhain.plant.reading.Reading;

/**
 * One delivery of a source, decided by the pipeline: every value of it is in exactly one place.
 *
 * @param readings to be kept, in order
 * @param derived of these, states that the agent derived
 * @param rejected invalid values
 * @param suppressed values within the deadband
 */
public record Intake(List<Reading> readings, int derived, int rejected, int suppressed) {
    public Intake {
        readings = List.copyOf(readings);
    }

    /** Values that this delivery adds to the count of received ones. */
    public int received() {
        return readings.size() + rejected + suppressed;
    }
}
