package vn.nhain.edge.source.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.broker.BrokerLink;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.broker.BrokerUser;
import vn.nhain.edge.broker.SessionPlan;
import vn.nhain.edge.command.JobTarget;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.plant.command.JobStart;

/**
 * Machines behind one broker, each read in its own way, through one connection. The broker keeps
 * what arrives while the agent is away, and a message is acknowledged only when its values are durable.
 */
public final class MqttSource implements TelemetrySource, JobTarget {
    private static final Logger log = LoggerFactory.getLogger(MqttSource.class);
    /** Larger messages are refused unread: a full one of a finishing machine has some 2 kB. */
    static final int MAX_PAYLOAD = 256 * 1024;

    private static final long SESSION_EXPIRY_SECONDS = 24L * 3600;

    private final Set<String> machineIds = new LinkedHashSet<>();
    private final Map<String, String> commandTopicById = new HashMap<>();
    private final List<MqttReader> readers = new ArrayList<>();
    private final BrokerSettings settings;
    private final TaskRunner runner = new TaskRunner("edge-mqtt", 1);
    private final BrokerLink link;
    private final AtomicLong messages = new AtomicLong();

    private volatile @Nullable SourceListener listener;

    public MqttSource(
            List<? extends MqttDevice> devices, BrokerSettings settings, Clock wallClock, RandomGenerator random) {
        this.settings = settings;
        Map<String, List<SparkplugMachine>> machinesByNode = new LinkedHashMap<>();
        for (MqttDevice device : devices) {
            machineIds.add(device.machineId());
            if (device instanceof MqttMachine machine) {
                readers.add(new WireReader(machine));
                commandTopicById.put(machine.machineId(), machine.topicPrefix() + "/command");
            } else if (device instanceof JsonMachine machine) {
                readers.add(new JsonReader(machine));
            } else if (device instanceof SparkplugMachine machine) {
                machinesByNode
                        .computeIfAbsent(machine.group() + "/" + machine.node(), node -> new ArrayList<>())
                        .add(machine);
            }
        }
        machinesByNode.values().forEach(machines -> readers.add(new SparkplugReader(machines, wallClock)));
        this.link = new BrokerLink(settings, new User(), runner, wallClock, random);
    }

    @Override
    public Set<String> machineIds() {
        return Set.copyOf(machineIds);
    }

    @Override
    public void start(SourceListener listener) {
        this.listener = listener;
        link.start();
    }

    @Override
    public List<SourceStatus> status() {
        return List.of(
                new SourceStatus("mqtt " + settings.url(), link.state(), filters().length, 0, messages.get(), 0));
    }

    private String[] filters() {
        return readers.stream().flatMap(reader -> reader.filters().stream()).toArray(String[]::new);
    }

    /** Sends to the command topic of a machine that has one, see {@code docs/reference/wire.md}. */
    @Override
    public void start(JobStart job) {
        String topic = commandTopicById.get(job.machineId());
        BrokerLink.Session session = link.session();
        byte[] payload = Json.write(job).getBytes(StandardCharsets.UTF_8);
        if (topic == null || session == null || !session.publish(topic, payload, 1)) {
            log.warn("Command {} is lost: no connection to {}", job.commandId(), job.machineId());
        }
    }

    @Override
    public void close() {
        link.close();
        runner.close();
    }

    private final class User implements BrokerUser {
        @Override
        public SessionPlan plan() {
            return machineIds.isEmpty() ? SessionPlan.visit() : SessionPlan.kept(SESSION_EXPIRY_SECONDS);
        }

        @Override
        public void onConnected(BrokerLink.Session session) {
            String[] filters = filters();
            if (filters.length > 0) {
                session.subscribe(filters);
            }
            readers.forEach(reader -> reader.onConnected(session));
        }

        @Override
        public void onDisconnected() {}

        @Override
        public void onMessage(BrokerLink.Session session, String topic, byte[] payload, int messageId, int qos) {
            messages.incrementAndGet();
            Runnable acknowledge = () -> session.acknowledge(messageId, qos);
            SourceListener target = listener;
            if (target == null) {
                return;
            }
            for (MqttReader reader : readers) {
                if (reader.reads(topic)) {
                    read(reader, topic, payload, target, acknowledge);
                    return;
                }
            }
            // a topic of an earlier configuration, which the broker still keeps for us
            session.unsubscribe(topic);
            target.onMalformed("", "a message on %s, which is no topic of a machine".formatted(topic), acknowledge);
        }

        private void read(
                MqttReader reader, String topic, byte[] payload, SourceListener target, Runnable acknowledge) {
            String machineId = reader.machineOf(topic);
            if (payload.length > MAX_PAYLOAD) {
                String reason = "a message of %d bytes is larger than %d".formatted(payload.length, MAX_PAYLOAD);
                target.onMalformed(machineId, reason, acknowledge);
                return;
            }
            try {
                reader.read(topic, payload, target, acknowledge);
            } catch (IOException e) {
                String reason = "a message on %s: %s".formatted(topic, firstLine(e));
                target.onMalformed(machineId, reason, acknowledge);
            }
        }

        private static String firstLine(IOException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
    }
}
