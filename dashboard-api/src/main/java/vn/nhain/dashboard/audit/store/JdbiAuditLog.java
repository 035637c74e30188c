package vn.nhain.dashboard.audit.store;

import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.audit.api.AuditEntry;
import vn.nhain.dashboard.database.Instants;

/** The audit trail in H2 or PostgreSQL. */
public final class JdbiAuditLog implements AuditLog {
    private final Jdbi jdbi;
    private final InstantSource plantClock;

    public JdbiAuditLog(Jdbi jdbi, InstantSource plantClock) {
        this.jdbi = jdbi;
        this.plantClock = plantClock;
    }

    @Override
    public void record(String who, String action, String subject, String before, String after) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into audit (done_at, who, action, subject, before_value, after_value)
                        values (:at, :who, :action, :subject, :before, :after)""")
                .bind("at", Instants.toColumn(plantClock.instant()))
                .bind("who", who)
                .bind("action", action)
                .bind("subject", subject)
                .bind("before", before)
                .bind("after", after)
                .execute());
    }

    @Override
    public List<AuditEntry> newest(int limit) {
        return jdbi.withHandle(handle -> handle.select("select * from audit order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> new AuditEntry(
                        row.getLong("id"),
                        Instants.of(row, "done_at"),
                        row.getString("who"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("before_value"),
                        row.getString("after_value")))
                .list());
    }
}
