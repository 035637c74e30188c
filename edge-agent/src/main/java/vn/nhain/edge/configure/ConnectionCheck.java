package vn.nhain.edge.configure;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import vn.nhain.edge.broker.BrokerLink;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.broker.BrokerUser;
import vn.nhain.edge.broker.SessionPlan;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.sink.influx.InfluxSink;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.opcua.OpcUaSource;

/** Tries each connection of a configuration and says how it went, one line each. Takes nothing from a running agent. */
final class ConnectionCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(50);

    private final EdgeConfig config;
    private final PrintWriter out;

    ConnectionCheck(EdgeConfig config, PrintWriter out) {
        this.config = config;
        this.out = out;
    }

    /** True when every connection is good. */
    boolean run() throws InterruptedException {
        boolean good = checkPresses();
        if (!config.mqttMachines().isEmpty()) {
            good &= checkBroker("mqtt.broker", config.mqttBroker());
        }
        good &= checkBroker("sparkplug.broker", config.sparkplug().broker());
        return checkStore() && good;
    }

    private boolean checkPresses() throws InterruptedException {
        boolean good = true;
        try (OpcUaSource source = new OpcUaSource(
                config.opcUaMachines(), config.opcUa(), Clock.systemUTC(), System::nanoTime, new Random())) {
            source.start(new Nobody());
            await(() ->
                    source.status().stream().allMatch(status -> status.state().isUp()));
            for (SourceStatus status : source.status()) {
                boolean up = status.state().isUp();
                good &= up && status.badItems() == 0;
                say(
                        up && status.badItems() == 0,
                        status.name(),
                        up
                                ? "%d tags, %d refused by the server".formatted(status.items(), status.badItems())
                                : reason(status.state()));
            }
        }
        return good;
    }

    private boolean checkBroker(String name, BrokerSettings settings) throws InterruptedException {
        // another client id: the agent's own would throw a running agent out
        BrokerSettings probe = new BrokerSettings(
                settings.url(),
                settings.clientId() + "-check",
                settings.user(),
                settings.password(),
                settings.timeout(),
                settings.firstPause(),
                settings.longestPause());
        try (TaskRunner runner = new TaskRunner("edge-check", 1);
                BrokerLink link = new BrokerLink(probe, new Visitor(), runner, Clock.systemUTC(), new Random())) {
            link.start();
            await(() -> link.state().isUp());
            boolean up = link.state().isUp();
            say(up, name, up ? settings.url() : reason(link.state()));
            return up;
        }
    }

    private boolean checkStore() {
        try (InfluxSink sink = new InfluxSink(config.plantId(), config.store())) {
            boolean up = sink.answers();
            say(
                    up,
                    "store",
                    up
                            ? "%s answers; whether it takes writes shows when the agent runs"
                                    .formatted(config.store().url())
                            : "%s does not answer".formatted(config.store().url()));
            return up;
        }
    }

    private void say(boolean good, String name, String what) {
        out.printf("%-7s %s: %s%n", good ? "good" : "FAILED", name, what);
    }

    private static String reason(ConnectionState state) {
        return state instanceof ConnectionState.Waiting waiting
                ? waiting.reason()
                : "no connection within %d s".formatted(PATIENCE.toSeconds());
    }

    private static void await(Supplier<Boolean> condition) throws InterruptedException {
        for (Duration waited = Duration.ZERO;
                waited.compareTo(PATIENCE) < 0 && !condition.get();
                waited = waited.plus(STEP)) {
            Thread.sleep(STEP.toMillis());
        }
    }

    private static final class Nobody implements SourceListener {
        @Override
        public void onValues(List<SourceValue> values, Runnable whenDurable) {}

        @Override
        public void onMalformed(String machineId, String reason, Runnable whenDurable) {}

        @Override
        public void onAlive(String machineId) {}

        @Override
        public void onGone(String machineId, String reason) {}
    }

    private static final class Visitor implements BrokerUser {
        @Override
        public SessionPlan plan() {
            return SessionPlan.visit();
        }

        @Override
        public void onConnected(BrokerLink.Session session) {}

        @Override
        public void onDisconnected() {}

        @Override
        public void onMessage(BrokerLink.Session session, String topic, byte[] payload, int messageId, int qos) {}
    }
}
