package vn.nhain.edge.sink.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.NodeScript;
import vn.nhain.edge._support.TestMosquitto;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.json.Json;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/** A host of other hands, made with sparkplug-payload, reads what our node publishes over Mosquitto. */
class SparkplugPayloadHostIT {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    private final int port = FreePort.find();
    private @Nullable TestMosquitto broker;

    @BeforeEach
    void start() throws Exception {
        TestMosquitto.needed();
        NodeScript.needs("sparkplug-payload");
        broker = TestMosquitto.start(folder.resolve("mosquitto"), port, "allow_anonymous true");
    }

    @AfterEach
    void stop() throws Exception {
        if (broker != null) {
            broker.close();
        }
    }

    private static Reading count(int second, double value) {
        return Reading.number("OF1", "count.good", value, T0.plusSeconds(second));
    }

    private static Map<String, ?> next(NodeScript host) throws IOException {
        return Json.readObject(host.readLine().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<?, ?>> metrics(Map<String, ?> message) {
        List<Map<?, ?>> metrics = new ArrayList<>();
        if (message.get("metrics") instanceof List<?> list) {
            list.forEach(one -> metrics.add((Map<?, ?>) one));
        }
        return metrics;
    }

    private static String quality(Map<?, ?> metric) {
        return metric.get("properties") instanceof Map<?, ?> properties
                        && properties.get("quality") instanceof Map<?, ?> quality
                ? String.valueOf(quality.get("value"))
                : "none";
    }

    private static String summary(Map<String, ?> message) {
        return message.get("topic") + " seq=" + message.get("seq");
    }

    @Test
    void birthsDataHistoryAndDeathAreReadAsTheyWereMeant() throws Exception {
        try (NodeScript host =
                NodeScript.start("sparkplug.mjs", folder.resolve("host.log"), "mqtt://127.0.0.1:" + port, "host")) {
            SparkplugNode node = new SparkplugNode(
                    new SparkplugSettings(
                            BrokerSettings.anonymous("tcp://127.0.0.1:" + port, "edge1"), "hcm1", "edge1", ""),
                    folder,
                    (machine, json) -> {},
                    Clock.fixed(T0, ZoneOffset.UTC),
                    Clock.systemUTC(),
                    new Random(1));
            try {
                node.start();
                node.onOnline("OF1");
                node.onReadings("OF1", List.of(count(5, 5), Reading.text("OF1", "state", "RUNNING", T0)));
                Map<String, ?> nodeBirth = next(host);
                assertEquals("spBv1.0/hcm1/NBIRTH/edge1 seq=0", summary(nodeBirth));
                assertEquals(
                        List.of("bdSeq", "Node Control/Rebirth"),
                        metrics(nodeBirth).stream().map(m -> m.get("name")).toList());
                assertEquals(
                        List.of("Int64", "Boolean"),
                        metrics(nodeBirth).stream().map(m -> m.get("type")).toList());

                Map<String, ?> birth = next(host);
                assertEquals("spBv1.0/hcm1/DBIRTH/edge1/OF1 seq=1", summary(birth));
                Map<?, ?> good = metrics(birth).stream()
                        .filter(m -> "count.good".equals(m.get("name")))
                        .findFirst()
                        .orElseThrow();
                assertEquals("Double", good.get("type"));
                assertEquals(5, ((Number) good.get("value")).intValue());
                assertEquals(T0.plusSeconds(5).toEpochMilli(), ((Number) good.get("timestamp")).longValue());

                node.onReadings("OF1", List.of(count(6, 6), count(1, 1)));
                Map<String, ?> data = next(host);
                assertEquals("spBv1.0/hcm1/DDATA/edge1/OF1 seq=2", summary(data));
                Map<?, ?> newest = metrics(data).get(0);
                assertEquals(good.get("alias"), newest.get("alias"));
                assertFalse(newest.containsKey("name"));
                assertEquals(6, ((Number) newest.get("value")).intValue());
                assertEquals(true, metrics(data).get(1).get("isHistorical"));

                node.onReadings(
                        "OF1",
                        List.of(
                                new Reading("OF1", "count.good", 7, null, ReadingQuality.UNCERTAIN, T0.plusSeconds(7)),
                                new Reading("OF1", "count.good", 8, null, ReadingQuality.BAD, T0.plusSeconds(8))));
                // payloads-propertyset-quality-value-value: 0 is bad, 192 good, 500 stale, and nothing else
                assertEquals(
                        List.of("500", "0"),
                        metrics(next(host)).stream()
                                .map(SparkplugPayloadHostIT::quality)
                                .toList());

                node.onOffline("OF1");
                assertEquals("spBv1.0/hcm1/DDEATH/edge1/OF1 seq=4", summary(next(host)));
            } finally {
                node.close();
            }
            Map<String, ?> death = next(host);
            assertEquals("spBv1.0/hcm1/NDEATH/edge1", death.get("topic"));
            assertFalse(death.containsKey("seq"));
            assertEquals(0, ((Number) metrics(death).get(0).get("value")).intValue());
        }
    }
}
