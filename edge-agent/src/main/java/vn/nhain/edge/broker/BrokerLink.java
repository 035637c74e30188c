package vn.nhain.edge.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.connection.NoDelaySocketFactory;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.log.Repeats;

/**
 * A connection to an MQTT 5 broker that comes back by itself. Paho's own reconnect, topic aliases and file persistence are
 * not used: the first gives up on some errors, the others have open faults.
 *
 * <p>Thread-safe. A client lives for one connection; a message can only be acknowledged on the connection it came by.
 */
public final class BrokerLink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BrokerLink.class);
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int MAX_IN_FLIGHT = 1_000;
    /** The broker is told to keep larger ones to itself: one of them could take all memory of a small box. */
    private static final long MAX_PACKET = 8L * 1024 * 1024;

    private final Repeats repeats = new Repeats(log);
    private final BrokerSettings settings;
    private final BrokerUser user;
    private final TaskRunner runner;
    private final Clock wallClock;
    private final Backoff backoff;

    private volatile ConnectionState state;
    private volatile @Nullable MqttAsyncClient client;
    private volatile boolean closed;

    public BrokerLink(
            BrokerSettings settings, BrokerUser user, TaskRunner runner, Clock wallClock, RandomGenerator random) {
        this.settings = settings;
        this.user = user;
        this.runner = runner;
        this.wallClock = wallClock;
        this.backoff = new Backoff(settings.firstPause(), settings.longestPause(), random);
        this.state = new ConnectionState.Waiting(wallClock.instant(), 0, "not started");
    }

    /** Begins to connect and returns at once. */
    public void start() {
        runner.run(this::connect);
    }

    public ConnectionState state() {
        return state;
    }

    private synchronized void connect() {
        if (closed) {
            return;
        }
        state = new ConnectionState.Connecting(wallClock.instant(), backoff.attempts() + 1);
        try {
            MqttAsyncClient fresh = new MqttAsyncClient(settings.url(), settings.clientId(), new MemoryPersistence());
            client = fresh;
            fresh.setManualAcks(true);
            fresh.setCallback(new Callback(fresh));
            await(fresh.connect(options()));
            user.onConnected(new Session(fresh));
            state = new ConnectionState.Connected(wallClock.instant());
            backoff.reset();
            log.info("Connected to {} as {}", settings.url(), settings.clientId());
        } catch (MqttException | IOException | RuntimeException e) {
            startOver(reason(e));
        }
    }

    /** The words of the innermost cause: Paho's own say no more than that it did not work. */
    private static String reason(Throwable e) {
        Throwable cause = e;
        boolean untrusted = false;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            untrusted |= cause instanceof CertificateException || cause instanceof CertPathValidatorException;
        }
        if (untrusted) {
            return "the certificate of the broker is not trusted (%s): name the authority that made it in caFile"
                    .formatted(cause.getMessage());
        }
        String own = String.valueOf(e.getMessage());
        return cause == e ? own : "%s: %s".formatted(own, cause.getMessage());
    }

    private MqttConnectionOptions options() throws IOException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout((int) Math.max(1, settings.timeout().toSeconds()));
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setReceiveMaximum(MAX_IN_FLIGHT);
        options.setTopicAliasMaximum(0);
        options.setMaximumPacketSize(MAX_PACKET);
        options.setSocketFactory(settings.isTls() ? TlsSockets.of(settings.tls()) : new NoDelaySocketFactory());
        if (!settings.user().isEmpty()) {
            options.setUserName(settings.user());
            options.setPassword(settings.password().getBytes(StandardCharsets.UTF_8));
        }
        prepare(options, user.plan());
        return options;
    }

    private static void prepare(MqttConnectionOptions options, SessionPlan plan) {
        options.setCleanStart(plan.cleanStart());
        options.setSessionExpiryInterval(plan.expirySeconds());
        if (!plan.willTopic().isEmpty()) {
            options.setWill(plan.willTopic(), new MqttMessage(plan.willPayload().array(), 1, false, null));
        }
    }

    private void await(IMqttToken token) throws MqttException {
        token.waitForCompletion(settings.timeout().toMillis());
    }

    private synchronized void startOver(MqttAsyncClient of, String reason) {
        if (of == client) {
            startOver(reason);
        }
    }

    private synchronized void startOver(String reason) {
        drop();
        if (closed) {
            return;
        }
        Duration pause = backoff.next();
        if (backoff.attempts() == 1) {
            log.warn("Not connected to {}: {}; trying again", settings.url(), reason);
        }
        state = new ConnectionState.Waiting(wallClock.instant(), backoff.attempts(), reason);
        runner.after(pause, this::connect);
    }

    private void drop() {
        MqttAsyncClient old = take();
        if (old == null) {
            return;
        }
        try {
            old.disconnectForcibly(0, 0, false);
        } catch (MqttException | RuntimeException e) {
            log.debug("The old connection was gone already", e);
        }
        closeClient(old);
    }

    private static void closeClient(MqttAsyncClient old) {
        try {
            old.close(true);
        } catch (MqttException | RuntimeException e) {
            log.debug("The old client did not close", e);
        }
    }

    /** The connection when there is one. */
    public @Nullable Session session() {
        MqttAsyncClient current = client;
        return state.isUp() && current != null ? new Session(current) : null;
    }

    /**
     * Leaves the broker, and begins anew after a pause.
     *
     * @param reasonCode as for {@link #close(int)}
     */
    public void restart(String reason, int reasonCode) {
        runner.run(() -> {
            leave(take(), reasonCode);
            startOver(reason);
        });
    }

    /**
     * Leaves the broker.
     *
     * @param reasonCode MQTT 5 reason: 0x00, or 0x04 to have the will sent
     */
    public void close(int reasonCode) {
        closed = true;
        MqttAsyncClient old;
        synchronized (this) {
            old = take();
            state = new ConnectionState.Closed(wallClock.instant());
        }
        leave(old, reasonCode);
    }

    private synchronized @Nullable MqttAsyncClient take() {
        MqttAsyncClient old = client;
        client = null;
        return old;
    }

    private void leave(@Nullable MqttAsyncClient old, int reasonCode) {
        if (old == null) {
            return;
        }
        try {
            if (old.isConnected()) {
                await(old.disconnect(1_000, null, null, reasonCode, new MqttProperties()));
            }
        } catch (MqttException | RuntimeException e) {
            log.debug("The broker did not take our leave", e);
        }
        closeClient(old);
    }

    @Override
    public void close() {
        close(0);
    }

    /** One connection. Its calls fail quietly when it has ended; whoever needs to know sees no acknowledgement. */
    public final class Session implements Publisher {
        private final MqttAsyncClient on;
        private final AtomicInteger failures = new AtomicInteger();

        Session(MqttAsyncClient on) {
            this.on = on;
        }

        /** Subscribes at quality of service 1 and waits for the broker's word. */
        public void subscribe(String... topics) throws BrokerException {
            int[] qos = new int[topics.length];
            Arrays.fill(qos, 1);
            try {
                BrokerLink.this.await(on.subscribe(topics, qos));
            } catch (MqttException e) {
                throw new BrokerException("subscribing failed: " + e.getMessage(), e);
            }
        }

        /** Gives up a topic that nobody here wants any more; does not wait. */
        public void unsubscribe(String topic) {
            try {
                on.unsubscribe(topic);
            } catch (MqttException | RuntimeException e) {
                log.debug("Unsubscribing failed", e);
            }
        }

        @Override
        public boolean publish(String topic, byte[] payload, int qos) {
            try {
                on.publish(topic, payload, qos, false);
                return true;
            } catch (MqttException | RuntimeException e) {
                if (failures.incrementAndGet() == 1) {
                    log.debug("Publishing failed", e);
                }
                return false;
            }
        }

        /** Tells the broker that a message need not be sent again. */
        public void acknowledge(int messageId, int qos) {
            try {
                on.messageArrivedComplete(messageId, qos);
            } catch (MqttException | RuntimeException e) {
                log.debug("The connection ended before the acknowledgement; the message will come again", e);
            }
        }
    }

    private final class Callback implements MqttCallback {
        private final MqttAsyncClient of;
        private final Session session;

        Callback(MqttAsyncClient of) {
            this.of = of;
            this.session = new Session(of);
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            String reason = response.getException() == null
                    ? "reason code %d".formatted(response.getReturnCode())
                    : BrokerLink.reason(response.getException());
            // Paho's own thread: closing the client here would wait for itself
            runner.run(() -> {
                user.onDisconnected();
                startOver(of, reason);
            });
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            try {
                user.onMessage(session, topic, message.getPayload(), message.getId(), message.getQos());
            } catch (RuntimeException e) {
                // not acknowledged: it comes again when the connection does
                repeats.error("A message was not handled", e);
            }
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            log.debug("Paho reports", exception);
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
