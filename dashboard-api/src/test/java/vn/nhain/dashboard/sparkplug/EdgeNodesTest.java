package vn.nhain.dashboard.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.PropertyDataType;
import org.eclipse.tahu.message.model.PropertySet;
import org.eclipse.tahu.message.model.PropertyValue;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.MachineSnapshot;
import vn.nhain.plant.machine.MachineState;

/** Births, aliases, gaps and deaths, message by message. */
@SuppressWarnings("JavaUtilDate") // Tahu speaks it
class EdgeNodesTest {
    private Instant wall = Instant.parse("2026-11-24T09:00:00Z");
    private final Instant plant = Instant.parse("2026-11-24T01:00:00Z");
    private final InstantSource wallClock = () -> wall;
    private final LiveMachines live = new LiveMachines(
            List.of("OF1", "CUT1"), () -> plant, wallClock, Duration.ofSeconds(12), Duration.ofSeconds(30));
    private final List<String> rebirths = new ArrayList<>();
    private static final long NO_SEQ = -1;
    private final EdgeNodes nodes = new EdgeNodes(live, wallClock, rebirths::add);

    @Test
    void aBirthBringsTheWholeState() throws Exception {
        birth();

        MachineSnapshot of1 = live.get("OF1");
        assertEquals(MachineState.RUNNING, of1.state());
        assertEquals(1200, of1.number("count.good").orElse(-1));
        assertEquals(MachineState.OFFLINE, live.get("CUT1").state());
        assertEquals(List.of(), rebirths);
    }

    @Test
    void dataComeByAlias() throws Exception {
        birth();
        send("DDATA", "OF1", 2, new Metric.MetricBuilder(7L, MetricDataType.Double, 1250.0));

        assertEquals(1250, live.get("OF1").number("count.good").orElse(-1));
    }

    @Test
    void aMissingMessageAsksForARebirthOnceInAWhile() throws Exception {
        birth();
        send("DDATA", "OF1", 4, new Metric.MetricBuilder(7L, MetricDataType.Double, 1.0));
        send("DDATA", "OF1", 9, new Metric.MetricBuilder(7L, MetricDataType.Double, 2.0));

        assertEquals(List.of("edge1"), rebirths);
    }

    @Test
    void dataOfANodeThatWasNeverBornAskForARebirthAndAreNotBelieved() throws Exception {
        send("DDATA", "OF1", 4, named("count.good", 5.0));

        assertEquals(List.of("edge1"), rebirths);
        assertTrue(live.get("OF1").metrics().isEmpty());
    }

    @Test
    void aDeathOfTheDeviceIsOfflineAtOnce() throws Exception {
        birth();
        send("DDEATH", "OF1", 2);

        assertEquals(MachineState.OFFLINE, live.get("OF1").state());
    }

    @Test
    void aDeathOfTheNodeIsOfflineForAllItsMachines() throws Exception {
        birth();
        send("NDEATH", "", NO_SEQ, new Metric.MetricBuilder("bdSeq", MetricDataType.Int64, 3L));

        assertEquals(MachineState.OFFLINE, live.get("OF1").state());
    }

    /** Sparkplug 3.0, tck-id-payloads-ndeath-bdseq: the will of an earlier connection may come late. */
    @Test
    void aDeathOfAnEarlierLifeIsIgnored() throws Exception {
        birth();
        send("NDEATH", "", NO_SEQ, new Metric.MetricBuilder("bdSeq", MetricDataType.Int64, 2L));

        assertEquals(MachineState.RUNNING, live.get("OF1").state());
    }

    @Test
    void silenceIsStaleThenOffline() throws Exception {
        birth();
        wall = wall.plusSeconds(13);
        assertTrue(live.get("OF1").stale());
        assertEquals(MachineState.RUNNING, live.get("OF1").state());
        wall = wall.plusSeconds(18);
        assertEquals(MachineState.OFFLINE, live.get("OF1").state());
    }

    /** Edge agents report by exception: an idle machine may say nothing for minutes. */
    @Test
    void aMachineOfALivingNodeIsNotStaleThoughItSaysNothing() throws Exception {
        birth();
        wall = wall.plusSeconds(60);
        nodes.touch();
        assertEquals(MachineState.RUNNING, live.get("OF1").state());

        nodes.distrustAll();
        wall = wall.plusSeconds(60);
        nodes.touch();
        assertEquals(MachineState.OFFLINE, live.get("OF1").state());
    }

    @Test
    void qualityIsRead() throws Exception {
        birth();
        PropertySet properties = new PropertySet();
        properties.setProperty("quality", new PropertyValue<>(PropertyDataType.Int32, 500));
        send("DDATA", "OF1", 2, named("power", 12.0).properties(properties));

        assertEquals(
                "UNCERTAIN", live.get("OF1").metrics().get("power").quality().name());
    }

    private void birth() throws Exception {
        send("NBIRTH", "", 0, new Metric.MetricBuilder("bdSeq", MetricDataType.Int64, 3L));
        send(
                "DBIRTH",
                "OF1",
                1,
                new Metric.MetricBuilder("state", MetricDataType.String, "RUNNING").alias(6L),
                named("count.good", 1200.0).alias(7L));
    }

    private static Metric.MetricBuilder named(String name, double value) {
        return new Metric.MetricBuilder(name, MetricDataType.Double, value);
    }

    private void send(String type, String device, long seq, Metric.MetricBuilder... metrics) throws Exception {
        SparkplugBPayload payload = new SparkplugBPayload();
        payload.setTimestamp(Date.from(plant));
        payload.setSeq(seq == NO_SEQ ? null : (Long) seq);
        payload.setMetrics(new ArrayList<>());
        for (Metric.MetricBuilder metric : metrics) {
            payload.addMetric(metric.timestamp(Date.from(plant)).createMetric());
        }
        nodes.accept(new Topic("hcm1", type, "edge1", device), new SparkplugBPayloadEncoder().getBytes(payload, false));
    }
}
