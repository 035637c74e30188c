package vn.nhain.dashboard.sparkplug;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.config.MqttConfig;
import vn.nhain.dashboard.json.Json;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.plan.CommandSender;
import vn.nhain.plant.command.JobStart;

/**
 * The Sparkplug host application of a plant. Connects in the background and again for ever; each connection has its own will
 * and its own birth of one time stamp, as Sparkplug asks, which is why Paho's own reconnect is not used. Thread-safe.
 */
public final class SparkplugHost implements CommandSender, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SparkplugHost.class);
    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 30_000;
    private static final long WAIT_MS = 10_000;
    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final long TOUCH_SECONDS = 2;
    private static final int AT_LEAST_ONCE = 1;

    private final MqttConfig config;
    private final String group;
    private final InstantSource wall;
    private final MqttAsyncClient client;
    private final EdgeNodes nodes;
    /** All connecting happens on it, one attempt at a time. */
    private final ScheduledExecutorService connector = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sparkplug-connector");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean closing;
    private volatile boolean online;
    /** Time stamp of this connection's birth, which is that of its will. */
    private volatile long birthTime;

    private long pauseMs = FIRST_PAUSE_MS;

    private SparkplugHost(MqttConfig config, String group, LiveMachines live, InstantSource wall) throws MqttException {
        this.config = config;
        this.group = group;
        this.wall = wall;
        this.client = new MqttAsyncClient(
                config.url(), config.hostId() + "-" + Long.toHexString(System.nanoTime()), new MemoryPersistence());
        this.nodes = new EdgeNodes(live, wall, this::requestRebirth);
        client.setCallback(new HostCallback(this));
    }

    /**
     * Begins to connect and returns at once.
     *
     * @param config the broker
     * @param group Sparkplug group: the plant
     * @param live told of everything
     * @param wall wall clock
     */
    public static SparkplugHost start(MqttConfig config, String group, LiveMachines live, InstantSource wall) {
        try {
            SparkplugHost host = new SparkplugHost(config, group, live, wall);
            host.connector.execute(host::connect);
            var unused =
                    host.connector.scheduleWithFixedDelay(host::touch, TOUCH_SECONDS, TOUCH_SECONDS, TimeUnit.SECONDS);
            return host;
        } catch (MqttException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The mqtt.url (%s) must be a broker such as tcp://127.0.0.1:1883.".formatted(config.url()), e);
        }
    }

    @Override
    public boolean send(JobStart command) {
        Optional<String> node = nodes.findNodeOf(command.machineId());
        if (node.isEmpty() || !online) {
            return false;
        }
        Topic topic = new Topic(group, "DCMD", node.get(), command.machineId());
        return publish(topic, Commands.jobStart(Json.write(command), wall.millis()));
    }

    /** Whether the broker is connected. */
    public boolean isOnline() {
        return online;
    }

    /** Counters in words. */
    public Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>(nodes.counts());
        counts.put("broker", config.url());
        return counts;
    }

    @Override
    public void close() {
        closing = true;
        connector.shutdownNow();
        try {
            if (client.isConnected()) {
                client.publish(Topic.stateOf(config.hostId()), state(false, wall.millis()))
                        .waitForCompletion(WAIT_MS);
                client.disconnect().waitForCompletion(WAIT_MS);
            }
            client.close();
        } catch (MqttException e) {
            log.debug("The broker was left without a word", e);
        }
    }

    void arrived(String topic, MqttMessage message) {
        if (topic.equals(Topic.stateOf(config.hostId()))) {
            stateArrived(new String(message.getPayload(), StandardCharsets.UTF_8));
            return;
        }
        Topic.parse(topic).filter(t -> t.group().equals(group)).ifPresent(t -> nodes.accept(t, message.getPayload()));
    }

    void lost(String reason) {
        online = false;
        if (!closing) {
            log.warn("The broker {} was lost: {}", config.url(), reason);
            nodes.distrustAll();
            reconnectLater();
        }
    }

    private void touch() {
        if (online && client.isConnected()) {
            nodes.touch();
        }
    }

    private void connect() {
        if (closing || client.isConnected()) {
            return;
        }
        long time = wall.millis();
        try {
            client.connect(options(time)).waitForCompletion(WAIT_MS);
            client.subscribe(
                            new String[] {Topic.allOf(group), Topic.stateOf(config.hostId())},
                            new int[] {AT_LEAST_ONCE, AT_LEAST_ONCE})
                    .waitForCompletion(WAIT_MS);
            client.publish(Topic.stateOf(config.hostId()), state(true, time)).waitForCompletion(WAIT_MS);
            birthTime = time;
            online = true;
            pauseMs = FIRST_PAUSE_MS;
            log.info("Connected to the broker {}", config.url());
            nodes.rebirthAll();
        } catch (MqttException e) {
            log.warn("The broker {} cannot be reached: {}", config.url(), e.getMessage());
            disconnectQuietly();
            reconnectLater();
        }
    }

    private void reconnectLater() {
        if (!closing) {
            var unused = connector.schedule(this::connect, pauseMs, TimeUnit.MILLISECONDS);
            pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
        }
    }

    private void disconnectQuietly() {
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(0, 0, false);
            }
        } catch (MqttException e) {
            log.debug("A half-open connection could not be closed", e);
        }
    }

    private MqttConnectionOptions options(long time) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout((int) TimeUnit.MILLISECONDS.toSeconds(WAIT_MS));
        options.setWill(Topic.stateOf(config.hostId()), state(false, time));
        if (config.url().startsWith("tcp:")) {
            options.setSocketFactory(new NoDelaySocketFactory());
        }
        if (!config.user().isEmpty()) {
            options.setUserName(config.user());
            options.setPassword(config.password().getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }

    /** Our state said offline while we are online: an old will that came late. Say again that we are there. */
    private void stateArrived(String json) {
        if (online && json.contains("false") && !closing) {
            try {
                client.publish(Topic.stateOf(config.hostId()), state(true, birthTime));
            } catch (MqttException e) {
                log.debug("The state could not be published", e);
            }
        }
    }

    private void requestRebirth(String node) {
        publish(new Topic(group, "NCMD", node, ""), Commands.rebirth(wall.millis()));
    }

    /** Does not wait: it may be called on Paho's own thread, which would wait for itself. */
    private boolean publish(Topic topic, byte[] payload) {
        try {
            client.publish(topic.toString(), payload, AT_LEAST_ONCE, false);
            return true;
        } catch (MqttException e) {
            log.warn("A message to {} was not sent: {}", topic, e.getMessage());
            return false;
        }
    }

    private static MqttMessage state(boolean isOnline, long time) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("online", isOnline);
        state.put("timestamp", time);
        MqttMessage message = new MqttMessage(Json.write(state).getBytes(StandardCharsets.UTF_8));
        message.setQos(AT_LEAST_ONCE);
        message.setRetained(true);
        return message;
    }
}
