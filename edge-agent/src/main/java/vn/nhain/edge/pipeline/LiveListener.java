package vn.nhain.edge.pipeline;

import java.util.List;
import vn.nhain.plant.reading.Reading;

/** Sees readings as they happen, before they are on disk. Must not block. */
public interface LiveListener {
    /** Readings of one machine that say something new, in order. */
    void onReadings(String machineId, List<Reading> readings);

    /** The machine is there again; its readings follow. */
    void onOnline(String machineId);

    /** The machine is gone, after the reading that says so. */
    void onOffline(String machineId);
}
