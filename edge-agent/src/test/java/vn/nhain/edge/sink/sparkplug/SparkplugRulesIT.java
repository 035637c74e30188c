package vn.nhain.edge.sink.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.PacketLog;
import vn.nhain.edge._support.TestBroker;
import vn.nhain.edge._support.TestHost;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/**
 * The rules of the Sparkplug 3.0 specification for edge nodes, one test each by the id that the specification gives it. The
 * node lives through a day: births, data, history, a new metric, a rebirth, a device's death, a clean leave, and then a
 * primary host that comes, goes and lies about its time; what the broker had of it, packet by packet, is judged.
 */
class SparkplugRulesIT {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    static Path folder;

    private static NodeRecord record = new NodeRecord(List.of());
    /** Rules about what happens between packets, seen while the day went on. */
    private static final List<String> SEEN = new ArrayList<>();

    private static TestHost host;
    private static SparkplugNode node;

    @BeforeAll
    static void liveThroughADay() throws Exception {
        PacketLog log = new PacketLog();
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"), log)) {
            host = new TestHost(broker.url());
            try {
                withoutAPrimaryHost(broker.url());
                withAPrimaryHost(broker.url());
            } finally {
                host.close();
            }
            record = NodeRecord.of(log.of("edge1"));
        }
    }

    private static SparkplugNode start(String url, String primaryHost) {
        SparkplugNode started = new SparkplugNode(
                new SparkplugSettings(BrokerSettings.anonymous(url, "edge1"), "hcm1", "edge1", primaryHost),
                folder,
                (machine, json) -> {},
                Clock.fixed(T0, ZoneOffset.UTC),
                Clock.systemUTC(),
                new Random(1));
        started.start();
        return started;
    }

    private static void say(String machine, int second, double count, ReadingQuality quality) {
        node.onReadings(
                machine, List.of(new Reading(machine, "count.good", count, null, quality, T0.plusSeconds(second))));
    }

    private static void awaits(String type, int times) throws InterruptedException {
        Eventually.holds(
                "%d %s, heard %s".formatted(times, type, host.heard()),
                () -> host.heard(type).size() >= times);
    }

    private static void withoutAPrimaryHost(String url) throws Exception {
        node = start(url, "");
        node.onOnline("OF1");
        node.onOnline("CUT1");
        say("OF1", 1, 1, ReadingQuality.GOOD);
        say("CUT1", 1, 1, ReadingQuality.GOOD);
        awaits("DBIRTH", 2);
        say("OF1", 5, 5, ReadingQuality.UNCERTAIN);
        awaits("DDATA", 1);
        say("OF1", 2, 2, ReadingQuality.BAD);
        awaits("DDATA", 2);
        node.onReadings("OF1", List.of(Reading.text("OF1", "state", "RUNNING", T0.plusSeconds(6))));
        awaits("DBIRTH", 3);
        node.onOffline("CUT1");
        awaits("DDEATH", 1);
        SEEN.add("operational-behavior-device-ddeath");
        host.forget();
        host.command("spBv1.0/hcm1/NCMD/edge1", "Node Control/Rebirth", true);
        awaits("DBIRTH", 1);
        assertEquals(
                List.of("NBIRTH", "DBIRTH"),
                host.heard().stream().map(line -> line.split(" ", 2)[0]).toList());
        SEEN.add("operational-behavior-data-commands-rebirth-action-1");
        SEEN.add("operational-behavior-data-commands-rebirth-action-2");
        node.close();
        awaits("NDEATH", 1);
    }

    private static void withAPrimaryHost(String url) throws Exception {
        host.state("scada", false, 10);
        host.forget();
        node = start(url, "scada");
        node.onOnline("OF1");
        say("OF1", 7, 7, ReadingQuality.GOOD);
        Eventually.holds("connected", () -> node.status().state().isUp());
        host.state("other", true, 11);
        host.state("scada", true, 9);
        host.command("spBv1.0/hcm1/NCMD/edge1", "Node Control/Rebirth", true);
        // the order of one host's messages is kept: once this has been heard, the node has had what is before
        Eventually.holds("the host's own word", () -> host.heard("STATE").size() >= 2);
        assertEquals(List.of(), host.heard("NBIRTH"));
        host.state("scada", true, 12);
        awaits("DBIRTH", 1);
        SEEN.add("message-flow-edge-node-birth-publish-phid-wait");
        SEEN.add("message-flow-edge-node-birth-publish-phid-wait-id");
        SEEN.add("message-flow-edge-node-birth-publish-phid-wait-online");
        SEEN.add("message-flow-edge-node-birth-publish-phid-wait-timestamp");
        SEEN.add("operational-behavior-edge-node-birth-sequence-wait");
        host.state("scada", false, 11);
        say("OF1", 8, 8, ReadingQuality.GOOD);
        awaits("DDATA", 1);
        assertEquals(List.of(), host.heard("NDEATH"));
        SEEN.add("operational-behavior-edge-node-termination-host-offline-timestamp");
        host.state("scada", false, 13);
        awaits("NDEATH", 1);
        SEEN.add("message-flow-edge-node-birth-publish-phid-offline");
        SEEN.add("operational-behavior-edge-node-termination-host-offline");
        host.state("scada", true, 14);
        awaits("DBIRTH", 2);
        SEEN.add("operational-behavior-edge-node-termination-host-offline-reconnect");
        SEEN.add("operational-behavior-primary-application-state-with-multiple-servers-single-server");
        node.close();
        awaits("NDEATH", 2);
    }

    @TestFactory
    Stream<DynamicTest> eachRuleForEdgeNodesHolds() {
        return Stream.concat(
                SEEN.stream()
                        .map(id -> DynamicTest.dynamicTest(
                                id, () -> assertEquals(3, record.connections().size(), "one connection at a time"))),
                SparkplugRules.all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().accept(record))));
    }
}
