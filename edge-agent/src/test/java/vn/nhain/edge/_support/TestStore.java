package vn.nhain.edge._support;

import io.questdb.ServerMain;
import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContextImpl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** QuestDB in this process with the tables that the dashboard makes. */
public final class TestStore implements AutoCloseable {
    private static final String TABLE = """
            create table if not exists %s (
              timestamp timestamp_ns, plant symbol, machine symbol, %s symbol,
              value double, text varchar, quality symbol
            ) timestamp(timestamp) partition by day wal
            dedup upsert keys(timestamp, plant, machine, %2$s)""";

    private final ServerMain server;
    private final SqlExecutionContextImpl context;

    private TestStore(ServerMain server, SqlExecutionContextImpl context) {
        this.server = server;
        this.context = context;
    }

    /** Starts a store on a free port. */
    public static TestStore start(Path folder) throws IOException, SqlException {
        return start(folder, 0);
    }

    /** Starts a store on this port. */
    public static TestStore start(Path folder, int port) throws IOException, SqlException {
        Files.createDirectories(folder);
        ServerMain server = ServerMain.create(
                folder.toString(),
                Map.of(
                        "QDB_HTTP_BIND_TO", "127.0.0.1:" + port,
                        "QDB_HTTP_MIN_ENABLED", "false",
                        "QDB_PG_ENABLED", "false",
                        "QDB_LINE_TCP_ENABLED", "false",
                        "QDB_TELEMETRY_ENABLED", "false",
                        "QDB_SHARED_WORKER_COUNT", "1",
                        "QDB_METRICS_ENABLED", "false",
                        "QDB_CAIRO_COMMIT_MODE", "sync"));
        server.start();
        CairoEngine engine = server.getEngine();
        SqlExecutionContextImpl context =
                new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE, null);
        engine.execute(TABLE.formatted("machine", "metric"), context);
        engine.execute(TABLE.formatted("event", "kind"), context);
        return new TestStore(server, context);
    }

    public int port() {
        return server.getHttpServerPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** All rows of measurement {@code machine}, once what was written is applied. */
    public long rows() {
        return rows("machine");
    }

    /** All rows of a measurement, once what was written is applied. */
    public synchronized long rows(String measurement) {
        server.awaitTable(measurement);
        return Long.parseLong(query("select count() from " + measurement).get(0));
    }

    /** The texts of a metric in order of time. */
    public synchronized List<String> texts(String machine, String metric) {
        server.awaitTable("machine");
        return query("select text from machine where machine = '%s' and metric = '%s' order by timestamp"
                .formatted(machine, metric));
    }

    /** The values of a metric in order of time. */
    public synchronized List<String> values(String machine, String metric) {
        server.awaitTable("machine");
        return query("select value::string from machine where machine = '%s' and metric = '%s' order by timestamp"
                .formatted(machine, metric));
    }

    /** All numbers of measurement {@code machine} as line protocol, once what was written is applied. */
    public synchronized List<String> dump() {
        server.awaitTable("machine");
        return query("""
                select concat('machine,plant=', plant, ',machine=', machine, ',metric=', metric,
                  ' value=', value::string, ',quality="', quality, '" ', timestamp::long::string) from machine""");
    }

    private List<String> query(String sql) {
        List<String> rows = new ArrayList<>();
        try (RecordCursorFactory factory = server.getEngine().select(sql, context);
                RecordCursor cursor = factory.getCursor(context)) {
            var columnType =
                    io.questdb.cairo.ColumnType.tagOf(factory.getMetadata().getColumnType(0));
            while (cursor.hasNext()) {
                var row = cursor.getRecord();
                Object value =
                        switch (columnType) {
                            case io.questdb.cairo.ColumnType.LONG -> row.getLong(0);
                            case io.questdb.cairo.ColumnType.VARCHAR -> row.getVarcharA(0);
                            default -> row.getStrA(0);
                        };
                rows.add(String.valueOf(value));
            }
        } catch (SqlException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    @Override
    public void close() {
        context.close();
        server.close();
    }
}
