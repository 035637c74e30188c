package vn.nhain.edge.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.TestBroker;
import vn.nhain.edge._support.TestHost;
import vn.nhain.edge._support.TestPress;
import vn.nhain.edge._support.TestStore;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.sink.WriteOutcome;
import vn.nhain.edge.sink.influx.InfluxSink;
import vn.nhain.edge.sink.influx.StoreSettings;
import vn.nhain.edge.source.mqtt.MqttMachine;
import vn.nhain.edge.source.opcua.OpcUaMachine;
import vn.nhain.edge.spool.Counters;
import vn.nhain.plant.command.JobStart;

/** One press, one finishing machine, a broker and a store, all real; nothing but sockets between them and the agent. */
class WholeAgentIT {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    private TestStore store;
    private TestBroker broker;
    private TestPress press;
    private MqttClient cutter;
    private EdgeAgent agent;

    @BeforeEach
    void start() throws Exception {
        store = TestStore.start(folder.resolve("store"));
        broker = TestBroker.start(folder.resolve("broker"));
        press = TestPress.start("OF1");
        press.set("MachineryItemState", "NotExecuting", T0);
        press.set("MachineryOperationMode", "None", T0);
        press.set("JobPhase", "", T0);
        press.set("count.good", 0.0, T0);
        cutter = new MqttClient(broker.url(), "CUT1", new MemoryPersistence());
        cutter.connect();
        agent = EdgeAgent.start(config(), Clock.fixed(T0.plusSeconds(60), ZoneOffset.UTC));
        Eventually.holds("the agent is connected", () -> agent.sources().stream()
                .allMatch(source -> source.state().isUp()));
    }

    private EdgeConfig config() {
        return TestConfigs.of(
                List.of(OpcUaMachine.printPress("OF1", press.url())),
                List.of(new MqttMachine("CUT1", "nhain/hcm1/CUT1")),
                store.url(),
                broker.url(),
                folder.resolve("agent"));
    }

    @AfterEach
    void stop() throws Exception {
        agent.close();
        cutter.disconnect();
        cutter.close();
        press.close();
        broker.close();
        store.close();
    }

    private void publish(String topic, String payload) throws Exception {
        cutter.publish("nhain/hcm1/CUT1/" + topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    private Counters drained() throws Exception {
        Eventually.holds("the spool is empty", () -> {
            Counters counters = agent.spool().counters();
            return agent.spool().depth() == 0 && counters.spooled() == 0;
        });
        Counters counters = agent.spool().counters();
        assertTrue(counters.isIntakeBalanced(), counters::toString);
        assertTrue(counters.isStoreBalanced(), counters::toString);
        return counters;
    }

    @Test
    void readingsOfBothProtocolsReachTheStoreAndAreCountedToTheUnit() throws Exception {
        Eventually.holds("the press is read", () -> store.texts("OF1", "state").contains("IDLE"));
        for (int i = 1; i <= 50; i++) {
            press.set("count.good", i * 10.0, T0.plusMillis(i));
        }
        press.set("MachineryItemState", "Executing", T0.plusSeconds(1));
        press.set("MachineryOperationMode", "Processing", T0.plusSeconds(1));
        press.set("JobPhase", "Setup", T0.plusSeconds(1));

        publish("status", "{\"online\":true}");
        for (int i = 1; i <= 100; i++) {
            publish(
                    "telemetry",
                    "{\"ts\":\"%s\",\"values\":{\"count.good\":%d,\"packml.state\":\"Execute\",\"packml.mode\":\"Production\",\"job.phase\":\"InProgress\"}}"
                            .formatted(T0.plusMillis(i), i));
        }
        publish("telemetry", "{\"ts\":\"yesterday\"");

        Eventually.holds("the press sets up", () -> store.texts("OF1", "state").contains("SETUP"));
        Eventually.holds("the cutter has cut 100", () -> store.values("CUT1", "count.good")
                .contains("100.0"));
        Eventually.holds(
                "the bad message is counted", () -> agent.spool().counters().rejected() == 1);
        assertEquals(List.of("RUNNING"), store.texts("CUT1", "state"));
        assertEquals("SETUP", last(store.texts("OF1", "state")));
        Counters counters = drained();
        assertEquals(counters.stored(), store.rows());
        int states = store.texts("OF1", "state").size()
                + store.texts("CUT1", "state").size();
        assertEquals(states, store.rows("event"), "each stored state is one event");
    }

    @Test
    void aMachineWhoseDeathIsAnnouncedIsOfflineAtOnce() throws Exception {
        publish(
                "telemetry",
                "{\"ts\":\"%s\",\"values\":{\"packml.state\":\"Idle\",\"packml.mode\":\"Production\",\"job.phase\":\"\"}}"
                        .formatted(T0));
        Eventually.holds("idle", () -> store.texts("CUT1", "state").contains("IDLE"));
        publish("status", "{\"online\":false}");
        Eventually.holds("offline", () -> last(store.texts("CUT1", "state")).equals("OFFLINE"));
    }

    @Test
    void aJobCommandReachesThePressByMethodCallAndItsAnswerComesBackEachTime() throws Exception {
        try (TestHost host = new TestHost(broker.url())) {
            Eventually.holds("born", () -> agent.sparkplug().bornDevices() == 1);
            String job = Json.write(job("c1", "OF1"));
            host.command("spBv1.0/hcm1/DCMD/edge1/OF1", "job/start", job);
            Eventually.holds("the answer", () -> answers(host, "OF1").size() == 1);
            host.command("spBv1.0/hcm1/DCMD/edge1/OF1", "job/start", job);
            Eventually.holds(
                    "the answer to the repeat", () -> answers(host, "OF1").size() == 2);
            assertTrue(answers(host, "OF1").get(1).contains("{\"commandId\":\"c1\",\"accepted\":true"));
            host.command("spBv1.0/hcm1/DCMD/edge1/OF1", "job/start", "{\"commandId\":\"c2\",\"machineId\":\"OF1\"}");
            Eventually.holds("the refusal", () -> answers(host, "OF1").size() == 3);
            assertTrue(answers(host, "OF1").get(2).contains("\"accepted\":false"));
        }
    }

    @Test
    void aJobCommandReachesAnMqttMachineOnItsTopicAndItsAnswerComesBack() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        cutter.subscribe(
                new MqttSubscription[] {new MqttSubscription("nhain/hcm1/CUT1/command", 1)},
                new IMqttMessageListener[] {
                    (topic, message) -> received.add(new String(message.getPayload(), StandardCharsets.UTF_8))
                });
        try (TestHost host = new TestHost(broker.url())) {
            Eventually.holds("node born", () -> agent.sparkplug().messages() > 0);
            String job = Json.write(job("c7", "CUT1"));
            host.command("spBv1.0/hcm1/DCMD/edge1/CUT1", "job/start", job);
            assertEquals(job, received.poll(15, TimeUnit.SECONDS));
            publish("ack", "{\"commandId\":\"c7\",\"accepted\":false,\"message\":\"busy\"}");
            Eventually.holds("the answer", () -> answers(host, "CUT1").size() == 1);
            assertTrue(answers(host, "CUT1").get(0).contains("busy"));
        }
    }

    @Test
    void whileTheStoreIsAwayReadingsWaitAndAfterARestartOfTheAgentNothingIsLostOrCountedTwice() throws Exception {
        Eventually.holds("the press is read", () -> store.texts("OF1", "state").contains("IDLE"));
        int port = store.port();
        store.close();
        for (int i = 1; i <= 30; i++) {
            publish("telemetry", "{\"ts\":\"%s\",\"values\":{\"count.good\":%d}}".formatted(T0.plusSeconds(i), i));
        }
        Eventually.holds("they wait", () -> agent.spool().counters().spooled() >= 30);
        agent.close();
        agent = EdgeAgent.start(config(), Clock.fixed(T0.plusSeconds(90), ZoneOffset.UTC));
        Eventually.holds("still there", () -> agent.spool().counters().spooled() >= 30);
        Eventually.holds("the press is read again", () -> agent.sources().get(0).messages() > 0);
        store = TestStore.start(folder.resolve("store"), port);
        Eventually.holds("all 30", () -> store.values("CUT1", "count.good").size() == 30);
        Counters counters = drained();
        assertEquals(counters.stored(), store.rows());
    }

    /** What {@code edge check} does with the dashboard's store. */
    @Test
    void theEmbeddedStoreTakesATrialWriteThatLeavesNothing() throws Exception {
        try (InfluxSink sink = new InfluxSink("hcm1", StoreSettings.embedded(store.url()))) {
            assertEquals(new WriteOutcome.Written(), sink.tryWrite());
        }
        Eventually.holds("the press is read", () -> store.texts("OF1", "state").contains("IDLE"));
        assertEquals(drained().stored(), store.rows());
    }

    @Test
    void theHealthPageShowsCountersAndBothEquations() throws Exception {
        Eventually.holds("up", () -> agent.health().isUp());
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(agent.healthUrl().resolve("/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, health.statusCode());
        Map<String, ?> json = Json.readObject(health.body().getBytes(StandardCharsets.UTF_8));
        assertEquals("up", json.get("status"));
        assertEquals(
                Map.of(
                        "received = accepted + rejected + suppressed", true,
                        "accepted = stored + spooled + dropped + quarantined", true),
                json.get("equations"));
        String metrics = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(agent.healthUrl().resolve("/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertTrue(metrics.contains("nhain_edge_source_up{source=\"opcua OF1\"} 1"), metrics);
    }

    private static List<String> answers(TestHost host, String machine) {
        return host.heard().stream()
                .filter(line -> line.matches("D(DATA|BIRTH) " + machine + " .*job\\.ack=.*"))
                .toList();
    }

    private static JobStart job(String commandId, String machine) {
        return new JobStart(
                commandId, machine, "o1/p", "o1", "p", "PRINT", 5000, 150, 30, 10, 9000, List.of("C", "M", "Y", "K"));
    }

    private static String last(List<String> list) {
        return list.get(list.size() - 1);
    }
}
