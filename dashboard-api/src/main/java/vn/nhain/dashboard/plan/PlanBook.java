package vn.nhain.dashboard.plan;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.problem.ConflictException;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;

/** The plans; the one in force and the newest draft are kept in memory. All changes go through here. Thread-safe. */
public final class PlanBook {
    private final PlanRepository repository;
    private final AuditLog audit;
    private final Clock plantClock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Current current;

    private record Current(Optional<PlanVersion> released, Optional<PlanVersion> draft) {}

    public PlanBook(PlanRepository repository, AuditLog audit, Clock plantClock) {
        this.repository = repository;
        this.audit = audit;
        this.plantClock = plantClock;
        this.current = new Current(repository.findReleased(), repository.findNewestDraft());
    }

    /** Calls back after each release. */
    public void onRelease(Runnable listener) {
        listeners.add(listener);
    }

    /** The plan in force, if there is one. */
    public Optional<PlanVersion> findReleased() {
        return current.released();
    }

    /** The plan in force, or the newest draft when none is. */
    public Optional<PlanVersion> findShown() {
        Current now = current;
        return now.released().or(now::draft);
    }

    /**
     * A version, or the one that is shown.
     *
     * @param version its number; null for the plan in force, or the newest draft when none is
     * @throws NotFoundException when there is none
     */
    public PlanVersion getVersion(@Nullable Integer version) {
        if (version == null) {
            return findShown()
                    .orElseThrow(() -> new NotFoundException("There is no plan yet. Make one: POST /api/plan/solve."));
        }
        Current now = current;
        return now.released()
                .filter(p -> p.version() == version)
                .or(() -> now.draft().filter(p -> p.version() == version))
                .or(() -> repository.findVersion(version))
                .orElseThrow(() -> NotFoundException.of("plan version", version));
    }

    /** The operation of the plan that sent it to the floor, if that plan still has it. */
    Optional<PlannedOperation> findPlanned(Execution execution) {
        Optional<PlanVersion> sentBy = current.released()
                .filter(p -> p.version() == execution.planVersion())
                .or(() -> repository.findVersion(execution.planVersion()));
        return sentBy.stream()
                .flatMap(p -> p.schedule().operations().stream())
                .filter(o -> new JobKey(o.orderId(), o.operationId()).equals(execution.key()))
                .findFirst();
    }

    /** All versions, the newest first. */
    public List<PlanVersion> listVersions() {
        return repository.listVersions();
    }

    /** Adds a draft. */
    public synchronized PlanVersion addDraft(String who, Schedule schedule, @Nullable Figures baseline) {
        PlanVersion draft = repository.addDraft(plantClock.instant(), who, schedule, baseline);
        current = new Current(current.released(), Optional.of(draft));
        audit.record(who, "plan.draft", "plan " + draft.version(), "", cost(schedule));
        return draft;
    }

    /**
     * Puts the newest draft into force.
     *
     * @throws NotFoundException when there is no such version
     * @throws ConflictException when it is not the newest draft
     */
    public PlanVersion release(int version, String who) {
        PlanVersion released;
        synchronized (this) {
            PlanVersion wanted = getVersion(version);
            Current before = current;
            int newest = before.draft().map(PlanVersion::version).orElse(0);
            if (wanted.status() != PlanVersion.Status.DRAFT || newest != version) {
                throw new ConflictException("The plan version (%d) is not the newest draft%s."
                        .formatted(version, newest == 0 ? "; there is none" : " (%d)".formatted(newest)));
            }
            repository.release(version, plantClock.instant(), who);
            released = repository.findVersion(version).orElseThrow();
            current = new Current(Optional.of(released), Optional.empty());
            audit.record(
                    who,
                    "plan.release",
                    "plan " + version,
                    before.released().map(p -> "plan " + p.version()).orElse(""),
                    "plan " + version);
        }
        listeners.forEach(Runnable::run);
        return released;
    }

    private static String cost(Schedule schedule) {
        return "%d operations, %d unplanned, %.0f VND"
                .formatted(
                        schedule.operations().size(),
                        schedule.unplanned().size(),
                        schedule.figures().totalVnd());
    }
}
