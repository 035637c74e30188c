package vn.nhain.simulators.press;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;

/** What a machine shows to the outside, by metric id. */
record Panel(
        Machine machine,
        Instant at,
        MachineState state,
        @Nullable JobRun job,
        JobFigures finished,
        @Nullable Interruption interruption,
        double speed,
        double kilowatts) {
    private static final String SUSPENDED = "Suspended";

    Snapshot snapshot(Meters meters, Colour colour, Surroundings surroundings) {
        Map<String, Object> quick = new LinkedHashMap<>();
        JobFigures figures = job == null ? finished : JobFigures.of(job);
        quick.put(Metrics.JOB, job == null ? "" : job.command().jobId());
        quick.put(Metrics.JOB_GOOD, (double) figures.good());
        quick.put(Metrics.JOB_WASTE, (double) figures.waste());
        quick.put(Metrics.JOB_TOTAL, (double) figures.total());
        quick.put(Metrics.JOB_DONE, finished.jobId());
        meters.readCounts(quick);
        quick.put(Metrics.SPEED_SET, job == null ? 0.0 : Rounding.to(job.setSpeed(), 0));
        quick.put(Metrics.SPEED_ACTUAL, Rounding.to(speed, 0));
        boolean fault = interruption != null && interruption.kind() == Interruption.Kind.FAULT;
        boolean stop = interruption != null && !fault && state == MachineState.STOPPED;
        quick.put(Metrics.FAULT_CODE, fault && interruption != null ? interruption.code() : "");
        quick.put(Metrics.FAULT_TEXT, fault && interruption != null ? interruption.text() : "");
        quick.put(Metrics.STOP_REASON, stop && interruption != null ? interruption.code() : "");

        Map<String, Object> slow = new LinkedHashMap<>();
        slow.put(Metrics.POWER, Rounding.to(kilowatts, 1));
        meters.readRest(slow);
        surroundings.read(slow);
        if (machine.isPress()) {
            colour.read(at.getEpochSecond(), meters.blanketWear(), slow);
        }
        return new Snapshot(at, state, phase(), speed > 0, quick, slow);
    }

    private String phase() {
        if (job == null) {
            return "";
        }
        return switch (state) {
            case RUNNING, SETUP, CLEANUP -> job.phase().wireName();
            default -> SUSPENDED;
        };
    }
}
