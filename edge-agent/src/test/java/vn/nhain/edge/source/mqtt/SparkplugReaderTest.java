package vn.nhain.edge.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.junit.jupiter.api.Test;
import vn.nhain.edge.source.TelemetrySourceContract.Notebook;

/** What a host owes an edge node by Sparkplug 3.0: births explain, gaps are answered by a request for rebirth. */
class SparkplugReaderTest {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    private final List<String> requests = new ArrayList<>();
    private final Notebook notebook = new Notebook();
    private Instant now = T0;
    private final SparkplugReader reader = new SparkplugReader(
            List.of(
                    new SparkplugMachine("FOLD2", "G", "N", "Fold", Map.of("count.good", "Counters/Good")),
                    new SparkplugMachine("GLUE1", "G", "N", "Glue", Map.of())),
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            });

    private void connect() {
        reader.onConnected((topic, payload, qos) -> requests.add(topic));
    }

    private static Metric metric(String name, Long alias, MetricDataType type, Object value) throws Exception {
        return new MetricBuilder(name, type, value)
                .alias(alias)
                .timestamp(Date.from(T0))
                .createMetric();
    }

    private static byte[] payload(int seq, boolean typed, Metric... metrics) throws Exception {
        SparkplugBPayload payload = new SparkplugBPayload.SparkplugBPayloadBuilder()
                .setTimestamp(Date.from(T0))
                .setSeq((long) seq)
                .addMetrics(List.of(metrics))
                .createPayload();
        return new SparkplugBPayloadEncoder().getBytes(payload, !typed);
    }

    private void send(String topic, byte[] payload) throws IOException {
        reader.read("spBv1.0/G/" + topic, payload, notebook, () -> {});
    }

    private void birth(int bdSeq) throws Exception {
        send("NBIRTH/N", payload(0, true, metric("bdSeq", null, MetricDataType.Int64, (long) bdSeq)));
        send("DBIRTH/N/Fold", payload(1, true, metric("Counters/Good", 7L, MetricDataType.Int32, 5)));
    }

    private List<String> values() {
        return notebook.values.stream()
                .map(v -> "%s %s=%s".formatted(v.machineId(), v.metric(), v.value()))
                .toList();
    }

    @Test
    void aliasesAndTypesOfTheBirthExplainTheData() throws Exception {
        connect();
        birth(3);
        send("DDATA/N/Fold", payload(2, false, metric(null, 7L, MetricDataType.Int32, 6)));
        assertEquals(List.of("FOLD2 count.good=5", "FOLD2 count.good=6"), values());
        assertEquals(T0, notebook.values.get(1).sourceTime());
    }

    @Test
    void aConnectionBeginsWithARequestForRebirthAndDataBeforeItAreRefused() throws Exception {
        connect();
        assertEquals(List.of("spBv1.0/G/NCMD/N"), requests);
        byte[] data = payload(9, false, metric(null, 7L, MetricDataType.Int32, 6));
        assertThrows(IOException.class, () -> send("DDATA/N/Fold", data));
        assertEquals(List.of(), values());
    }

    @Test
    void aGapInTheNumbersIsAnsweredByOneRequestAndTheDataAreKept() throws Exception {
        connect();
        birth(3);
        now = now.plus(Duration.ofMinutes(1));
        send("DDATA/N/Fold", payload(4, false, metric(null, 7L, MetricDataType.Int32, 8)));
        send("DDATA/N/Fold", payload(6, false, metric(null, 7L, MetricDataType.Int32, 9)));
        assertEquals(2, requests.size());
        assertEquals(List.of("FOLD2 count.good=5", "FOLD2 count.good=8", "FOLD2 count.good=9"), values());
    }

    @Test
    void numbersRunOverAllDevicesOfTheNodeAndFrom255To0() throws Exception {
        connect();
        birth(3);
        now = now.plus(Duration.ofMinutes(1));
        for (int seq = 2; seq < 600; seq++) {
            send(seq % 2 == 0 ? "DDATA/N/Other" : "DDATA/N/Fold", payload(seq % 256, false));
        }
        assertEquals(1, requests.size());
    }

    @Test
    void anAliasThatNobodyExplainedIsRefusedAndAskedFor() throws Exception {
        connect();
        birth(3);
        now = now.plus(Duration.ofMinutes(1));
        byte[] data = payload(2, true, metric(null, 99L, MetricDataType.Int32, 6));
        send("DDATA/N/Fold", data);
        assertEquals(2, requests.size());
        assertEquals(List.of("FOLD2 count.good=5", "FOLD2 unknown.alias=null"), values());
    }

    @Test
    void withoutAMappingTheNamesAreOurMetricsAndControlsAreNone() throws Exception {
        connect();
        birth(3);
        send(
                "DBIRTH/N/Glue",
                payload(
                        2,
                        true,
                        metric("power", 8L, MetricDataType.Double, 1.5),
                        metric("Device Control/Rebirth", 9L, MetricDataType.Boolean, false)));
        assertEquals("GLUE1 power=1.5", values().get(1));
        assertEquals(2, values().size());
    }

    @Test
    void deathsTakeTheirMachinesAndTheWillOfAnEarlierSessionTakesNone() throws Exception {
        connect();
        birth(3);
        send("DDEATH/N/Fold", payload(2, false));
        assertEquals(List.of("FOLD2"), notebook.gone);
        send("NDEATH/N", payload(0, true, metric("bdSeq", null, MetricDataType.Int64, 2L)));
        assertEquals(List.of("FOLD2"), notebook.gone);
        send("NDEATH/N", payload(0, true, metric("bdSeq", null, MetricDataType.Int64, 3L)));
        assertEquals(List.of("FOLD2", "FOLD2", "GLUE1"), notebook.gone);
    }

    @Test
    void hostilePayloadsAndTopicsAreRefusedAndTheNextMessageIsRead() throws Exception {
        connect();
        birth(3);
        for (byte[] bad : new byte[][] {{1, 2, 3}, new byte[1000], {(byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f}}) {
            assertThrows(IOException.class, () -> send("DDATA/N/Fold", bad));
        }
        send("DDATA/N/\u0000\n../../etc", payload(2, false));
        send("DDATA/N/Fold", payload(3, false, metric(null, 7L, MetricDataType.Int32, 6)));
        assertEquals(List.of("FOLD2 count.good=5", "FOLD2 count.good=6"), values());
    }
}
