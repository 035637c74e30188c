package vn.nhain.edge.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.NodeScript;
import vn.nhain.edge._support.TestMosquitto;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.broker.TlsFiles;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.TelemetrySourceContract;

/** The contract against an edge node of other hands, made with sparkplug-payload, over Mosquitto. */
class SparkplugPayloadSourceIT extends TelemetrySourceContract {
    private final int port = FreePort.find();
    private @Nullable TestMosquitto broker;
    private @Nullable NodeScript node;

    @BeforeEach
    void counterpartsAreNeeded() {
        TestMosquitto.needed();
        NodeScript.needs("sparkplug-payload");
    }

    @Override
    protected TelemetrySource source() {
        BrokerSettings settings = new BrokerSettings(
                "tcp://127.0.0.1:" + port,
                "edge",
                "",
                "",
                TlsFiles.DEFAULTS,
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(300));
        SparkplugMachine machine = new SparkplugMachine(
                MACHINE, "g1", "n1", "d1", Map.of("count.good", "Counters/Good", "job", "Job/Name"));
        return new MqttSource(List.of(machine), settings, Clock.systemUTC(), new Random(1));
    }

    @Override
    protected void appear() throws Exception {
        broker = TestMosquitto.start(folder.resolve("mosquitto"), port, "allow_anonymous true");
        node = NodeScript.start("sparkplug.mjs", log(), "mqtt://127.0.0.1:" + port, "node");
    }

    private Path log() {
        return folder.resolve("node.log");
    }

    @Override
    protected void vanish() throws Exception {
        close();
    }

    @AfterEach
    void close() throws Exception {
        if (node != null) {
            node.close();
        }
        if (broker != null) {
            broker.close();
        }
        node = null;
        broker = null;
    }

    @Override
    protected void send(double count, Instant time) throws Exception {
        if (node != null) {
            node.tell("count %s %d".formatted(count, time.toEpochMilli()));
        }
    }

    @Test
    void itIsAskedForItsBirthMappedByNameAndGoneWithItsWill() throws Exception {
        Notebook notebook = new Notebook();
        appear();
        try (TelemetrySource source = source()) {
            source.start(notebook);
            Eventually.holds("it was born again for us", () -> notebook.values.stream()
                    .anyMatch(value -> "brochure".equals(value.value())));
            Set<String> metrics =
                    notebook.values.stream().map(SourceValue::metric).collect(Collectors.toSet());
            assertEquals(Set.of("count.good", "job"), metrics);
            if (node != null) {
                node.close();
            }
            Eventually.holds("its death is told", () -> notebook.gone.contains(MACHINE));
        }
    }
}
