package vn.nhain.edge._bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vn.nhain.edge._support.InfluxServer;
import vn.nhain.edge._support.TestStore;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.pipeline.LiveListener;
import vn.nhain.edge.pipeline.Pipeline;
import vn.nhain.edge.pipeline.PipelineSettings;
import vn.nhain.edge.sink.PreparedWrite;
import vn.nhain.edge.sink.ReadingSink;
import vn.nhain.edge.sink.SpoolDrain;
import vn.nhain.edge.sink.WriteOutcome;
import vn.nhain.edge.sink.influx.InfluxSink;
import vn.nhain.edge.sink.influx.StoreSettings;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.spool.Counters;
import vn.nhain.edge.spool.Intake;
import vn.nhain.edge.spool.MvStoreSpool;
import vn.nhain.edge.spool.SpoolSettings;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/**
 * The store is back after an outage: how quickly the spool drains while machines talk on, whether readings of a machine
 * reach the store in order, and how late live state is meanwhile. Arguments: {@code questdb} or {@code influxdb}, minutes of
 * outage, readings a second. The outage's readings are spooled beforehand, as quickly as that goes.
 */
final class DrainRate {
    private static final int MACHINES = 20;
    private static final int METRICS = 50;
    private static final int STEPS_A_SECOND = 20;
    private static final int MOST_LIVE = 1_000_000;

    private final int rate;
    private final MvStoreSpool spool;
    private final Pipeline pipeline;
    private final long[] lateMicros = new long[MOST_LIVE];
    private volatile int lateSeen;
    private volatile boolean ended;

    private DrainRate(int rate, MvStoreSpool spool) {
        this.rate = rate;
        this.spool = spool;
        Set<String> machines = new TreeSet<>();
        for (int i = 0; i < MACHINES; i++) {
            machines.add("M" + i);
        }
        pipeline = new Pipeline(
                machines, PipelineSettings.DEFAULTS, spool, new Late(), Clock.systemUTC(), System::nanoTime);
    }

    @SuppressWarnings("SystemOut") // the numbers are what it is for
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("nhain-drain-rate-");
        boolean one = args[0].equals("influxdb");
        int rate = Integer.parseInt(args[2]);
        long backlog = Long.parseLong(args[1]) * 60 * rate;
        try (InfluxServer influx = one ? InfluxServer.start(folder.resolve("store")) : null;
                TestStore questdb = one ? null : TestStore.start(folder.resolve("store"));
                MvStoreSpool spool =
                        new MvStoreSpool(folder.resolve("spool.mv"), SpoolSettings.DEFAULTS, Clock.systemUTC())) {
            StoreSettings settings = influx != null
                    ? settings(influx.url())
                    : StoreSettings.embedded(questdb == null ? URI.create("http://127.0.0.1") : questdb.url());
            DrainRate drainRate = new DrainRate(rate, spool);
            drainRate.fill(backlog);
            Ordered sink = new Ordered(new InfluxSink("hcm1", settings));
            Thread talk = new Thread(drainRate::talk, "edge-talk");
            talk.start();
            Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10), new Random(1));
            try (SpoolDrain drain =
                    new SpoolDrain(spool, sink, folder.resolve("quarantine.lp"), settings.batchSize(), backoff)) {
                Counters before = spool.status().counters();
                ThreadWork work = ThreadWork.now("edge-");
                long start = System.nanoTime();
                drain.start();
                while (spool.status().depth() > 2L * rate) {
                    Thread.sleep(50);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                long stored = spool.status().counters().stored() - before.stored();
                System.out.printf(
                        "BENCH %s: backlog of %d readings drained in %.1f s beside %d/s, %.0f readings/s%n",
                        args[0], backlog, seconds, rate, stored / seconds);
                System.out.println("BENCH " + ThreadWork.now("edge-").since(work, (int) stored));
                System.out.println("BENCH readings out of order: " + sink.outOfOrder + ", " + drainRate.late());
            }
            drainRate.ended = true;
            talk.join();
            Counters counters = spool.status().counters();
            System.out.println("BENCH balanced: " + (counters.isIntakeBalanced() && counters.isStoreBalanced())
                    + ", dropped " + counters.dropped() + ", quarantined " + counters.quarantined());
        }
        System.exit(0); // the store's threads would linger
    }

    private static StoreSettings settings(URI url) {
        return new StoreSettings(
                url,
                StoreSettings.Dialect.V1,
                "",
                "",
                InfluxServer.DATABASE,
                "",
                InfluxServer.USER,
                InfluxServer.PASSWORD,
                StoreSettings.embedded(url).batchSize(),
                Duration.ofSeconds(30));
    }

    @SuppressWarnings("SystemOut") // the numbers are what it is for
    private void fill(long backlog) throws InterruptedException {
        Instant from = Instant.now().minusMillis(backlog * 1_000 / rate);
        long start = System.nanoTime();
        for (long i = 0; i < backlog; i += 1_000) {
            List<Reading> readings = new ArrayList<>(1_000);
            for (long n = i; n < Math.min(backlog, i + 1_000); n++) {
                readings.add(Reading.number(machine(n), metric(n), n / 8.0, from.plusMillis(n * 1_000 / rate)));
            }
            spool.add(new Intake(readings, 0, 0, 0), () -> {});
        }
        while (spool.status().counters().accepted() < backlog) {
            Thread.sleep(10);
        }
        System.out.printf(
                "BENCH spooled %d readings, %.0f readings/s, file %d MiB%n",
                backlog,
                backlog * 1e9 / (System.nanoTime() - start),
                spool.status().fileBytes() >> 20);
    }

    private static String machine(long number) {
        return "M" + number % MACHINES;
    }

    private static String metric(long number) {
        return "tag" + number / MACHINES % METRICS;
    }

    private void talk() {
        long next = System.nanoTime();
        long number = 0;
        while (!ended) {
            Map<String, List<SourceValue>> byMachine = new HashMap<>();
            for (int i = 0; i < rate / STEPS_A_SECOND; i++, number++) {
                byMachine
                        .computeIfAbsent(machine(number), id -> new ArrayList<>())
                        .add(new SourceValue(
                                machine(number), metric(number), (double) number, ReadingQuality.GOOD, Instant.now()));
            }
            byMachine.values().forEach(values -> pipeline.onValues(values, () -> {}));
            next += TimeUnit.SECONDS.toNanos(1) / STEPS_A_SECOND;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private String late() {
        long[] sorted = Arrays.copyOf(lateMicros, lateSeen);
        Arrays.sort(sorted);
        return sorted.length == 0
                ? "nothing came in"
                : "live state late by p50 %.2f ms, p99 %.2f ms, most %.2f ms"
                        .formatted(
                                sorted[sorted.length / 2] / 1e3,
                                sorted[(int) (sorted.length * 0.99)] / 1e3,
                                sorted[sorted.length - 1] / 1e3);
    }

    /** What a live sink sees, and how long after it happened. */
    private final class Late implements LiveListener {
        @Override
        public void onReadings(String machineId, List<Reading> readings) {
            Instant now = Instant.now();
            for (Reading reading : readings) {
                if (lateSeen < MOST_LIVE) {
                    // only the thread that talks comes here
                    int at = lateSeen;
                    lateMicros[at] = Duration.between(reading.sourceTime(), now).toNanos() / 1_000;
                    lateSeen = at + 1;
                }
            }
        }

        @Override
        public void onOnline(String machineId) {}

        @Override
        public void onOffline(String machineId) {}
    }

    /** Counts readings of a machine that go out after a later one. */
    private static final class Ordered implements ReadingSink {
        private final InfluxSink sink;
        private final Map<String, Instant> newestByMachine = new HashMap<>();
        final AtomicLong outOfOrder = new AtomicLong();

        Ordered(InfluxSink sink) {
            this.sink = sink;
        }

        @Override
        public PreparedWrite prepare(List<Reading> batch) {
            PreparedWrite write = sink.prepare(batch);
            return () -> {
                WriteOutcome outcome = write.send();
                if (outcome instanceof WriteOutcome.Written) {
                    note(batch);
                }
                return outcome;
            };
        }

        private void note(List<Reading> batch) {
            long backwards = 0;
            for (Reading reading : batch) {
                Instant before = newestByMachine.put(reading.machineId(), reading.sourceTime());
                backwards += before != null && before.isAfter(reading.sourceTime()) ? 1 : 0;
            }
            outOfOrder.addAndGet(backwards);
        }

        @Override
        public String describe(Reading reading) {
            return sink.describe(reading);
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}
