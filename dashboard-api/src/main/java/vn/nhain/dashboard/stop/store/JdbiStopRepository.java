package vn.nhain.dashboard.stop.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.nhain.dashboard.database.Instants;
import vn.nhain.dashboard.stop.StopRepository;
import vn.nhain.dashboard.stop.api.StopReport;

/** Stop reports in H2 or PostgreSQL. */
public final class JdbiStopRepository implements StopRepository {
    private final Jdbi jdbi;

    public JdbiStopRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public StopReport add(String machineId, String reason, String note, Instant at, String by) {
        long id = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into stop_report (machine_id, reason, note, reported_at, reported_by)
                        values (:machineId, :reason, :note, :at, :by)""")
                .bind("machineId", machineId)
                .bind("reason", reason)
                .bind("note", note)
                .bind("at", Instants.toColumn(at))
                .bind("by", by)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
        return new StopReport(Long.toString(id), machineId, reason, note, at, by);
    }

    @Override
    public List<StopReport> listNewest(String machineId, int limit) {
        return jdbi.withHandle(handle -> handle.select(
                        "select * from stop_report where machine_id = :machineId order by id desc limit :limit")
                .bind("machineId", machineId)
                .bind("limit", limit)
                .map((row, context) -> new StopReport(
                        Long.toString(row.getLong("id")),
                        row.getString("machine_id"),
                        row.getString("reason"),
                        row.getString("note"),
                        Instants.of(row, "reported_at"),
                        row.getString("reported_by")))
                .list());
    }
}
