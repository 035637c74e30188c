package vn.nhain.dashboard.stop;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.machine.ReportedStops;
import vn.nhain.dashboard.problem.BadParameterException;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.dashboard.stop.api.StopReport;
import vn.nhain.plant.Plant;
import vn.nhain.plant.StopReason;

/** Reasons for stops, each stored and in the audit trail. Thread-safe. */
public final class StopService implements ReportedStops {
    private static final int NOTE_LENGTH = 500;
    private static final int NEWEST = 50;

    private final Plant plant;
    private final StopRepository repository;
    private final AuditLog audit;
    private final Clock plantClock;
    private final Map<String, Optional<StopReport>> last = new ConcurrentHashMap<>();

    public StopService(Plant plant, StopRepository repository, AuditLog audit, Clock plantClock) {
        this.plant = plant;
        this.repository = repository;
        this.audit = audit;
        this.plantClock = plantClock;
    }

    /**
     * Stores a reason.
     *
     * @throws NotFoundException when the plant has no such machine
     * @throws BadParameterException when the reason is not of the plant's list, or the note too long
     */
    public StopReport report(String machineId, @Nullable String reason, @Nullable String note, String who) {
        checkMachine(machineId);
        List<String> codes = plant.stopReasons().stream().map(StopReason::code).toList();
        if (reason == null || !codes.contains(reason)) {
            throw new BadParameterException("reason", "The reason (%s) must be one of %s.".formatted(reason, codes));
        }
        String words = note == null ? "" : note;
        if (words.length() > NOTE_LENGTH) {
            throw new BadParameterException("note", "The note must have at most %d characters.".formatted(NOTE_LENGTH));
        }
        StopReport report = repository.add(machineId, reason, words, plantClock.instant(), who);
        audit.record(who, "stop.reason", machineId, "", reason);
        last.put(machineId, Optional.of(report));
        return report;
    }

    /**
     * The last reports of a machine, the newest first.
     *
     * @throws NotFoundException when the plant has no such machine
     */
    public List<StopReport> listNewest(String machineId) {
        checkMachine(machineId);
        return repository.listNewest(machineId, NEWEST);
    }

    @Override
    public Optional<String> findReason(String machineId, Instant since) {
        return last.computeIfAbsent(
                        machineId, id -> repository.listNewest(id, 1).stream().findFirst())
                .filter(r -> !r.at().isBefore(since))
                .map(StopReport::reason);
    }

    private void checkMachine(String machineId) {
        if (plant.findMachine(machineId).isEmpty()) {
            throw NotFoundException.of("machine", machineId);
        }
    }
}
