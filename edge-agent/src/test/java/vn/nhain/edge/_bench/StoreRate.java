package vn.nhain.edge._bench;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import vn.nhain.edge._support.InfluxServer;
import vn.nhain.edge._support.TestStore;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.connection.NoDelaySocketFactory;
import vn.nhain.edge.sink.SpoolDrain;
import vn.nhain.edge.sink.influx.InfluxSink;
import vn.nhain.edge.sink.influx.StoreSettings;
import vn.nhain.edge.spool.Intake;
import vn.nhain.edge.spool.MvStoreSpool;
import vn.nhain.edge.spool.SpoolSettings;
import vn.nhain.plant.reading.Reading;

/**
 * Points a second of the agent's way (spool on disk, drain, sink) against the bare client writing the same points, by turns
 * against one store. Arguments: {@code questdb} or {@code influxdb}, points a round, rounds. {@code docs/benchmarks.md} has
 * the command.
 */
public final class StoreRate {
    private static final int BATCH = 5_000;
    private static final int SERIES = Integer.getInteger("nhain.bench.series", 200);

    private final URI url;
    private final boolean one;
    private final Path folder;
    private Instant from = Instant.parse("2026-01-01T00:00:00Z");

    private StoreRate(URI url, boolean one, Path folder) {
        this.url = url;
        this.one = one;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("nhain-store-rate-");
        int points = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        if (args[0].equals("influxdb")) {
            try (InfluxServer store = InfluxServer.start(folder.resolve("store"))) {
                new StoreRate(store.url(), true, folder).run(points, rounds);
            }
        } else {
            try (TestStore store = TestStore.start(folder.resolve("store"))) {
                new StoreRate(store.url(), false, folder).run(points, rounds);
            }
        }
    }

    @SuppressWarnings("SystemOut") // the numbers are what it is for
    private void run(int points, int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            long bare = bare(readings(points));
            long agent = agent(readings(points), round);
            // the first round warms up
            System.out.printf(
                    "%s bare %d points/s, agent %d points/s, ratio %.2f%n",
                    round == 0 ? "warm-up:" : "round " + round + ":", bare, agent, (double) agent / bare);
        }
    }

    private List<Reading> readings(int points) {
        List<Reading> readings = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            readings.add(Reading.number("M" + i % SERIES, "speed.actual", i, from.plusMillis(i / SERIES)));
        }
        from = from.plusSeconds(3_600);
        return readings;
    }

    private StoreSettings settings() {
        return one
                ? new StoreSettings(
                        url,
                        StoreSettings.Dialect.V1,
                        "",
                        "",
                        InfluxServer.DATABASE,
                        "",
                        InfluxServer.USER,
                        InfluxServer.PASSWORD,
                        BATCH,
                        Duration.ofSeconds(30))
                : StoreSettings.embedded(url);
    }

    @SuppressWarnings("SystemOut") // the numbers are what it is for
    private long agent(List<Reading> readings, int round) throws Exception {
        try (MvStoreSpool spool =
                        new MvStoreSpool(folder.resolve("spool" + round), SpoolSettings.DEFAULTS, Clock.systemUTC());
                SpoolDrain drain = new SpoolDrain(
                        spool,
                        new InfluxSink("hcm1", settings()),
                        folder.resolve("quarantine.lp"),
                        BATCH,
                        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10), new Random(1)))) {
            ThreadWork before = ThreadWork.now("edge-");
            long start = System.nanoTime();
            drain.start();
            for (int i = 0; i < readings.size(); i += 100) {
                spool.add(new Intake(readings.subList(i, Math.min(readings.size(), i + 100)), 0, 0, 0), () -> {});
            }
            while (spool.status().counters().stored() < readings.size()) {
                Thread.sleep(5);
            }
            System.out.println("  agent: " + ThreadWork.now("edge-").since(before, readings.size()));
            return rate(readings.size(), start);
        }
    }

    @SuppressWarnings("SystemOut") // the numbers are what it is for
    private long bare(List<Reading> readings) throws IOException {
        OkHttpClient.Builder http = new OkHttpClient.Builder().socketFactory(new NoDelaySocketFactory());
        if (one) {
            String write = "%s/write?db=%s&precision=ns&u=%s&p=%s"
                    .formatted(url, InfluxServer.DATABASE, InfluxServer.USER, InfluxServer.PASSWORD);
            http.addInterceptor(chain -> {
                Request request = chain.request();
                return chain.proceed(request.newBuilder()
                        .url(
                                request.url().encodedPath().endsWith("/write")
                                        ? write
                                        : request.url().toString())
                        .build());
            });
        }
        InfluxDBClientOptions options = InfluxDBClientOptions.builder()
                .url(url.toString())
                .okHttpClient(http)
                .org("nhain")
                .bucket(InfluxServer.DATABASE)
                .build();
        try (InfluxDBClient client = InfluxDBClientFactory.create(options).enableGzip()) {
            WriteApiBlocking api = client.getWriteApiBlocking();
            ThreadWork before = ThreadWork.now("none");
            long start = System.nanoTime();
            for (int i = 0; i < readings.size(); i += BATCH) {
                List<String> lines = new ArrayList<>(BATCH);
                for (Reading reading : readings.subList(i, Math.min(readings.size(), i + BATCH))) {
                    lines.add(line(reading));
                }
                api.writeRecords(WritePrecision.NS, lines);
            }
            System.out.println("  bare:  " + ThreadWork.now("none").since(before, readings.size()));
            return rate(readings.size(), start);
        }
    }

    private static String line(Reading reading) {
        Instant time = reading.sourceTime();
        return "machine,plant=bare,machine=" + reading.machineId() + ",metric=" + reading.metric() + " value="
                + reading.value() + ",quality=\"good\" "
                + (time.getEpochSecond() * 1_000_000_000L + time.getNano());
    }

    private static long rate(int points, long start) {
        return points * 1_000_000_000L / (System.nanoTime() - start);
    }
}
