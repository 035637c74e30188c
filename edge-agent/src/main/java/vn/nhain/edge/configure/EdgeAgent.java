package vn.nhain.edge.configure;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.pipeline.LiveListener;
import vn.nhain.edge.pipeline.Pipeline;
import vn.nhain.edge.sink.SpoolDrain;
import vn.nhain.edge.sink.influx.InfluxSink;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.mqtt.MqttSource;
import vn.nhain.edge.source.opcua.OpcUaSource;
import vn.nhain.edge.spool.MvStoreSpool;
import vn.nhain.edge.spool.ReadingSpool;
import vn.nhain.edge.spool.SpoolStatus;
import vn.nhain.plant.reading.Reading;

/** One running agent: machines, spool, store, live state, commands, health. Closing it loses nothing. */
public final class EdgeAgent implements AutoCloseable {
    private static final Duration SILENCE_CHECK = Duration.ofSeconds(1);
    private static final Duration FIRST_STORE_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_STORE_PAUSE = Duration.ofSeconds(10);

    private final ReadingSpool spool;
    private final List<TelemetrySource> sources = new ArrayList<>();
    private final SpoolDrain drain;
    private final TaskRunner runner = new TaskRunner("edge-watch", 1);

    /**
     * Starts an agent and returns at once; machines, store and broker are connected in the background, in parallel.
     *
     * @param plantClock plant time
     * @throws vn.nhain.edge.spool.SpoolException when the spool is damaged or in use
     */
    public static EdgeAgent start(EdgeConfig config, Clock plantClock) {
        return new EdgeAgent(config, plantClock, Clock.systemUTC());
    }

    private EdgeAgent(EdgeConfig config, Clock plantClock, Clock wallClock) {
        RandomGenerator random = new Random();
        spool = new MvStoreSpool(config.dataDir().resolve("spool.mv"), config.spool());
        if (!config.opcUaMachines().isEmpty()) {
            sources.add(new OpcUaSource(config.opcUaMachines(), config.opcUa(), wallClock, System::nanoTime, random));
        }
        if (!config.mqttMachines().isEmpty()) {
            sources.add(new MqttSource(config.mqttMachines(), config.mqttBroker(), wallClock, random));
        }
        Set<String> machines = new LinkedHashSet<>();
        sources.forEach(source -> machines.addAll(source.machineIds()));
        Pipeline pipeline = new Pipeline(machines, config.pipeline(), spool, new NoOne(), plantClock, System::nanoTime);
        drain = new SpoolDrain(
                spool,
                new InfluxSink(config.plantId(), config.store()),
                config.dataDir().resolve("quarantine.lp"),
                config.store().batchSize(),
                new Backoff(FIRST_STORE_PAUSE, LONGEST_STORE_PAUSE, random));
        drain.start();
        sources.forEach(source -> source.start(pipeline));
        runner.every(SILENCE_CHECK, pipeline::checkSilence);
    }

    /** How full the spool is, with the counters. */
    public SpoolStatus spool() {
        return spool.status();
    }

    /** How each connection to machines is doing. */
    public List<SourceStatus> sources() {
        return sources.stream().flatMap(source -> source.status().stream()).toList();
    }

    @Override
    public void close() {
        runner.close();
        sources.forEach(TelemetrySource::close);
        drain.close();
        spool.close();
    }

    private static final class NoOne implements LiveListener {
        @Override
        public void onReadings(String machineId, List<Reading> readings) {}

        @Override
        public void onOnline(String machineId) {}

        @Override
        public void onOffline(String machineId) {}
    }
}
