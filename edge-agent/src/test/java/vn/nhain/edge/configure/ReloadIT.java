package vn.nhain.edge.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestBroker;
import vn.nhain.edge._support.TestPress;
import vn.nhain.edge._support.TestStore;
import vn.nhain.edge.spool.Counters;

/** The configuration changes while machines go on, and no reading is lost: counted at the source, to the unit. */
class ReloadIT {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    private final int healthPort = FreePort.find();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger given = new AtomicInteger();
    private TestStore store;
    private TestBroker broker;
    private TestPress press;
    private MqttClient cutter;
    private EdgeAgent agent;
    private Thread machine;

    @BeforeEach
    void start() throws Exception {
        store = TestStore.start(folder.resolve("store"));
        broker = TestBroker.start(folder.resolve("broker"));
        press = TestPress.start("OF1");
        press.set("count.good", 0.0, T0);
        cutter = new MqttClient(broker.url(), "CUT1", new MemoryPersistence());
        cutter.connect();
        write("", "", "");
        ConfigFile file = new ConfigFile(config(), Map.of());
        agent = EdgeAgent.start(file.read(), file, Clock.fixed(T0.plusSeconds(3_600), ZoneOffset.UTC));
        Eventually.holds("connected", () -> agent.sources().stream()
                .allMatch(source -> source.state().isUp()));
        machine = new Thread(this::work, "machine");
        machine.start();
    }

    /** Each number is published once more until the broker has it, and only then given. */
    private void work() {
        try {
            while (!stop.get()) {
                int number = given.get() + 1;
                String json = "{\"ts\":\"%s\",\"values\":{\"count.good\":%d}}".formatted(T0.plusMillis(number), number);
                cutter.publish("nhain/hcm1/CUT1/telemetry", json.getBytes(StandardCharsets.UTF_8), 1, false);
                given.incrementAndGet();
                Thread.sleep(1);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Path config() {
        return folder.resolve("edge.yaml");
    }

    private void write(String opcua, String mqttMachine, String more) throws Exception {
        Files.writeString(config(), """
                plant: hcm1
                agent: edge1
                dataDir: %s
                opcua: {publishInterval: 50ms, %s machines: {OF1: {url: "%s"}}}
                mqtt: {broker: "%s", machines: {CUT1: {topic: nhain/hcm1/CUT1} %s}}
                store: {url: "%s", bucket: nhain}
                spool: {commitInterval: 10ms}
                health: {port: %d}
                %s
                """.formatted(
                folder.resolve("agent"), opcua, press.url(), broker.url(), mqttMachine, store.url(), healthPort, more));
    }

    @AfterEach
    void end() throws Exception {
        stop.set(true);
        machine.join();
        agent.close();
        cutter.disconnect();
        cutter.close();
        press.close();
        broker.close();
        store.close();
    }

    private String reload(int exitCode) {
        StringWriter out = new StringWriter();
        assertEquals(
                exitCode,
                Main.run(new PrintWriter(out), new PrintWriter(out), "reload", "--config", config().toString()),
                out::toString);
        return out.toString().strip();
    }

    private int post(String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(agent.healthUrl().resolve("/reload"))
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void nothingIsLostWhileEverythingThatCanChangeChanges() throws Exception {
        assertEquals("nothing has changed", reload(0));
        write("", ", CUT2: {topic: nhain/hcm1/CUT2}", "");
        assertEquals("changed mqtt " + broker.url(), reload(0));
        write("queueSize: 50,", ", CUT2: {topic: nhain/hcm1/CUT2}", "");
        assertEquals("changed opcua OF1", reload(0));
        write("queueSize: 50,", "", "pipeline: {deadband: {power: 2}}");
        assertEquals("changed mqtt " + broker.url() + "\nchanged pipeline", reload(0));
        Instant since = agent.sources().get(1).state().since();
        Files.writeString(
                config(), Files.readString(config()).replace("bucket: nhain", "bucket: nhain, batchSize: 100"));
        assertEquals("changed store", reload(0));
        assertEquals(since, agent.sources().get(1).state().since(), "the press is left alone");

        press.set("count.good", 77.0, T0.plusSeconds(1));
        Eventually.holds(
                "the press is heard", () -> store.values("OF1", "count.good").contains("77.0"));
        stop.set(true);
        machine.join();
        int last = given.get();
        assertTrue(last > 50, () -> "only %d readings were given".formatted(last));
        Eventually.holds("all arrived", () -> store.values("CUT1", "count.good").size() == last);
        assertEquals(
                IntStream.rangeClosed(1, last).mapToObj(i -> i + ".0").toList(), store.values("CUT1", "count.good"));
        Eventually.holds("drained", () -> agent.spool().depth() == 0);
        Counters counters = agent.spool().counters();
        assertTrue(counters.isIntakeBalanced() && counters.isStoreBalanced(), counters::toString);
        assertEquals(Map.of(), counters.rejectedByReason());
        assertEquals(counters.stored(), store.rows());
    }

    @Test
    void aFileWithMistakesOrThatNeedsARestartChangesNothing() throws Exception {
        String good = Files.readString(config());
        Files.writeString(config(), good.replace("nhain/hcm1/CUT1", "").replace("spool:", "spoool:"));
        HttpResponse<String> refused = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(agent.healthUrl().resolve("/reload"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Maybe spool is meant"), refused.body());
        Files.writeString(config(), good.replace("commitInterval: 10ms", "commitInterval: 20ms"));
        assertTrue(reload(1).contains("spool can only change with a restart"));
        assertEquals(403, post("Origin", "http://evil.example"));
        assertTrue(agent.sources().stream().allMatch(source -> source.state().isUp()));
    }
}
