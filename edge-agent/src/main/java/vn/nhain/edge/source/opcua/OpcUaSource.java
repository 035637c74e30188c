package vn.nhain.edge.source.opcua;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.command.JobTarget;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.opcua.connect.Connector;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.plant.command.JobStart;

/** Presses over OPC UA, one connection each; all connect at the same time. */
public final class OpcUaSource implements TelemetrySource, JobTarget {
    private static final int MOST_THREADS = 8;
    private static final Duration CHECK = Duration.ofSeconds(1);

    private final Map<String, OpcUaMachine> machineById = new LinkedHashMap<>();
    private final OpcUaSettings settings;
    private final KeyFolder keys;
    private final Clock wallClock;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private final TaskRunner runner;

    private volatile Map<String, PressLink> linkById = Map.of();
    private volatile @Nullable SourceListener listener;

    /**
     * A source that is not started.
     *
     * @param keys the agent's keys and whom it trusts; made when a server is spoken to with a certificate
     */
    public OpcUaSource(
            List<OpcUaMachine> machines,
            OpcUaSettings settings,
            KeyFolder keys,
            Clock wallClock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        machines.forEach(machine -> machineById.put(machine.machineId(), machine));
        this.settings = settings;
        this.keys = keys;
        this.wallClock = wallClock;
        this.nanoTime = nanoTime;
        this.random = random;
        this.runner = new TaskRunner("edge-opcua", Math.max(1, Math.min(MOST_THREADS, machines.size())));
    }

    @Override
    public Set<String> machineIds() {
        return Set.copyOf(machineById.keySet());
    }

    @Override
    public void start(SourceListener listener) {
        this.listener = listener;
        Map<String, PressLink> links = new LinkedHashMap<>();
        for (OpcUaMachine machine : machineById.values()) {
            PressLink link = new PressLink(
                    machine,
                    settings,
                    new Connector(machine.server(), keys, settings.requestTimeout(), wallClock),
                    listener,
                    runner,
                    wallClock,
                    nanoTime,
                    random);
            links.put(machine.machineId(), link);
            runner.run(link::connect);
            runner.every(CHECK, link::check);
        }
        linkById = links;
    }

    @Override
    public List<SourceStatus> status() {
        return linkById.values().stream().map(PressLink::status).toList();
    }

    @Override
    public void start(JobStart job) {
        PressLink link = linkById.get(job.machineId());
        SourceListener answers = listener;
        if (link != null && answers != null) {
            runner.run(() -> new JobCall(machineById.get(job.machineId()), link, answers).send(job));
        }
    }

    @Override
    public void close() {
        runner.close();
        linkById.values().parallelStream().forEach(PressLink::close);
    }
}
