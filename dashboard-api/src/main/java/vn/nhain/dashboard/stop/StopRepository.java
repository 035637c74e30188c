package vn.nhain.dashboard.stop;

import java.time.Instant;
import java.util.List;
import vn.nhain.dashboard.stop.api.StopReport;

/** Stop reports. Implementations are thread-safe. */
public interface StopRepository {
    /** Adds a report. */
    StopReport add(String machineId, String reason, String note, Instant at, String by);

    /** The last reports of a machine, the newest first. */
    List<StopReport> listNewest(String machineId, int limit);
}
