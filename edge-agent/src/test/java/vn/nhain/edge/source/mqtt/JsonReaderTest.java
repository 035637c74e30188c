package vn.nhain.edge.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhain.edge.json.Pointer;
import vn.nhain.edge.keys.Document;
import vn.nhain.edge.source.Owner;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.TelemetrySourceContract.Notebook;
import vn.nhain.edge.source.ValueMapping;

/** JSON of other people's machines, by a mapping as it stands in the configuration. */
class JsonReaderTest {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    private final Notebook notebook = new Notebook();

    private static Map<String, Object> mapping(String timeForm) {
        return Map.of(
                "mqtt",
                Map.of(
                        "broker",
                        "tcp://broker:1883",
                        "machines",
                        Map.of(
                                "FOLD2",
                                Map.of(
                                        "messages",
                                        Map.of(
                                                "plant/fold2",
                                                Map.of(
                                                        "time",
                                                        "/t",
                                                        "timeForm",
                                                        timeForm,
                                                        "metrics",
                                                        Map.of(
                                                                "count.good", Map.of("at", "/c/0"),
                                                                "speed.actual",
                                                                        Map.of("at", "/v~1min", "unit", "1/min"),
                                                                "temperature.dryer",
                                                                        Map.of("at", "/f", "scale", 0.1, "unit", "°F"),
                                                                "packml.state",
                                                                        Map.of(
                                                                                "at",
                                                                                "/mode",
                                                                                "texts",
                                                                                Map.of(
                                                                                        "1", "Execute", "0",
                                                                                        "Idle")))))))));
    }

    private static List<String> mistakes(Map<String, Object> values) {
        Document document = Document.of(values, Map.of());
        var unused = new MqttType().read(document.root().section("mqtt", ""), new Owner("hcm1", "e1", Path.of("")));
        return document.mistakes();
    }

    private static JsonReader reader(String timeForm) {
        Document document = Document.of(mapping(timeForm), Map.of());
        MqttPlan plan = (MqttPlan) new MqttType()
                .read(document.root().section("mqtt", ""), new Owner("hcm1", "e1", Path.of("")))
                .get(0);
        assertEquals(List.of(), document.mistakes());
        return new JsonReader((JsonMachine) plan.machines().get(0));
    }

    private Map<String, Object> read(String timeForm, String json) throws IOException {
        reader(timeForm).read("plant/fold2", json.getBytes(StandardCharsets.UTF_8), notebook, () -> {});
        return notebook.values.stream()
                .collect(Collectors.toMap(SourceValue::metric, value -> String.valueOf(value.value())));
    }

    @Test
    void valuesAreFoundScaledAndBroughtToTheUnitOfTheirMetric() throws IOException {
        assertEquals(
                Map.of(
                        "count.good", "1200",
                        "speed.actual", "9000.0",
                        "temperature.dryer", "100.0",
                        "packml.state", "Execute"),
                read(
                        "iso",
                        "{\"t\":\"2026-11-24T08:00:00+07:00\",\"c\":[1200],\"v/min\":150,\"f\":2120,\"mode\":1.0}"));
        assertEquals(T0, notebook.values.get(0).sourceTime());
    }

    @Test
    void aMetricThatAMessageDoesNotHaveIsNoNews() throws IOException {
        assertEquals(Map.of("count.good", "7"), read("millis", "{\"t\":%d,\"c\":[7]}".formatted(T0.toEpochMilli())));
        assertEquals(T0, notebook.values.get(0).sourceTime());
    }

    @Test
    void secondsMayHaveAFraction() throws IOException {
        assertEquals(
                Map.of("count.good", "7"), read("seconds", "{\"t\":%d.25,\"c\":[7]}".formatted(T0.getEpochSecond())));
        assertEquals(T0.plusMillis(250), notebook.values.get(0).sourceTime());
    }

    @Test
    void aCodeWithoutATextIsPassedOnForThePipelineToRefuse() throws IOException {
        assertEquals(Map.of("packml.state", "9"), read("seconds", "{\"t\":1,\"mode\":9}"));
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() {
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "{\"t\":\"now\",\"c\":[1]}",
                "{\"c\":[1]}",
                "{\"t\":1}",
                "{\"t\":1e99999999,\"c\":[1]}",
                "{\"t\":1,\"c\":[1]}x")) {
            IOException refused = assertThrows(IOException.class, () -> read("seconds", bad), bad);
            assertTrue(String.valueOf(refused.getMessage()).length() > 3, bad);
        }
        assertEquals(List.of(), notebook.values);
    }

    @Test
    void withoutATimeTheArrivalCounts() throws IOException {
        JsonMachine machine = new JsonMachine(
                "X",
                List.of(new JsonMachine.Topic(
                        "x",
                        Pointer.of(""),
                        JsonMachine.TimeForm.NONE,
                        Map.of("power", new JsonMachine.Metric(Pointer.of(""), ValueMapping.SAME)))));
        new JsonReader(machine).read("x", "12.5".getBytes(StandardCharsets.UTF_8), notebook, () -> {});
        assertEquals(12.5, notebook.values.get(0).value());
        assertNull(notebook.values.get(0).sourceTime());
    }

    @Test
    void mistakesOfAMappingAreAllReported() {
        String all = String.join(
                "\n",
                mistakes(Map.of(
                        "mqtt",
                        Map.of(
                                "broker",
                                "tcp://b:1",
                                "machines",
                                Map.of(
                                        "A",
                                        Map.of("topic", "a", "sparkplug", "g/n"),
                                        "B",
                                        Map.of(
                                                "messages",
                                                Map.of(
                                                        "b/+",
                                                        Map.of(
                                                                "metrics",
                                                                Map.of("power", Map.of("at", "x", "unit", "mm"))))),
                                        "C",
                                        Map.of("sparkplug", "g"),
                                        "D",
                                        Map.of())))));
        assertTrue(all.contains("mqtt.machines.A.topic (more than one way)"), all);
        assertTrue(all.contains("b/+): a topic must have no wildcard"), all);
        assertTrue(all.contains("metrics.power.at (x): must be a JSON Pointer"), all);
        assertTrue(all.contains("metrics.power.unit (mm): cannot become the unit of power: one of MW, W, kW"), all);
        assertTrue(all.contains("mqtt.machines.C.sparkplug (g): must be group/node/device"), all);
        assertTrue(all.contains("mqtt.machines.D.topic (missing)"), all);
    }
}
