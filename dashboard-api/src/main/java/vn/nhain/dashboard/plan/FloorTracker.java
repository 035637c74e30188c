package vn.nhain.dashboard.plan;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.json.Json;
import vn.nhain.dashboard.json.JsonException;
import vn.nhain.plant.command.JobAcknowledgement;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;

/**
 * Follows jobs by their readings: acknowledged, begun, output, done. A job that the machine reports is adopted by its id,
 * also after a restart of the dashboard or when we had given it up. Thread-safe.
 */
public final class FloorTracker {
    private static final Logger log = LoggerFactory.getLogger(FloorTracker.class);

    private final Floor floor;
    private final List<FloorListener> listeners = new CopyOnWriteArrayList<>();

    public FloorTracker(Floor floor) {
        this.floor = floor;
    }

    /** Tells {@code listener} from now on. */
    public void listen(FloorListener listener) {
        listeners.add(listener);
    }

    /** Takes a reading of any machine. */
    public void accept(Reading reading) {
        switch (reading.metric()) {
            case Metrics.JOB -> begun(reading);
            case Metrics.JOB_GOOD ->
                running(reading.machineId()).ifPresent(e -> floor.change(e.key(), x -> x.withGood(reading.value())));
            case Metrics.JOB_WASTE ->
                running(reading.machineId()).ifPresent(e -> floor.change(e.key(), x -> x.withWaste(reading.value())));
            case Metrics.JOB_DONE -> done(reading);
            case Metrics.JOB_ACK -> acknowledged(reading);
            default -> {}
        }
    }

    /** Gives a job up whose machine no longer has it; its rest is sent anew. */
    void giveUp(Execution execution, String why) {
        floor.change(execution.key(), e -> e.stopped(why));
        floor.find(execution.key()).ifPresent(e -> listeners.forEach(l -> l.stopped(e)));
    }

    private void begun(Reading reading) {
        Optional<Execution> job = ofMachine(reading);
        if (job.isEmpty()
                || job.get().status() == Execution.Status.RUNNING
                || job.get().status() == Execution.Status.DONE) {
            return;
        }
        boolean first = job.get().startedAt() == null;
        floor.change(job.get().key(), e -> e.running(reading.sourceTime()));
        log.info("{} began on {}", job.get().key().jobId(), reading.machineId());
        if (first) {
            floor.find(job.get().key()).ifPresent(e -> listeners.forEach(l -> l.started(e)));
        }
    }

    private void done(Reading reading) {
        Optional<Execution> job = ofMachine(reading);
        if (job.isEmpty()
                || job.get().status() == Execution.Status.DONE
                || reading.sourceTime().isBefore(job.get().sentAt())) {
            return; // the last job of the machine is told at each birth, however old it is
        }
        boolean first = job.get().startedAt() == null;
        floor.change(job.get().key(), e -> e.done(reading.sourceTime()));
        log.info("{} is done on {}", job.get().key().jobId(), reading.machineId());
        floor.find(job.get().key()).ifPresent(e -> {
            if (first) {
                listeners.forEach(l -> l.started(e));
            }
            listeners.forEach(l -> l.done(e));
        });
    }

    private void acknowledged(Reading reading) {
        String json = reading.text();
        if (json == null || json.isEmpty()) {
            return;
        }
        try {
            JobAcknowledgement answer = Json.read(json, JobAcknowledgement.class);
            floor.listOpen().stream()
                    .filter(e -> e.command().commandId().equals(answer.commandId()))
                    .findFirst()
                    .ifPresent(e -> answered(e, answer, reading));
        } catch (JsonException e) {
            log.warn("The answer of {} to a command cannot be read: {}", reading.machineId(), e.getMessage());
        }
    }

    private void answered(Execution execution, JobAcknowledgement answer, Reading reading) {
        if (answer.accepted()) {
            floor.change(execution.key(), e -> e.acknowledged(reading.sourceTime()));
        } else if (execution.status() == Execution.Status.SENT) {
            log.warn("{} refused {}: {}", execution.machineId(), execution.key().jobId(), answer.message());
            giveUp(execution, answer.message());
        }
    }

    private Optional<Execution> ofMachine(Reading reading) {
        String jobId = reading.text();
        return jobId == null
                ? Optional.empty()
                : floor.findJob(jobId).filter(e -> e.machineId().equals(reading.machineId()));
    }

    private Optional<Execution> running(String machineId) {
        return floor.findOpenOn(machineId).filter(e -> e.status() == Execution.Status.RUNNING);
    }
}
