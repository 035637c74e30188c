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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.command.CommandRouter;
import vn.nhain.edge.config.ConfigException;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.config.HealthSettings;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.health.HealthReport;
import vn.nhain.edge.health.HealthServer;
import vn.nhain.edge.health.Reload;
import vn.nhain.edge.pipeline.CounterMemory;
import vn.nhain.edge.pipeline.Pipeline;
import vn.nhain.edge.sink.SpoolDrain;
import vn.nhain.edge.sink.influx.InfluxSink;
import vn.nhain.edge.sink.sparkplug.SparkplugNode;
import vn.nhain.edge.sink.sparkplug.SparkplugStatus;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.spool.MvStoreSpool;
import vn.nhain.edge.spool.ReadingSpool;
import vn.nhain.edge.spool.SpoolStatus;

/** One running agent: machines, spool, store, live state, commands, health. Closing it loses nothing. */
public final class EdgeAgent implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EdgeAgent.class);
    private static final Duration SILENCE_CHECK = Duration.ofSeconds(1);
    private static final Duration COUNTERS_SAVED = Duration.ofSeconds(10);
    private static final Duration FIRST_STORE_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_STORE_PAUSE = Duration.ofSeconds(10);

    private final ReadingSpool spool;
    private final RunningSources sources;
    private final SparkplugNode node;
    private final CommandRouter router;
    private final Pipeline pipeline;
    private final CounterMemory counters;
    private final HealthServer health;
    private final RandomGenerator random = new Random();
    private final TaskRunner runner = new TaskRunner("edge-watch", 1);

    private volatile EdgeConfig config;
    private volatile SpoolDrain drain;

    /**
     * Starts an agent and returns at once; machines, store and broker are connected in the background, in parallel.
     *
     * @param plantClock plant time
     * @throws vn.nhain.edge.spool.SpoolException when the spool is damaged or in use
     * @throws UncheckedIOException when the port of the health page is in use
     */
    public static EdgeAgent start(EdgeConfig config, Clock plantClock) {
        return new EdgeAgent(config, plantClock, Clock.systemUTC(), null);
    }

    /**
     * The same with a configuration that can be read again, see {@link Reload}.
     *
     * @param file where it comes from
     */
    static EdgeAgent start(EdgeConfig config, ConfigFile file, Clock plantClock) {
        return new EdgeAgent(config, plantClock, Clock.systemUTC(), file);
    }

    private EdgeAgent(EdgeConfig config, Clock plantClock, Clock wallClock, @Nullable ConfigFile file) {
        this.config = config;
        spool = new MvStoreSpool(config.dataDir().resolve("spool.mv"), config.spool(), wallClock);
        sources = new RunningSources(wallClock, random);
        LateCommands commands = new LateCommands();
        node = new SparkplugNode(config.sparkplug(), config.dataDir(), commands, plantClock, wallClock, random);
        counters = CounterMemory.of(config.dataDir().resolve("counters.json"));
        pipeline =
                new Pipeline(machines(config), config.pipeline(), spool, node, plantClock, System::nanoTime, counters);
        pipeline.configure(machines(config), config.pipeline(), spans(config));
        router = new CommandRouter(List.of(), pipeline);
        commands.connect(router);
        drain = drain(config);
        health = listen(config.health(), file == null ? Reload.NONE : () -> reload(file));
        drain.start();
        node.start();
        List<String> begun = sources.become(config.sources(), pipeline);
        log.info("{} connections to machines", begun.size());
        router.setTargets(sources.jobTargets());
        runner.every(SILENCE_CHECK, pipeline::checkSilence);
        runner.every(COUNTERS_SAVED, counters::save);
    }

    private SpoolDrain drain(EdgeConfig of) {
        return new SpoolDrain(
                spool,
                new InfluxSink(of.plantId(), of.store()),
                of.dataDir().resolve("quarantine.lp"),
                of.store().batchSize(),
                new Backoff(FIRST_STORE_PAUSE, LONGEST_STORE_PAUSE, random));
    }

    private static Set<String> machines(EdgeConfig config) {
        Set<String> machines = new LinkedHashSet<>();
        config.sources().forEach(plan -> machines.addAll(plan.machineIds()));
        return machines;
    }

    private static Map<String, Map<String, Double>> spans(EdgeConfig config) {
        Map<String, Map<String, Double>> spans = new HashMap<>();
        for (SourcePlan plan : config.sources()) {
            for (String machine : plan.machineIds()) {
                spans.computeIfAbsent(machine, id -> new HashMap<>()).putAll(plan.spanByMetric());
            }
        }
        return spans;
    }

    /** Reads the configuration again and goes on with it; never throws. */
    private Reload.Answer reload(ConfigFile file) {
        try {
            EdgeConfig next = file.read();
            List<String> fixed = file.needsRestart(config, next);
            if (!fixed.isEmpty()) {
                return new Reload.Answer(
                        409,
                        List.of("Nothing is changed: %s can only change with a restart, which loses nothing either."
                                .formatted(String.join(", ", fixed))));
            }
            List<String> lines = become(next);
            log.info("The configuration was read again: {}", lines);
            return new Reload.Answer(200, lines);
        } catch (ConfigException e) {
            log.warn("The configuration was not taken over: {}", e.getMessage());
            return new Reload.Answer(422, List.of(String.valueOf(e.getMessage())));
        }
    }

    private synchronized List<String> become(EdgeConfig next) {
        EdgeConfig before = config;
        Set<String> both = machines(before);
        both.addAll(machines(next));
        // machines are known before their first value comes, and until their last one has come
        pipeline.configure(both, next.pipeline(), spans(next));
        List<String> lines = new ArrayList<>(sources.become(next.sources(), pipeline));
        router.setTargets(sources.jobTargets());
        pipeline.configure(machines(next), next.pipeline(), spans(next));
        if (!next.pipeline().equals(before.pipeline())) {
            lines.add("changed pipeline");
        }
        if (!next.store().equals(before.store())) {
            drain.close();
            SpoolDrain fresh = drain(next);
            drain = fresh;
            fresh.start();
            lines.add("changed store");
        }
        config = next;
        return lines.isEmpty() ? List.of("nothing has changed") : lines;
    }

    private HealthServer listen(HealthSettings settings, Reload reload) {
        try {
            return new HealthServer(settings.address(), settings.port(), this::health, reload);
        } catch (IOException e) {
            spool.close();
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** All that the agent says about itself. */
    public HealthReport health() {
        return new HealthReport(
                config.agentId(),
                sources(),
                pipeline.states(),
                spool.status(),
                drain.status(),
                node.status(),
                router.counts(),
                pipeline.counterSteps());
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
        return sources.status();
    }

    @Override
    public void close() {
        health.close();
        runner.close();
        sources.close();
        node.close();
        drain.close();
        counters.save();
        spool.close();
    }
}
