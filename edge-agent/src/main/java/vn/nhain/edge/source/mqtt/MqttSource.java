package vn.nhain.edge.source.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
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
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.ReadingQuality;

/**
 * Machines that publish JSON in the topics of {@code docs/reference/wire.md}, through one connection. The broker keeps
 * what arrives while the agent is away, and a message is acknowledged only when its values are durable.
 */
public final class MqttSource implements TelemetrySource, JobTarget {
    private static final Logger log = LoggerFactory.getLogger(MqttSource.class);
    /** Larger messages are refused unread: a full one of a finishing machine has some 2 kB. */
    static final int MAX_PAYLOAD = 256 * 1024;

    private static final long SESSION_EXPIRY_SECONDS = 24L * 3600;

    private final Map<String, MqttMachine> machineById = new LinkedHashMap<>();
    private final Map<String, Subject> subjectByTopic = new LinkedHashMap<>();
    private final BrokerSettings settings;
    private final TaskRunner runner = new TaskRunner("edge-mqtt", 1);
    private final BrokerLink link;
    private final AtomicLong messages = new AtomicLong();

    private volatile @Nullable SourceListener listener;

    /** What a topic carries. */
    private enum Kind {
        STATUS,
        TELEMETRY,
        ACK
    }

    private record Subject(String machineId, Kind kind) {}

    public MqttSource(List<MqttMachine> machines, BrokerSettings settings, Clock wallClock, RandomGenerator random) {
        this.settings = settings;
        for (MqttMachine machine : machines) {
            String id = machine.machineId();
            machineById.put(id, machine);
            subjectByTopic.put(machine.topicPrefix() + "/status", new Subject(id, Kind.STATUS));
            subjectByTopic.put(machine.topicPrefix() + "/telemetry", new Subject(id, Kind.TELEMETRY));
            subjectByTopic.put(machine.topicPrefix() + "/ack", new Subject(id, Kind.ACK));
        }
        this.link = new BrokerLink(settings, new User(), runner, wallClock, random);
    }

    @Override
    public Set<String> machineIds() {
        return Set.copyOf(machineById.keySet());
    }

    @Override
    public void start(SourceListener listener) {
        this.listener = listener;
        link.start();
    }

    @Override
    public List<SourceStatus> status() {
        return List.of(
                new SourceStatus("mqtt " + settings.url(), link.state(), subjectByTopic.size(), 0, messages.get(), 0));
    }

    @Override
    public void start(JobStart job) {
        MqttMachine machine = machineById.get(job.machineId());
        BrokerLink.Session session = link.session();
        byte[] payload = Json.write(job).getBytes(StandardCharsets.UTF_8);
        if (machine == null || session == null || !session.publish(machine.topicPrefix() + "/command", payload, 1)) {
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
            return machineById.isEmpty() ? SessionPlan.visit() : SessionPlan.kept(SESSION_EXPIRY_SECONDS);
        }

        @Override
        public void onConnected(BrokerLink.Session session) {
            if (!subjectByTopic.isEmpty()) {
                session.subscribe(subjectByTopic.keySet().toArray(String[]::new));
            }
        }

        @Override
        public void onDisconnected() {}

        @Override
        public void onMessage(BrokerLink.Session session, String topic, byte[] payload, int messageId, int qos) {
            messages.incrementAndGet();
            Runnable acknowledge = () -> session.acknowledge(messageId, qos);
            Subject subject = subjectByTopic.get(topic);
            SourceListener target = listener;
            if (subject == null || target == null) {
                acknowledge.run();
                return;
            }
            if (payload.length > MAX_PAYLOAD) {
                String reason = "a message of %d bytes is larger than %d".formatted(payload.length, MAX_PAYLOAD);
                target.onMalformed(subject.machineId(), reason, acknowledge);
                return;
            }
            try {
                handle(target, subject, payload, acknowledge);
            } catch (IOException e) {
                String reason = "a message on %s: %s".formatted(topic, firstLine(e));
                target.onMalformed(subject.machineId(), reason, acknowledge);
            }
        }

        private void handle(SourceListener target, Subject subject, byte[] payload, Runnable acknowledge)
                throws IOException {
            switch (subject.kind()) {
                case STATUS -> {
                    if (TelemetryMessage.isOnline(payload)) {
                        target.onAlive(subject.machineId());
                    } else {
                        target.onGone(subject.machineId(), "its status says so");
                    }
                    acknowledge.run();
                }
                case TELEMETRY -> target.onValues(TelemetryMessage.values(subject.machineId(), payload), acknowledge);
                case ACK ->
                    target.onValues(
                            List.of(new SourceValue(
                                    subject.machineId(),
                                    Metrics.JOB_ACK,
                                    new String(payload, StandardCharsets.UTF_8),
                                    ReadingQuality.GOOD,
                                    null)),
                            acknowledge);
            }
        }

        private static String firstLine(IOException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
    }
}
