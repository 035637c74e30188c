package vn.nhain.edge.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestBroker;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.broker.TlsFiles;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.TelemetrySourceContract;

class MqttSourceIT extends TelemetrySourceContract {
    private final int port = FreePort.find();
    private final String url = "tcp://127.0.0.1:" + port;
    private int starts;
    private @Nullable TestBroker broker;
    private @Nullable MqttClient machine;

    @Override
    protected TelemetrySource source() {
        BrokerSettings settings = new BrokerSettings(
                url,
                "edge",
                "",
                "",
                TlsFiles.DEFAULTS,
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(300));
        return new MqttSource(
                List.of(new MqttMachine(MACHINE, "nhain/hcm1/M1")), settings, Clock.systemUTC(), new Random(1));
    }

    @Override
    protected void appear() throws Exception {
        broker = TestBroker.start(folder.resolve("broker" + starts++), port);
        MqttClient connected = new MqttClient(url, "machine", new MemoryPersistence());
        connected.connect();
        machine = connected;
    }

    @Override
    protected void vanish() {
        close();
    }

    @Override
    protected void send(double count, Instant time) throws Exception {
        publish("telemetry", "{\"ts\":\"%s\",\"values\":{\"count.good\":%s}}".formatted(time, count));
    }

    private void publish(String topic, String payload) throws Exception {
        if (machine != null) {
            machine.publish("nhain/hcm1/M1/" + topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
        }
    }

    @AfterEach
    void close() {
        machine = null;
        if (broker != null) {
            broker.close();
        }
        broker = null;
    }

    @Test
    void malformedAndOversizedMessagesAreReportedAndTheNextOneIsRead() throws Exception {
        appear();
        Notebook notebook = new Notebook();
        try (TelemetrySource source = source()) {
            source.start(notebook);
            Eventually.holds("connected", () -> source.status().get(0).state().isUp());
            publish("telemetry", "\u0000\u0001 no json");
            publish("telemetry", "[1,2]");
            publish("telemetry", "{\"ts\":\"yesterday\",\"values\":{}}");
            publish("telemetry", "{\"ts\":\"2026-11-24T01:00:00Z\",\"values\":[]}");
            publish("telemetry", "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
            publish("telemetry", "x".repeat(MqttSource.MAX_PAYLOAD + 1));
            publish("status", "{\"online\":1}");
            send(4, T0);
            Eventually.holds("count 4", () -> notebook.hasCount(4));
            assertEquals(7, notebook.malformed.size(), notebook.malformed::toString);
        }
    }

    @Test
    void whatArrivesWhileTheAgentIsAwayIsDeliveredWhenItIsBack() throws Exception {
        appear();
        try (TelemetrySource source = source()) {
            source.start(new Notebook());
            Eventually.holds("connected", () -> source.status().get(0).state().isUp());
        }
        send(1, T0.plusSeconds(1));
        send(2, T0.plusSeconds(2));
        Notebook notebook = new Notebook();
        try (TelemetrySource source = source()) {
            source.start(notebook);
            Eventually.holds("both", () -> notebook.hasCount(1) && notebook.hasCount(2));
        }
    }

    @Test
    void aMessageThatWasNotMadeDurableComesAgain() throws Exception {
        appear();
        Notebook forgetful = new Notebook() {
            @Override
            public void onValues(List<SourceValue> values, Runnable whenDurable) {
                this.values.addAll(values);
            }
        };
        try (TelemetrySource source = source()) {
            source.start(forgetful);
            Eventually.holds("connected", () -> source.status().get(0).state().isUp());
            send(8, T0);
            Eventually.holds("seen once", () -> forgetful.hasCount(8));
        }
        Notebook notebook = new Notebook();
        try (TelemetrySource source = source()) {
            source.start(notebook);
            Eventually.holds("seen again", () -> notebook.hasCount(8));
        }
        assertTrue(notebook.malformed.isEmpty());
    }
}
