package vn.nhain.edge.source.opcua;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestPress;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.TelemetrySourceContract;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.source.opcua.connect.ServerAccess;

class OpcUaSourceIT extends TelemetrySourceContract {
    private final int port = FreePort.find();
    private int starts;
    private @Nullable TestPress press;

    private static OpcUaSettings settings() {
        return new OpcUaSettings(
                Duration.ofMillis(50),
                50,
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                Duration.ofMillis(50),
                Duration.ofMillis(300));
    }

    private OpcUaSource source(Map<String, String> tags) {
        OpcUaMachine machine = new OpcUaMachine(
                MACHINE,
                ServerAccess.of("opc.tcp://127.0.0.1:%d/nhain/%s".formatted(port, MACHINE)),
                OpcUaMachine.PRINT_PRESS,
                tags);
        return new OpcUaSource(
                List.of(machine),
                settings(),
                KeyFolder.of(folder, "hcm1", "edge1"),
                Clock.systemUTC(),
                System::nanoTime,
                new Random(1));
    }

    @Override
    protected TelemetrySource source() {
        return source(Map.of());
    }

    /** Each start has its namespaces in another order, as after an update of the press. */
    @Override
    protected void appear() throws Exception {
        starts++;
        List<String> before = starts % 2 == 0 ? List.of("urn:other:1", "urn:other:2") : List.of();
        TestPress started = TestPress.start(MACHINE, port, before, UnaryOperator.identity());
        started.set("count.good", 0.0, T0);
        press = started;
    }

    @Override
    protected void vanish() {
        close();
    }

    @Override
    protected void send(double count, Instant time) {
        if (press != null) {
            press.set("count.good", count, time);
        }
    }

    @AfterEach
    void close() {
        if (press != null) {
            press.close();
        }
        press = null;
    }

    @Test
    void aTagThatTheServerDoesNotHaveDoesNotHarmTheOthers() throws Exception {
        appear();
        Notebook notebook = new Notebook();
        String namespace = "nsu=" + OpcUaMachine.PRINT_PRESS + ";s=" + MACHINE + "/";
        try (OpcUaSource source =
                source(Map.of("count.good", namespace + "count.good", "speed.actual", namespace + "nowhere"))) {
            source.start(notebook);
            Eventually.holds("the good tag delivers", () -> notebook.hasCount(0));
            Eventually.holds("the bad one is counted", () -> {
                SourceStatus status = source.status().get(0);
                return status.items() == 2 && status.badItems() == 1;
            });
        }
    }
}
