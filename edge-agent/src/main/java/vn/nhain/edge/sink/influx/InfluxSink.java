package vn.nhain.edge.sink.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.util.List;
import okhttp3.OkHttpClient;
import vn.nhain.edge.connection.NoDelaySocketFactory;
import vn.nhain.edge.sink.PreparedWrite;
import vn.nhain.edge.sink.ReadingSink;
import vn.nhain.edge.sink.WriteOutcome;
import vn.nhain.plant.reading.Reading;

/**
 * Writes line protocol to InfluxDB or to what speaks like it. A timeout does not cancel the write on the other side; since
 * the same reading replaces itself there, writing it again is safe.
 */
public final class InfluxSink implements ReadingSink {
    private final LineProtocol protocol;
    private final InfluxDBClient client;
    private final WriteApiBlocking api;

    /** @param plantId tag {@code plant} of every row */
    public InfluxSink(String plantId, StoreSettings settings) {
        protocol = new LineProtocol(plantId);
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .socketFactory(new NoDelaySocketFactory())
                .connectTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .readTimeout(settings.timeout())
                .addInterceptor(new NoContentInterceptor())
                .addInterceptor(new QuickGzip());
        if (settings.dialect() == StoreSettings.Dialect.V1) {
            http.addInterceptor(new InfluxOneInterceptor(settings));
        }
        InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder()
                .url(settings.url().toString())
                .okHttpClient(http)
                .org(settings.org().isEmpty() ? "nhain" : settings.org())
                .bucket(settings.bucket())
                .precision(WritePrecision.NS);
        if (!settings.token().isEmpty()) {
            options.authenticateToken(settings.token().toCharArray());
        }
        client = InfluxDBClientFactory.create(options.build());
        api = client.getWriteApiBlocking();
    }

    @Override
    public PreparedWrite prepare(List<Reading> batch) {
        String lines = protocol.lines(batch);
        return () -> send(lines);
    }

    private WriteOutcome send(String lines) {
        try {
            api.writeRecord(WritePrecision.NS, lines);
            return new WriteOutcome.Written();
        } catch (InfluxException e) {
            return Refusal.of(e.status(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether something that speaks like InfluxDB answers there. */
    public boolean answers() {
        return Boolean.TRUE.equals(client.ping());
    }

    /** Whether the store would take readings: tries with a comment, which needs every right and leaves nothing behind. */
    public WriteOutcome tryWrite() {
        WriteOutcome outcome = send("# nhain edge check");
        // QuestDB knows no comments; a store that judges the line has let us write
        return outcome instanceof WriteOutcome.Refused ? new WriteOutcome.Written() : outcome;
    }

    @Override
    public String describe(Reading reading) {
        return protocol.lines(List.of(reading));
    }

    @Override
    public void close() {
        client.close();
    }
}
