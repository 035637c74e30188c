package vn.nhain.edge.configure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import vn.nhain.edge.command.CommandRouter;
import vn.nhain.edge.command.JobTarget;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.config.HealthSettings;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.health.HealthReport;
import vn.nhain.edge.health.HealthServer;
import vn.nhain.edge.pipeline.CounterMemory;
import vn.nhain.edge.pipeline.Pipeline;
import vn.nhain.edge.sink.SpoolDrain;
import vn.nhain.edge.sink.influx.InfluxSink;
import vn.nhain.edge.sink.sparkplug.SparkplugNode;
import vn.nhain.edge.sink.sparkplug.SparkplugStatus;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.spool.MvStoreSpool;
import vn.nhain.edge.spool.ReadingSpool;
import vn.nhain.edge.spool.SpoolStatus;

/** One running agent: machines, spool, store, live state, commands, health. Closing it loses nothing. */
public final class EdgeAgent implements AutoCloseable {
    private static final Duration SILENCE_CHECK = Duration.ofSeconds(1);
    private static final Duration COUNTERS_SAVED = Duration.ofSeconds(10);
    private static final Duration FIRST_STORE_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_STORE_PAUSE = Duration.ofSeconds(10);

    private final ReadingSpool spool;
    private final List<TelemetrySource> sources = new ArrayList<>();
    private final SpoolDrain drain;
    private final SparkplugNode node;
    private final CommandRouter router;
    private final Pipeline pipeline;
    private final CounterMemory counters;
    private final HealthServer health;
    private final String agentId;
    private final TaskRunner runner = new TaskRunner("edge-watch", 1);

    /**
     * Starts an agent and returns at once; machines, store and broker are connected in the background, in parallel.
     *
     * @param plantClock plant time
     * @throws vn.nhain.edge.spool.SpoolException when the spool is damaged or in use
     * @throws UncheckedIOException when the port of the health page is in use
     */
    public static EdgeAgent start(EdgeConfig config, Clock plantClock) {
        return new EdgeAgent(config, plantClock, Clock.systemUTC());
    }

    private EdgeAgent(EdgeConfig config, Clock plantClock, Clock wallClock) {
        RandomGenerator random = new Random();
        agentId = config.agentId();
        spool = new MvStoreSpool(config.dataDir().resolve("spool.mv"), config.spool(), wallClock);
        config.sources().forEach(plan -> sources.add(plan.open(wallClock, System::nanoTime, random)));
        Set<String> machines = new LinkedHashSet<>();
        sources.forEach(source -> machines.addAll(source.machineIds()));
        LateCommands commands = new LateCommands();
        node = new SparkplugNode(config.sparkplug(), config.dataDir(), commands, plantClock, wallClock, random);
        counters = CounterMemory.of(config.dataDir().resolve("counters.json"));
        pipeline = new Pipeline(machines, config.pipeline(), spool, node, plantClock, System::nanoTime, counters);
        pipeline.configure(machines, config.pipeline(), spans(config.sources()));
        router = new CommandRouter(
                sources.stream()
                        .filter(JobTarget.class::isInstance)
                        .map(JobTarget.class::cast)
                        .toList(),
                pipeline);
        commands.connect(router);
        drain = new SpoolDrain(
                spool,
                new InfluxSink(config.plantId(), config.store()),
                config.dataDir().resolve("quarantine.lp"),
                config.store().batchSize(),
                new Backoff(FIRST_STORE_PAUSE, LONGEST_STORE_PAUSE, random));
        health = listen(config.health());
        drain.start();
        node.start();
        sources.forEach(source -> source.start(pipeline));
        runner.every(SILENCE_CHECK, pipeline::checkSilence);
        runner.every(COUNTERS_SAVED, counters::save);
    }

    private static Map<String, Map<String, Double>> spans(List<SourcePlan> plans) {
        Map<String, Map<String, Double>> spans = new HashMap<>();
        for (SourcePlan plan : plans) {
            for (String machine : plan.machineIds()) {
                spans.computeIfAbsent(machine, id -> new HashMap<>()).putAll(plan.spanByMetric());
            }
        }
        return spans;
    }

    private HealthServer listen(HealthSettings settings) {
        try {
            return new HealthServer(settings.address(), settings.port(), this::health);
        } catch (IOException e) {
            spool.close();
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** All that the agent says about itself. */
    public HealthReport health() {
        return new HealthReport(
                agentId, sources(), pipeline.states(), spool.status(), drain.status(), node.status(), router.counts());
    }

    /** Where the health page is. */
    public URI healthUrl() {
        return health.url();
    }

    /** How full the spool is, with the counters. */
    public SpoolStatus spool() {
        return spool.status();
    }

    /** How live state is doing. */
    public SparkplugStatus sparkplug() {
        return node.status();
    }

    /** How each connection to machines is doing. */
    public List<SourceStatus> sources() {
        return sources.stream().flatMap(source -> source.status().stream()).toList();
    }

    @Override
    public void close() {
        health.close();
        runner.close();
        sources.forEach(TelemetrySource::close);
        node.close();
        drain.close();
        counters.save();
        spool.close();
    }
}
