package vn.nhain.edge.source.opcua;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.opcua.connect.ConnectFailedException;
import vn.nhain.edge.source.opcua.connect.Connector;

/**
 * The connection to one press: connects, subscribes, and starts over when the server is gone, has lost the subscription or
 * has been silent. Starting over means a new client: it reads the server's namespaces and nodes again, so that a server
 * that was restarted with other ones is read right.
 *
 * <p>What blocks runs on the runner, one step at a time; notifications come on Milo's threads.
 */
final class PressLink {
    private static final Logger log = LoggerFactory.getLogger(PressLink.class);
    private static final Duration RETRY_REFUSED = Duration.ofSeconds(60);
    private static final Duration READ_CLOCK = Duration.ofMinutes(10);
    private static final Duration MUCH_SKEW = Duration.ofSeconds(5);

    private final OpcUaMachine machine;
    private final OpcUaSettings settings;
    private final Connector connector;
    private final SourceListener listener;
    private final TaskRunner runner;
    private final Clock wallClock;
    private final LongSupplier nanoTime;
    private final Backoff backoff;
    private final LinkFigures figures = new LinkFigures();

    private volatile ConnectionState state;
    private volatile long lastHeardNanos;

    // valid for one connection; written under this lock, read by anyone
    private volatile @Nullable OpcUaClient client;
    private volatile @Nullable PressSubscription subscription;
    private long lastRetryNanos;
    private long lastClockNanos;
    private boolean wasConnected;
    private boolean closed;

    PressLink(
            OpcUaMachine machine,
            OpcUaSettings settings,
            Connector connector,
            SourceListener listener,
            TaskRunner runner,
            Clock wallClock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        this.machine = machine;
        this.settings = settings;
        this.connector = connector;
        this.listener = listener;
        this.runner = runner;
        this.wallClock = wallClock;
        this.nanoTime = nanoTime;
        this.backoff = new Backoff(settings.firstPause(), settings.longestPause(), random);
        this.state = new ConnectionState.Waiting(wallClock.instant(), 0, "not started");
    }

    String machineId() {
        return machine.machineId();
    }

    synchronized void connect() {
        if (closed) {
            return;
        }
        state = new ConnectionState.Connecting(wallClock.instant(), backoff.attempts() + 1);
        try {
            OpcUaClient fresh = connector.connect();
            client = fresh;
            List<Tag> tags = new TagFinder(fresh, machine).find();
            lastHeardNanos = nanoTime.getAsLong();
            subscription = PressSubscription.create(fresh, machine, tags, settings, new Notifications(fresh));
            backoff.reset();
            if (wasConnected) {
                figures.onReconnected();
            }
            wasConnected = true;
            readClock(fresh);
            state = new ConnectionState.Connected(wallClock.instant());
            log.info("{} connected, {} tags", machine.machineId(), tags.size());
        } catch (ConnectFailedException | UaException | RuntimeException e) {
            startOver(reason(e));
        }
    }

    /** Called now and then: has this connection gone silent, are refused tags good by now? */
    synchronized void check() {
        if (!state.isUp() || closed) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (now - lastHeardNanos > settings.silence().toNanos()) {
            startOver("no notification for %s".formatted(settings.silence()));
            return;
        }
        PressSubscription current = subscription;
        if (current != null && now - lastRetryNanos > RETRY_REFUSED.toNanos()) {
            lastRetryNanos = now;
            try {
                current.retryRefused();
            } catch (UaException e) {
                startOver(reason(e));
                return;
            }
        }
        OpcUaClient connected = client;
        if (connected != null && now - lastClockNanos > READ_CLOCK.toNanos()) {
            readClock(connected);
        }
    }

    /** Compares the server's clock with ours, half of the way there and back taken off. */
    private void readClock(OpcUaClient from) {
        lastClockNanos = nanoTime.getAsLong();
        Instant asked = wallClock.instant();
        try {
            Variant value = from.readValue(0, TimestampsToReturn.Neither, NodeIds.Server_ServerStatus_CurrentTime)
                    .getValue();
            Instant answered = wallClock.instant();
            if (value != null && value.getValue() instanceof DateTime time) {
                Instant between = asked.plus(Duration.between(asked, answered).dividedBy(2));
                Duration skew = Duration.between(between, time.getJavaInstant());
                figures.onClockRead(skew);
                if (skew.abs().compareTo(MUCH_SKEW) > 0) {
                    log.warn(
                            "The clock of {} is {} s ahead of this computer's: set one of them right, its readings carry its time",
                            machine.machineId(),
                            skew.toSeconds());
                }
            }
        } catch (UaException e) {
            log.debug("{} does not tell the time", machine.machineId(), e);
        }
    }

    private synchronized void startOver(OpcUaClient of, String reason) {
        if (of == client) {
            startOver(reason);
        }
    }

    private synchronized void startOver(String reason) {
        dropClient();
        if (closed) {
            return;
        }
        Duration pause = backoff.next();
        if (backoff.attempts() == 1) {
            log.warn("{} is not connected: {}; trying again", machine.machineId(), reason);
        }
        state = new ConnectionState.Waiting(wallClock.instant(), backoff.attempts(), reason);
        runner.after(pause, this::connect);
    }

    private void dropClient() {
        OpcUaClient old = client;
        client = null;
        subscription = null;
        if (old != null) {
            // in the background: a server that is gone does not answer
            var unused = old.disconnectAsync();
        }
    }

    /** The client when connected. */
    Optional<OpcUaClient> client() {
        return state.isUp() ? Optional.ofNullable(client) : Optional.empty();
    }

    SourceStatus status() {
        PressSubscription current = subscription;
        return new SourceStatus(
                "opcua " + machine.machineId(),
                state,
                current == null ? 0 : current.items(),
                current == null ? 0 : current.refused(),
                figures.messages(),
                figures.dataLost(),
                figures.byName(current == null ? 0 : current.slowItems()));
    }

    void close() {
        OpcUaClient old;
        synchronized (this) {
            closed = true;
            old = client;
            client = null;
            state = new ConnectionState.Closed(wallClock.instant());
        }
        if (old != null) {
            try {
                old.disconnectAsync().get(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                log.debug("{} did not say goodbye", machine.machineId(), e);
            }
        }
    }

    private static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** What the server sends to one subscription. */
    private final class Notifications implements OpcUaSubscription.SubscriptionListener {
        private final OpcUaClient of;

        Notifications(OpcUaClient of) {
            this.of = of;
        }

        @Override
        public void onDataReceived(
                OpcUaSubscription subscription, List<OpcUaMonitoredItem> items, List<DataValue> values) {
            hear();
            List<SourceValue> batch = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                DataValue value = values.get(i);
                if (Values.isOverflow(value)) {
                    figures.onOverflow();
                }
                if (items.get(i).getUserObject().orElse(null) instanceof Tag tag) {
                    batch.add(Values.of(machine.machineId(), tag.metric(), value));
                }
            }
            if (!batch.isEmpty()) {
                Instant newest = batch.get(batch.size() - 1).sourceTime();
                if (newest != null) {
                    figures.onArrival(newest, wallClock.instant());
                }
            }
            listener.onValues(batch, () -> {});
        }

        @Override
        public void onKeepAliveReceived(OpcUaSubscription subscription) {
            hear();
            listener.onAlive(machine.machineId());
        }

        @Override
        public void onNotificationDataLost(OpcUaSubscription subscription) {
            hear();
            figures.onLostNotification();
        }

        @Override
        public void onStatusChanged(OpcUaSubscription subscription, StatusCode status) {
            // Milo's own thread: a blocking call here would wait for itself
            runner.run(() -> startOver(of, "the subscription ended: %s".formatted(status)));
        }

        @Override
        public void onTransferFailed(OpcUaSubscription subscription, StatusCode status) {
            runner.run(() -> startOver(of, "the subscription was lost: %s".formatted(status)));
        }

        private void hear() {
            long now = nanoTime.getAsLong();
            figures.onMessage(now - lastHeardNanos);
            lastHeardNanos = now;
        }
    }
}
