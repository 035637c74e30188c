package vn.nhain.edge.sink.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.TestBroker;
import vn.nhain.edge._support.TestHost;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.plant.reading.Reading;

/** Duties of an edge node, Sparkplug B 3.0 chapters 5 and 6, seen from a host. */
class SparkplugNodeIT {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    static Path brokerFolder;

    private static TestBroker broker;

    @TempDir
    Path folder;

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private TestHost host;
    private SparkplugNode node;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = TestBroker.start(brokerFolder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() throws Exception {
        host = new TestHost(broker.url());
        node = node("");
    }

    private SparkplugNode node(String primaryHost) {
        return new SparkplugNode(
                new SparkplugSettings(BrokerSettings.anonymous(broker.url(), "edge1"), "hcm1", "edge1", primaryHost),
                folder,
                (machine, json) -> commands.add(machine + " " + json),
                Clock.fixed(T0, ZoneOffset.UTC),
                Clock.systemUTC(),
                new Random(1));
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
        host.close();
    }

    private static Reading count(int second, double value) {
        return Reading.number("OF1", "count.good", value, T0.plusSeconds(second));
    }

    private static Reading state(int second, String state) {
        return Reading.text("OF1", "state", state, T0.plusSeconds(second));
    }

    private void awaits(String type, int times) throws InterruptedException {
        Eventually.holds(
                "%d %s, heard %s".formatted(times, type, host.heard()),
                () -> host.heard(type).size() >= times);
    }

    @Test
    void nodeBirthComesFirstThenDeviceBirthsThenDataWithOneSequence() throws Exception {
        node.start();
        node.onOnline("OF1");
        node.onReadings("OF1", List.of(state(1, "RUNNING"), count(1, 1)));
        awaits("DBIRTH", 1);
        node.onReadings("OF1", List.of(count(2, 2)));
        awaits("DDATA", 1);
        assertEquals(
                List.of(
                        "NBIRTH edge1 #0 bdSeq=0 Node Control/Rebirth=false",
                        "DBIRTH OF1 #1 job/start=null state=RUNNING count.good=1.0",
                        "DDATA OF1 #2 count.good=2.0"),
                host.heard());
    }

    @Test
    void aNewMetricBringsANewBirthAndNothingOfTheMessageIsLost() throws Exception {
        node.start();
        node.onOnline("OF1");
        node.onReadings("OF1", List.of(count(1, 1)));
        awaits("DBIRTH", 1);
        node.onReadings("OF1", List.of(count(2, 2), count(3, 3), state(3, "RUNNING")));
        awaits("DDATA", 1);
        assertEquals(
                List.of(
                        "DBIRTH OF1 #2 job/start=null count.good=3.0 state=RUNNING",
                        "DDATA OF1 #3 count.good=2.0(history)"),
                host.heard().subList(2, 4));
    }

    @Test
    void anOlderReadingIsFlaggedAsHistory() throws Exception {
        node.start();
        node.onOnline("OF1");
        node.onReadings("OF1", List.of(count(5, 5)));
        awaits("DBIRTH", 1);
        node.onReadings("OF1", List.of(count(1, 1)));
        awaits("DDATA", 1);
        assertEquals("DDATA OF1 #2 count.good=1.0(history)", host.heard("DDATA").get(0));
    }

    @Test
    void aMachineThatGoesDiesAndIsBornAgainWhenItIsBack() throws Exception {
        node.start();
        node.onOnline("OF1");
        node.onReadings("OF1", List.of(state(1, "RUNNING")));
        awaits("DBIRTH", 1);
        node.onReadings("OF1", List.of(state(2, "OFFLINE")));
        node.onOffline("OF1");
        awaits("DDEATH", 1);
        node.onOnline("OF1");
        node.onReadings("OF1", List.of(state(3, "IDLE")));
        awaits("DBIRTH", 2);
        assertTrue(host.heard("DBIRTH").get(1).endsWith("state=IDLE"));
    }

    @Test
    void aRebirthCommandBringsAllBirthsWithSequenceZero() throws Exception {
        node.start();
        node.onOnline("OF1");
        node.onReadings("OF1", List.of(count(1, 1)));
        awaits("DBIRTH", 1);
        host.forget();
        host.command("spBv1.0/hcm1/NCMD/edge1", "Node Control/Rebirth", true);
        awaits("DBIRTH", 1);
        assertEquals(
                List.of(
                        "NBIRTH edge1 #0 bdSeq=0 Node Control/Rebirth=false",
                        "DBIRTH OF1 #1 job/start=null count.good=1.0"),
                host.heard());
    }

    @Test
    void theSequenceNumberWrapsAfter255() throws Exception {
        node.start();
        node.onOnline("OF1");
        node.onReadings("OF1", List.of(count(0, 0)));
        awaits("DBIRTH", 1);
        for (int i = 1; i <= 256; i++) {
            node.onReadings("OF1", List.of(count(i, i)));
            awaits("DDATA", i);
        }
        assertTrue(host.heard("DDATA").get(253).startsWith("DDATA OF1 #255 "));
        assertTrue(host.heard("DDATA").get(254).startsWith("DDATA OF1 #0 "));
    }

    @Test
    void aJobCommandGoesToItsMachine() throws Exception {
        node.start();
        node.onOnline("OF1");
        node.onReadings("OF1", List.of(count(1, 1)));
        awaits("DBIRTH", 1);
        host.command("spBv1.0/hcm1/DCMD/edge1/OF1", "job/start", "{\"commandId\":\"c1\"}");
        Eventually.holds("the command", () -> commands.equals(List.of("OF1 {\"commandId\":\"c1\"}")));
        host.command("spBv1.0/hcm1/DCMD/edge1/OF1", "speed.set", "9999");
        host.command("spBv1.0/hcm1/DCMD/edge1/OF1", "job/start", "{\"commandId\":\"c2\"}");
        Eventually.holds("nothing else is writable", () -> commands.size() == 2);
    }

    @Test
    void aCleanLeaveBringsTheWillAndTheNextConnectAnotherBdSeq() throws Exception {
        node.start();
        awaits("NBIRTH", 1);
        node.close();
        awaits("NDEATH", 1);
        assertEquals("NDEATH edge1 bdSeq=0", host.heard("NDEATH").get(0));
        node = node("");
        node.start();
        awaits("NBIRTH", 2);
        assertEquals(
                "NBIRTH edge1 #0 bdSeq=1 Node Control/Rebirth=false",
                host.heard("NBIRTH").get(1));
    }

    @Test
    void withAPrimaryHostBirthsWaitUntilItIsOnlineAndDeathFollowsWhenItLeaves() throws Exception {
        host.state("scada", false, 1);
        node.close();
        node = node("scada");
        node.start();
        node.onOnline("OF1");
        node.onReadings("OF1", List.of(count(1, 1)));
        Eventually.holds("connected", () -> node.status().state().isUp());
        assertEquals(List.of(), host.heard("NBIRTH"));
        host.state("scada", true, 2);
        awaits("DBIRTH", 1);
        host.state("scada", false, 1);
        node.onReadings("OF1", List.of(count(2, 2)));
        awaits("DDATA", 1);
        host.state("scada", false, 3);
        awaits("NDEATH", 1);
        host.state("scada", true, 4);
        awaits("DBIRTH", 2);
        host.state("scada", false, 5);
    }
}
