package vn.nhain.edge.configure;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import vn.nhain.edge.broker.BrokerLink;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.broker.BrokerUser;
import vn.nhain.edge.broker.SessionPlan;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.sink.WriteOutcome;
import vn.nhain.edge.sink.influx.InfluxSink;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.TelemetrySource;

/**
 * Tries each connection of a configuration and says how it went, one line each, with what to look at when it failed. Takes
 * nothing from a running agent.
 */
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
        boolean good = checkSources();
        good &= checkBroker(config.sparkplug().broker());
        return checkStore() && good;
    }

    private boolean checkSources() throws InterruptedException {
        Map<SourcePlan, TelemetrySource> visits = new LinkedHashMap<>();
        Random random = new Random();
        for (SourcePlan plan : config.sources()) {
            visits.put(plan, plan.openForCheck(Clock.systemUTC(), System::nanoTime, random));
        }
        try {
            // all at once: a plant with ten presses off does not take ten times as long
            visits.values().forEach(visit -> visit.start(new Nobody()));
            await(() -> visits.values().stream()
                    .flatMap(visit -> visit.status().stream())
                    .allMatch(status -> status.state().isUp()));
            boolean good = true;
            for (Map.Entry<SourcePlan, TelemetrySource> visit : visits.entrySet()) {
                for (SourceStatus status : visit.getValue().status()) {
                    good &= report(visit.getKey(), status);
                }
            }
            return good;
        } finally {
            visits.values().forEach(TelemetrySource::close);
        }
    }

    private boolean report(SourcePlan plan, SourceStatus status) {
        if (!status.state().isUp()) {
            return say(false, status.name(), "%s. %s".formatted(reason(status.state()), plan.remedy()));
        }
        String items = "%d items, %d refused by the other side".formatted(status.items(), status.badItems());
        return say(status.badItems() == 0, status.name(), items);
    }

    private boolean checkBroker(BrokerSettings settings) throws InterruptedException {
        try (TaskRunner runner = new TaskRunner("edge-check", 1);
                BrokerLink link =
                        new BrokerLink(settings.visiting(), new Visitor(), runner, Clock.systemUTC(), new Random())) {
            link.start();
            await(() -> link.state().isUp());
            boolean up = link.state().isUp();
            return say(
                    up,
                    "sparkplug " + settings.url(),
                    up
                            ? "the broker answers"
                            : reason(link.state())
                                    + ". Does the broker run, and are sparkplug.broker, user and password right?");
        }
    }

    private boolean checkStore() {
        String url = config.store().url().toString();
        try (InfluxSink sink = new InfluxSink(config.plantId(), config.store())) {
            if (!sink.answers()) {
                return say(false, "store " + url, "does not answer. Does the store run, and is store.url right?");
            }
            WriteOutcome outcome = sink.tryWrite();
            return outcome instanceof WriteOutcome.Written
                    ? say(true, "store " + url, "answers and takes writes")
                    : say(false, "store " + url, refusal(outcome));
        }
    }

    private static String refusal(WriteOutcome outcome) {
        String reason = outcome instanceof WriteOutcome.Unavailable away ? away.reason() : outcome.toString();
        return "takes no writes: %s. Are the token, or user and password, and the bucket or database right?"
                .formatted(reason);
    }

    private boolean say(boolean good, String name, String what) {
        out.printf("%-7s %s: %s%n", good ? "good" : "FAILED", name, what);
        return good;
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
