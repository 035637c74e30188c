package vn.nhain.simulators.mqtt;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.simulators.press.Snapshot;
import vn.nhain.simulators.station.ChangeFilter;
import vn.nhain.simulators.station.Endpoint;
import vn.nhain.simulators.station.JobPort;
import vn.nhain.simulators.wire.Json;

/**
 * A simulated finishing machine as an MQTT 5 client. It connects in the background and goes on trying; while there is no
 * connection it publishes nothing, as a machine without a buffer would. A value counts as emitted once the broker has
 * acknowledged it.
 */
public final class MqttMachine implements Endpoint {
    private static final Logger log = LoggerFactory.getLogger(MqttMachine.class);
    private static final int QOS = 1;
    private static final byte[] ONLINE = "{\"online\":true}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OFFLINE = "{\"online\":false}".getBytes(StandardCharsets.UTF_8);
    private static final long RETRY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long REFRESH_NANOS = Duration.ofSeconds(8).toNanos();
    private static final long SESSION_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int KEEP_ALIVE_SECONDS = 20;
    /** The broker publishes the will although the client says goodbye. */
    private static final int DISCONNECT_WITH_WILL = 0x04;

    private static final long QUIESCE_MILLIS = 500;
    private static final long DISCONNECT_MILLIS = 1000;

    private final Machine machine;
    private final URI broker;
    private final Topics topics;
    private final ChangeFilter filter = new ChangeFilter();
    private final AtomicLong emitted = new AtomicLong();
    private @Nullable MqttAsyncClient client;
    private long triedAt;
    private long refreshedAt;

    /**
     * A client that is not started.
     *
     * @param machine a machine whose connection address is its topic prefix
     * @param broker such as {@code tcp://127.0.0.1:1883}
     */
    public MqttMachine(Machine machine, URI broker) {
        this.machine = machine;
        this.broker = broker;
        this.topics = new Topics(machine.connection().address());
    }

    @Override
    public void open(JobPort jobs) {
        try {
            MqttAsyncClient opening = new MqttAsyncClient(
                    broker.toString(), "machine-" + topics.prefix().replace('/', '-'), new MemoryPersistence());
            opening.setCallback(new MachineCallback(opening, topics, jobs, ONLINE));
            client = opening;
            connect(opening);
        } catch (MqttException e) {
            throw new IllegalArgumentException(
                    "The broker address (%s) of machine %s is none. Give one such as tcp://127.0.0.1:1883."
                            .formatted(broker, machine.id()),
                    e);
        }
    }

    @Override
    public void publish(Snapshot snapshot, boolean slowToo) {
        MqttAsyncClient current = client;
        if (current == null) {
            return;
        }
        if (!current.isConnected()) {
            filter.forget();
            if (System.nanoTime() - triedAt > RETRY_NANOS) {
                connect(current);
            }
            return;
        }
        boolean refresh = slowToo && System.nanoTime() - refreshedAt > REFRESH_NANOS;
        Map<String, Object> values = refresh || slowToo ? snapshot.all() : new LinkedHashMap<>(snapshot.quick());
        PackMlStates states = PackMlStates.of(snapshot, String.valueOf(values.get(Metrics.STOP_REASON)));
        values.put(PackMlStates.STATE_METRIC, states.state());
        values.put(PackMlStates.MODE_METRIC, states.mode());
        values.put(Metrics.JOB_PHASE, snapshot.phase());
        Map<String, Object> due = refresh ? values : filter.changed(values);
        if (!due.isEmpty() && send(current, new TelemetryMessage(snapshot.at().toString(), due))) {
            filter.accept(due);
            refreshedAt = refresh ? System.nanoTime() : refreshedAt;
        }
    }

    private boolean send(MqttAsyncClient current, TelemetryMessage message) {
        try {
            int count = message.values().size();
            current.publish(
                    topics.telemetry(),
                    new MqttMessage(Json.writeBytes(message), QOS, false, new MqttProperties()),
                    null,
                    new OnDelivery(() -> emitted.addAndGet(count)));
            return true;
        } catch (MqttException e) {
            log.debug("machine {} could not publish", machine.id(), e);
            return false;
        }
    }

    private void connect(MqttAsyncClient connecting) {
        triedAt = System.nanoTime();
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(SESSION_SECONDS);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setAutomaticReconnect(false);
        options.setSocketFactory(new NoDelaySockets());
        options.setWill(topics.status(), new MqttMessage(OFFLINE, QOS, true, new MqttProperties()));
        try {
            connecting.connect(options);
        } catch (MqttException e) {
            log.debug("machine {} could not connect to {}", machine.id(), broker, e);
        }
    }

    @Override
    public void close() {
        MqttAsyncClient closing = client;
        client = null;
        filter.forget();
        if (closing == null) {
            return;
        }
        try {
            if (closing.isConnected()) {
                closing.disconnect(QUIESCE_MILLIS, null, null, DISCONNECT_WITH_WILL, new MqttProperties())
                        .waitForCompletion(DISCONNECT_MILLIS);
            }
            closing.close(true);
        } catch (MqttException e) {
            log.debug("machine {} did not disconnect cleanly", machine.id(), e);
        }
    }

    @Override
    public long emitted() {
        return emitted.get();
    }
}
