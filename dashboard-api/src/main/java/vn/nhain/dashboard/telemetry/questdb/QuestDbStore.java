package vn.nhain.dashboard.telemetry.questdb;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;
import io.questdb.griffin.engine.functions.bind.BindVariableServiceImpl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.config.TelemetryConfig;
import vn.nhain.dashboard.problem.StartupException;
import vn.nhain.dashboard.problem.UnavailableException;
import vn.nhain.dashboard.telemetry.StateSpans;
import vn.nhain.dashboard.telemetry.TelemetryStore;
import vn.nhain.dashboard.telemetry.api.History;
import vn.nhain.dashboard.telemetry.api.StateSpan;

/** The telemetry store in this process. */
public final class QuestDbStore implements TelemetryStore {
    private static final Logger log = LoggerFactory.getLogger(QuestDbStore.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How far back the state at the beginning of a span is looked for. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    /**
     * As the line protocol would make them, but with deduplication, which must be there before the first write. Nanoseconds:
     * they are part of a reading's key.
     */
    private static final String TABLE = """
            create table if not exists %s (
              timestamp timestamp_ns, plant symbol, machine symbol, %s symbol,
              value double, text varchar, quality symbol
            ) timestamp(timestamp) partition by day ttl %d days wal
            dedup upsert keys(timestamp, plant, machine, %2$s)""";

    private final QuestDbServer server;
    private final CairoEngine engine;

    private QuestDbStore(QuestDbServer server) {
        this.server = server;
        this.engine = server.engine();
    }

    /**
     * Starts the server and makes its tables.
     *
     * @throws StartupException when it cannot start; its files stay as they are
     */
    public static QuestDbStore start(TelemetryConfig config) {
        if (!config.bind().equals(LOOPBACK) && !config.bind().equals("localhost")) {
            throw new StartupException(
                    "The telemetry.bind (%s) must be 127.0.0.1: the embedded store has no password. For edge agents on other machines set telemetry.url to an InfluxDB."
                            .formatted(config.bind()),
                    null);
        }
        QuestDbServer server = QuestDbServer.start(config.folder(), config.bind(), config.port());
        try {
            QuestDbStore store = new QuestDbStore(server);
            store.engine.execute(TABLE.formatted("machine", "metric", config.retentionDays()), store.context());
            store.engine.execute(TABLE.formatted("event", "kind", config.retentionDays()), store.context());
            store.check();
            log.info("Telemetry store listens on {}", store.writeUrl());
            return store;
        } catch (SqlException | RuntimeException | Error e) {
            // QuestDB throws errors of its own for damaged files
            server.close();
            throw QuestDbServer.damaged(config.folder().toAbsolutePath(), e);
        }
    }

    @Override
    public List<History.Point> means(String machineId, String metric, Instant from, Instant to, Duration bucket) {
        List<History.Point> points = new ArrayList<>();
        String sql = """
                select timestamp, avg(value) from machine
                where machine = $1 and metric = $2 and timestamp >= '%s' and timestamp < '%s' and value != null
                sample by %dT align to calendar""".formatted(from, to, bucket.toMillis());
        query(
                sql,
                row -> {
                    double mean = row.getDouble(1);
                    if (Double.isFinite(mean)) {
                        points.add(new History.Point(instant(row.getTimestamp(0)), mean));
                    }
                },
                machineId,
                metric);
        return points;
    }

    @Override
    public List<StateSpan> states(String machineId, Instant from, Instant to) {
        StateSpans spans = new StateSpans(from, to);
        String of = "select timestamp, text from machine where machine = $1 and metric = 'state' and ";
        Consumer<Record> add = row -> spans.add(instant(row.getTimestamp(0)), String.valueOf(row.getVarcharA(1)));
        query(
                of
                        + "timestamp >= '%s' and timestamp < '%s' order by timestamp desc limit 1"
                                .formatted(from.minus(LOOK_BACK), from),
                add,
                machineId);
        query(of + "timestamp >= '%s' and timestamp < '%s' order by timestamp".formatted(from, to), add, machineId);
        return spans.finish();
    }

    @Override
    public Map<String, Long> rowsByMachine() {
        Map<String, Long> rows = new TreeMap<>();
        query("select machine, count() from machine", row -> rows.put(String.valueOf(row.getSymA(0)), row.getLong(1)));
        return rows;
    }

    @Override
    public String writeUrl() {
        return "http://" + LOOPBACK + ":" + server.port();
    }

    /** Waits until everything that was acknowledged can be read. */
    void awaitApplied() {
        engine.awaitTable("machine", 10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Reads the tables once, and looks for one that QuestDB has suspended after an error. */
    private void check() throws SqlException {
        run("select count() from machine", row -> {});
        run("select count() from event", row -> {});
        run("select name from wal_tables() where suspended", row -> {
            throw new IllegalStateException("its table %s is suspended".formatted(row.getStrA(0)));
        });
    }

    private void query(String sql, Consumer<Record> each, String... variables) {
        try {
            run(sql, each, variables);
        } catch (SqlException | RuntimeException e) {
            throw new UnavailableException("The telemetry store does not answer: " + e.getMessage(), e);
        }
    }

    private void run(String sql, Consumer<Record> each, String... variables) throws SqlException {
        SqlExecutionContext context = context(variables);
        try (RecordCursorFactory factory = engine.select(sql, context);
                RecordCursor cursor = factory.getCursor(context)) {
            Record row = cursor.getRecord();
            while (cursor.hasNext()) {
                each.accept(row);
            }
        }
    }

    /** One a query: a context belongs to one thread. */
    private SqlExecutionContext context(String... variables) throws SqlException {
        BindVariableServiceImpl bound = new BindVariableServiceImpl(engine.getConfiguration());
        for (int i = 0; i < variables.length; i++) {
            bound.setStr(i, variables[i]);
        }
        return new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE, bound);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
