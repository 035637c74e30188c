package vn.nhain.dashboard.plan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import vn.nhain.dashboard.database.Instants;
import vn.nhain.dashboard.json.Json;
import vn.nhain.dashboard.plan.Execution;
import vn.nhain.dashboard.plan.ExecutionRepository;
import vn.nhain.dashboard.plan.JobKey;
import vn.nhain.plant.command.JobStart;

/** Executions in H2 or PostgreSQL. */
public final class JdbiExecutionRepository implements ExecutionRepository {
    private static final String UPDATE = """
            update execution set machine_id = :machineId, status = :status, plan_version = :planVersion,
              attempt = :attempt, command = :command, sent_at = :sentAt, acknowledged_at = :acknowledgedAt,
              started_at = :startedAt, ended_at = :endedAt, good_before = :goodBefore, good = :good, waste = :waste,
              total = :total, message = :message
            where order_id = :orderId and operation_id = :operationId""";
    private static final String INSERT = """
            insert into execution (order_id, operation_id, machine_id, status, plan_version, attempt, command, sent_at,
              acknowledged_at, started_at, ended_at, good_before, good, waste, total, message)
            values (:orderId, :operationId, :machineId, :status, :planVersion, :attempt, :command, :sentAt,
              :acknowledgedAt, :startedAt, :endedAt, :goodBefore, :good, :waste, :total, :message)""";

    private final Jdbi jdbi;

    public JdbiExecutionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Execution> listExecutions() {
        return jdbi.withHandle(handle -> handle.select("select * from execution")
                .map((row, context) -> execution(row))
                .list());
    }

    @Override
    public void save(Execution execution) {
        jdbi.useTransaction(handle -> {
            if (bind(handle.createUpdate(UPDATE), execution).execute() == 0) {
                bind(handle.createUpdate(INSERT), execution).execute();
            }
        });
    }

    private static Update bind(Update update, Execution e) {
        return update.bind("orderId", e.key().orderId())
                .bind("operationId", e.key().operationId())
                .bind("machineId", e.machineId())
                .bind("status", e.status().name())
                .bind("planVersion", e.planVersion())
                .bind("attempt", e.attempt())
                .bind("command", Json.write(e.command()))
                .bind("sentAt", Instants.toColumn(e.sentAt()))
                .bind("acknowledgedAt", Instants.toColumn(e.acknowledgedAt()))
                .bind("startedAt", Instants.toColumn(e.startedAt()))
                .bind("endedAt", Instants.toColumn(e.endedAt()))
                .bind("goodBefore", e.goodBefore())
                .bind("good", e.good())
                .bind("waste", e.waste())
                .bind("total", e.total())
                .bind("message", e.message());
    }

    private static Execution execution(ResultSet row) throws SQLException {
        return new Execution(
                new JobKey(row.getString("order_id"), row.getString("operation_id")),
                row.getString("machine_id"),
                Execution.Status.valueOf(row.getString("status")),
                row.getInt("plan_version"),
                row.getInt("attempt"),
                Json.read(row.getString("command"), JobStart.class),
                Instants.of(row, "sent_at"),
                Instants.orNull(row, "acknowledged_at"),
                Instants.orNull(row, "started_at"),
                Instants.orNull(row, "ended_at"),
                row.getDouble("good_before"),
                row.getDouble("good"),
                row.getDouble("waste"),
                row.getInt("total"),
                row.getString("message"));
    }
}
