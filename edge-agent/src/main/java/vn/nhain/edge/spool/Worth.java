package vn.nhain.edge.spool;

import java.util.Set;
import vn.nhain.edge.source.StateInputs;
import vn.nhain.plant.reading.Metrics;

/**
 * What a reading is worth when the spool is full. Samples of a continuous value go first: their neighbours tell much the
 * same. Counters, states, alarms and job events go last: nothing can bring them back.
 */
enum Worth {
    SAMPLE,
    RECORD;

    private static final Set<String> RECORDS = Set.of(
            Metrics.STATE,
            Metrics.ENERGY,
            Metrics.STOP_REASON,
            StateInputs.ITEM_STATE,
            StateInputs.OPERATION_MODE,
            StateInputs.PACKML_STATE,
            StateInputs.PACKML_MODE);

    static Worth of(String metric) {
        boolean record = RECORDS.contains(metric)
                || metric.equals(Metrics.JOB)
                || metric.startsWith("job.")
                || metric.startsWith("count.")
                || metric.startsWith("fault.");
        return record ? RECORD : SAMPLE;
    }
}
