package vn.nhain.dashboard.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.Schedule;

/** Plans with the content of every version. Implementations are thread-safe. */
public interface PlanRepository {
    /** All versions, the newest first. */
    List<PlanVersion> listVersions();

    /** The version of this number, if there is one. */
    Optional<PlanVersion> findVersion(int version);

    /** The version in force, if there is one. */
    Optional<PlanVersion> findReleased();

    /** The newest draft that is newer than the version in force, if there is one. */
    Optional<PlanVersion> findNewestDraft();

    /** Adds a draft under the next number. */
    PlanVersion addDraft(Instant at, String who, Schedule schedule, @Nullable Figures baseline);

    /** Puts a version into force; the one before and older drafts are superseded. All or nothing. */
    void release(int version, Instant at, String who);
}
