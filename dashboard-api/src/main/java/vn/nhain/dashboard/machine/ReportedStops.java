package vn.nhain.dashboard.machine;

import java.time.Instant;
import java.util.Optional;

/** Reasons that operators gave. */
public interface ReportedStops {
    /** Code of the reason that was given for a machine at or after {@code since}, if any. */
    Optional<String> findReason(String machineId, Instant since);
}
