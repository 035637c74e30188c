package vn.nhain.dashboard.plan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.database.Instants;
import vn.nhain.dashboard.json.Json;
import vn.nhain.dashboard.plan.PlanRepository;
import vn.nhain.dashboard.plan.PlanVersion;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.Schedule;

/** Plans in H2 or PostgreSQL. */
public final class JdbiPlanRepository implements PlanRepository {
    private final Jdbi jdbi;

    public JdbiPlanRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<PlanVersion> listVersions() {
        return jdbi.withHandle(handle -> handle.select("select * from plan_version order by version desc")
                .map((row, context) -> version(row))
                .list());
    }

    @Override
    public Optional<PlanVersion> findVersion(int version) {
        return jdbi.withHandle(handle -> handle.select("select * from plan_version where version = :version")
                .bind("version", version)
                .map((row, context) -> version(row))
                .findOne());
    }

    @Override
    public Optional<PlanVersion> findReleased() {
        return jdbi.withHandle(handle -> handle.select("select * from plan_version where status = 'RELEASED'")
                .map((row, context) -> version(row))
                .findOne());
    }

    @Override
    public Optional<PlanVersion> findNewestDraft() {
        return jdbi.withHandle(
                handle -> handle.select("""
                        select * from plan_version where version = (select max(version) from plan_version)
                        and status = 'DRAFT'""").map((row, context) -> version(row)).findOne());
    }

    @Override
    public PlanVersion addDraft(Instant at, String who, Schedule schedule, @Nullable Figures baseline) {
        return jdbi.inTransaction(handle -> {
            int version = handle.select("select coalesce(max(version), 0) + 1 from plan_version")
                    .mapTo(int.class)
                    .one();
            handle.createUpdate("""
                            insert into plan_version (version, status, created_at, created_by, schedule, baseline)
                            values (:version, 'DRAFT', :at, :who, :schedule, :baseline)""")
                    .bind("version", version)
                    .bind("at", Instants.toColumn(at))
                    .bind("who", who)
                    .bind("schedule", Json.write(schedule))
                    .bind("baseline", baseline == null ? null : Json.write(baseline))
                    .execute();
            return new PlanVersion(version, PlanVersion.Status.DRAFT, at, who, null, null, schedule, baseline);
        });
    }

    @Override
    public void release(int version, Instant at, String who) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            update plan_version set status = 'SUPERSEDED'
                            where status = 'RELEASED' or (status = 'DRAFT' and version < :version)""").bind("version", version).execute();
            handle.createUpdate("""
                            update plan_version set status = 'RELEASED', released_at = :at, released_by = :who
                            where version = :version""")
                    .bind("version", version)
                    .bind("at", Instants.toColumn(at))
                    .bind("who", who)
                    .execute();
        });
    }

    private static PlanVersion version(ResultSet row) throws SQLException {
        String baseline = row.getString("baseline");
        return new PlanVersion(
                row.getInt("version"),
                PlanVersion.Status.valueOf(row.getString("status")),
                Instants.of(row, "created_at"),
                row.getString("created_by"),
                Instants.orNull(row, "released_at"),
                row.getString("released_by"),
                Json.read(row.getString("schedule"), Schedule.class),
                baseline == null ? null : Json.read(baseline, Figures.class));
    }
}
