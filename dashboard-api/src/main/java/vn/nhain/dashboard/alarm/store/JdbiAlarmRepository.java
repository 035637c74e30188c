package vn.nhain.dashboard.alarm.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.nhain.dashboard.alarm.AlarmRepository;
import vn.nhain.dashboard.alarm.Condition;
import vn.nhain.dashboard.alarm.api.AlarmView;
import vn.nhain.dashboard.database.Instants;

/** Alarms in H2 or PostgreSQL. */
public final class JdbiAlarmRepository implements AlarmRepository {
    private final Jdbi jdbi;

    public JdbiAlarmRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<AlarmView> listActive() {
        return jdbi.withHandle(handle -> handle.select("select * from alarm where cleared_at is null order by id desc")
                .map((row, context) -> alarm(row))
                .list());
    }

    @Override
    public List<AlarmView> listNewest(int limit) {
        return jdbi.withHandle(handle -> handle.select("select * from alarm order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> alarm(row))
                .list());
    }

    @Override
    public long raise(Condition condition, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into alarm (cause, raised_at, severity, code, machine_id, order_id, en, vi)
                        values (:cause, :at, :severity, :code, :machineId, :orderId, :en, :vi)""")
                .bind("cause", condition.cause())
                .bind("at", Instants.toColumn(at))
                .bind("severity", condition.severity().name())
                .bind("code", condition.code())
                .bind("machineId", condition.machineId())
                .bind("orderId", condition.orderId())
                .bind("en", condition.en())
                .bind("vi", condition.vi())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }

    @Override
    public void reword(long id, Condition condition) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update alarm set en = :en, vi = :vi, severity = :severity where id = :id")
                .bind("id", id)
                .bind("en", condition.en())
                .bind("vi", condition.vi())
                .bind("severity", condition.severity().name())
                .execute());
    }

    @Override
    public void clear(long id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update alarm set cleared_at = :at where id = :id")
                .bind("id", id)
                .bind("at", Instants.toColumn(at))
                .execute());
    }

    @Override
    public boolean acknowledge(long id, Instant at, String who) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update alarm set acknowledged_at = coalesce(acknowledged_at, :at),
                                  acknowledged_by = coalesce(acknowledged_by, :who) where id = :id""")
                        .bind("id", id)
                        .bind("at", Instants.toColumn(at))
                        .bind("who", who)
                        .execute())
                == 1;
    }

    private static AlarmView alarm(ResultSet row) throws SQLException {
        return new AlarmView(
                Long.toString(row.getLong("id")),
                row.getString("cause"),
                Instants.of(row, "raised_at"),
                Instants.orNull(row, "cleared_at"),
                row.getString("severity"),
                row.getString("machine_id"),
                row.getString("order_id"),
                row.getString("code"),
                row.getString("en"),
                row.getString("vi"),
                row.getString("acknowledged_by"),
                Instants.orNull(row, "acknowledged_at"));
    }
}
