package vn.nhain.dashboard.telemetry.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.InfluxQLQueryApi;
import com.influxdb.client.domain.InfluxQLQuery;
import com.influxdb.exceptions.InfluxException;
import com.influxdb.query.InfluxQLQueryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.config.TelemetryConfig;
import vn.nhain.dashboard.problem.UnavailableException;
import vn.nhain.dashboard.telemetry.StateSpans;
import vn.nhain.dashboard.telemetry.TelemetryStore;
import vn.nhain.dashboard.telemetry.api.History;
import vn.nhain.dashboard.telemetry.api.StateSpan;

/**
 * An InfluxDB 1.x, or a 2.x whose bucket is mapped to a database, read by InfluxQL. It may be away at start and come back:
 * each call says so by itself.
 */
public final class InfluxStore implements TelemetryStore {
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final TelemetryConfig config;
    private final InfluxDBClient client;
    private final InfluxQLQueryApi queries;

    private InfluxStore(TelemetryConfig config, InfluxDBClient client) {
        this.config = config;
        this.client = client;
        this.queries = client.getInfluxQLQueryApi();
    }

    /** Prepares the client; nothing is sent yet. */
    public static InfluxStore connect(TelemetryConfig config) {
        InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder()
                .url(config.url())
                .bucket(config.database())
                .org("-");
        if (!config.token().isEmpty()) {
            options.authenticateToken(config.token().toCharArray());
        } else if (!config.user().isEmpty()) {
            // all of 1.x know basic logins; "user:password" as a token only the last of them
            String login = Credentials.basic(config.user(), config.password());
            options.okHttpClient(new OkHttpClient.Builder()
                    .addInterceptor(chain -> chain.proceed(chain.request()
                            .newBuilder()
                            .header("Authorization", login)
                            .build())));
        }
        return new InfluxStore(config, InfluxDBClientFactory.create(options.build()));
    }

    @Override
    public List<History.Point> means(String machineId, String metric, Instant from, Instant to, Duration bucket) {
        List<History.Point> points = new ArrayList<>();
        String sql =
                "SELECT MEAN(\"value\") AS \"mean\" FROM \"machine\" WHERE \"machine\" = %s AND \"metric\" = %s AND time >= '%s' AND time < '%s' GROUP BY time(%dms) fill(none)"
                        .formatted(text(machineId), text(metric), from, to, bucket.toMillis());
        query(sql, (series, row) -> {
            Object mean = row.getValueByKey("mean");
            if (mean != null) {
                points.add(new History.Point(time(row), Double.parseDouble(mean.toString())));
            }
        });
        return points;
    }

    @Override
    public List<StateSpan> states(String machineId, Instant from, Instant to) {
        StateSpans spans = new StateSpans(from, to);
        String of = "SELECT \"text\" FROM \"machine\" WHERE \"machine\" = %s AND \"metric\" = 'state' AND "
                .formatted(text(machineId));
        Rows add = (series, row) -> spans.add(time(row), String.valueOf(row.getValueByKey("text")));
        query(
                of + "time >= '%s' AND time < '%s' ORDER BY time DESC LIMIT 1".formatted(from.minus(LOOK_BACK), from),
                add);
        query(of + "time >= '%s' AND time < '%s' ORDER BY time".formatted(from, to), add);
        return spans.finish();
    }

    @Override
    public Map<String, Long> rowsByMachine() {
        Map<String, Long> rows = new TreeMap<>();
        query("SELECT COUNT(\"quality\") AS \"rows\" FROM \"machine\" GROUP BY \"machine\"", (series, row) -> {
            Object count = row.getValueByKey("rows");
            String machine = series.getTags().get("machine");
            if (count != null && machine != null) {
                rows.put(machine, (long) Double.parseDouble(count.toString()));
            }
        });
        return rows;
    }

    @Override
    public String writeUrl() {
        return config.url();
    }

    @Override
    public void close() {
        client.close();
    }

    /** Takes a row of a series. */
    private interface Rows {
        void take(InfluxQLQueryResult.Series series, InfluxQLQueryResult.Series.Record row);
    }

    private void query(String command, Rows rows) {
        @Nullable InfluxQLQueryResult answer;
        try {
            answer = queries.query(new InfluxQLQuery(command, config.database())
                    .setPrecision(InfluxQLQuery.InfluxQLPrecision.MILLISECONDS));
        } catch (InfluxException e) {
            throw new UnavailableException(
                    "The telemetry store (%s) does not answer: %s".formatted(config.url(), e.getMessage()), e);
        }
        if (answer == null) {
            return;
        }
        Consumer<InfluxQLQueryResult.Series> each = series -> series.getValues().forEach(row -> rows.take(series, row));
        answer.getResults().forEach(result -> result.getSeries().forEach(each));
    }

    private static Instant time(InfluxQLQueryResult.Series.Record row) {
        long millis = Long.parseLong(String.valueOf(row.getValueByKey("time")));
        return Instant.ofEpochMilli(millis);
    }

    /** A text literal; quotes and backslashes cannot end it. */
    private static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
