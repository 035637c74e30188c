package vn.nhain.edge.sink.sparkplug;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.broker.BrokerLink;
import vn.nhain.edge.broker.BrokerUser;
import vn.nhain.edge.broker.Bytes;
import vn.nhain.edge.broker.SessionPlan;
import vn.nhain.edge.command.JobCommands;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.pipeline.LiveListener;
import vn.nhain.plant.reading.Reading;

/**
 * A Sparkplug B 3.0 edge node: machines are its devices, readings their metrics. Everything happens on one thread, event
 * by event, in {@link NodeLogic}; this class brings the events.
 */
public final class SparkplugNode implements LiveListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SparkplugNode.class);
    private static final int MOST_WAITING = 50_000;
    private static final int MOST_READINGS_WAITING = 50_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int DISCONNECT_WITH_WILL = 0x04;

    private final SparkplugSettings settings;
    private final Topics topics;
    private final BirthCounter birthCounter;
    private final Clock plantClock;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(MOST_WAITING);
    /** Readings in the queue: an event may have ten thousand. */
    private final AtomicLong readingsWaiting = new AtomicLong();

    private final AtomicLong dropped = new AtomicLong();
    private final TaskRunner runner = new TaskRunner("edge-sparkplug-link", 1);
    private final BrokerLink link;
    private final NodeLogic logic;
    private final Thread thread;

    /**
     * @param dataDir where the birth counter is kept
     * @param commands where commands go
     * @param plantClock plant time, for the timestamps of messages
     */
    public SparkplugNode(
            SparkplugSettings settings,
            Path dataDir,
            JobCommands commands,
            Clock plantClock,
            Clock wallClock,
            RandomGenerator random) {
        this.settings = settings;
        this.topics = new Topics(settings.groupId(), settings.nodeId());
        this.birthCounter = new BirthCounter(dataDir.resolve("bdseq"));
        this.plantClock = plantClock;
        this.link = new BrokerLink(settings.broker(), new User(), runner, wallClock, random);
        this.logic = new NodeLogic(topics, settings.primaryHost(), commands, plantClock, this::restart);
        this.thread = new Thread(this::loop, "edge-sparkplug");
    }

    /** Begins to connect and returns at once. Called once. */
    public void start() {
        thread.start();
        link.start();
    }

    @Override
    public void onReadings(String machineId, List<Reading> readings) {
        boolean room = readingsWaiting.addAndGet(readings.size()) <= MOST_READINGS_WAITING;
        if (!room || !events.offer(new Event.Readings(machineId, readings))) {
            readingsWaiting.addAndGet(-readings.size());
            dropped.addAndGet(readings.size());
        }
    }

    @Override
    public void onOnline(String machineId) {
        put(new Event.Online(machineId));
    }

    @Override
    public void onOffline(String machineId) {
        put(new Event.Offline(machineId));
    }

    private void put(Event event) {
        try {
            events.put(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        List<Event> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(events.take());
                events.drainTo(batch, MOST_AT_ONCE);
                for (Event event : batch) {
                    readingsWaiting.addAndGet(
                            event instanceof Event.Readings some
                                    ? -some.readings().size()
                                    : 0);
                }
                boolean last = batch.removeIf(Event.Stop.class::isInstance);
                handle(batch);
                if (last) {
                    return;
                }
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(List<Event> batch) {
        try {
            logic.handle(batch);
        } catch (RuntimeException e) {
            log.error("A Sparkplug step failed; the node is born again", e);
            restart("a step failed");
        }
    }

    /** Sparkplug asks that a node which leaves on purpose has its death told, and MQTT 5 does that by the will. */
    private void restart(String reason) {
        link.restart(reason, DISCONNECT_WITH_WILL);
    }

    /** How the node is doing. */
    public SparkplugStatus status() {
        return new SparkplugStatus(link.state(), logic.bornDevices(), logic.messages(), dropped.get());
    }

    /** Publishes what waits, then leaves so that the broker announces the death at once. */
    @Override
    public void close() {
        put(new Event.Stop());
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close(DISCONNECT_WITH_WILL);
        runner.close();
    }

    private final class User implements BrokerUser {
        private final Payloads payloads = new Payloads();
        private int bdSeq;

        @Override
        public SessionPlan plan() {
            bdSeq = birthCounter.next();
            return SessionPlan.cleanWithWill(topics.node("NDEATH"), payloads.nodeDeath(bdSeq, plantClock.instant()));
        }

        @Override
        public void onConnected(BrokerLink.Session session) {
            List<String> wanted = new ArrayList<>(List.of(topics.node("NCMD"), topics.device("DCMD", "#")));
            if (!settings.primaryHost().isEmpty()) {
                wanted.add(Topics.state(settings.primaryHost()));
            }
            // before the births: a host may answer them at once
            session.subscribe(wanted.toArray(String[]::new));
            put(new Event.Connected(session, bdSeq));
        }

        @Override
        public void onDisconnected() {
            put(new Event.Disconnected());
        }

        @Override
        public void onMessage(BrokerLink.Session session, String topic, byte[] payload, int messageId, int qos) {
            put(new Event.Message(topic, Bytes.of(payload)));
            session.acknowledge(messageId, qos);
        }
    }
}
