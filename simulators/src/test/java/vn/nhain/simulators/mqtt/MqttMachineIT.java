package vn.nhain.simulators.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.plant.machine.Machine;
import vn.nhain.simulators._support.ManualClock;
import vn.nhain.simulators._support.TestPlant;
import vn.nhain.simulators.broker.EmbeddedBroker;
import vn.nhain.simulators.press.MachineSetting;
import vn.nhain.simulators.press.SimulatedMachine;
import vn.nhain.simulators.press.Temper;
import vn.nhain.simulators.station.MemoryFile;
import vn.nhain.simulators.station.Pace;
import vn.nhain.simulators.station.Station;
import vn.nhain.simulators.wire.Json;

/** A finishing machine as a plain MQTT client sees it, through a real broker. */
final class MqttMachineIT {
    private static final String PREFIX = "nhain/test/CUT1";

    @TempDir
    static Path brokerFolder;

    @TempDir
    Path folder;

    private static EmbeddedBroker broker;

    private final ManualClock clock = new ManualClock(TestPlant.MORNING);
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private Machine cutter;
    private Station station;
    private MqttClient listener;

    private record Heard(String topic, String payload, boolean retained) {}

    private record Telemetry(String ts, Map<String, Object> values) {}

    @BeforeAll
    static void startBroker() throws Exception {
        broker = EmbeddedBroker.start(brokerFolder, TestPlant.freePort());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() throws Exception {
        cutter = TestPlant.guillotine("CUT1");
        listener = new MqttClient(broker.address().toString(), "listener", new MemoryPersistence());
        listener.connect();
        listener.subscribe(new MqttSubscription[] {new MqttSubscription(PREFIX + "/#", 1)}, new IMqttMessageListener[] {
            (topic, message) -> heard.add(
                    new Heard(topic, new String(message.getPayload(), StandardCharsets.UTF_8), message.isRetained()))
        });
        MachineSetting setting = MachineSetting.of(TestPlant.of(cutter), cutter, Temper.ORDINARY, 1);
        SimulatedMachine model = SimulatedMachine.installed(setting, clock.instant());
        MqttMachine endpoint = new MqttMachine(cutter, broker.address());
        station = new Station("CUT1", model, endpoint, new MemoryFile(folder, "CUT1"), clock, new Pace(1, 1, 1));
        station.powerOn();
        await("/status", "{\"online\":true}");
    }

    @AfterEach
    void stop() throws Exception {
        station.powerOff();
        listener.disconnect();
        listener.close();
    }

    @Test
    void aCommandIsAnsweredAndTheJobCounts() throws Exception {
        command(Json.write(TestPlant.job("c1", cutter, 400)));
        await("/ack", "{\"commandId\":\"c1\",\"accepted\":true,\"message\":\"\"}");
        live(5 * 60);
        Telemetry setup = telemetry();
        assertEquals("Setup", setup.values().get("job.phase"));
        assertEquals("2026-11-24T01:05:00Z", setup.ts());
        assertEquals("O1/c1", setup.values().get("job"));
        live(12 * 60);
        assertEquals("Execute", telemetry().values().get("packml.state"));
        live(60 * 60);
        Telemetry end = telemetry();
        assertEquals("O1/c1", end.values().get("job.done"));
        assertEquals(400.0, end.values().get("job.good"));
        assertEquals(400.0, end.values().get("count.good"));
    }

    /** The broker tells of a machine whose plug was pulled, and keeps telling it to whoever comes later. */
    @Test
    void aMachineThatIsUnpluggedIsReportedOffline() throws Exception {
        station.powerOff();
        await("/status", "{\"online\":false}");
        station.powerOn();
        await("/status", "{\"online\":true}");
    }

    @Test
    void whatTheBrokerAcknowledgedCountsAsEmitted() throws Exception {
        command(Json.write(TestPlant.job("c1", cutter, 5000)));
        await("/ack", "{\"commandId\":\"c1\",\"accepted\":true,\"message\":\"\"}");
        long received = 0;
        for (int i = 0; i < 50; i++) {
            live(60);
            received += telemetry().values().size();
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (station.status().emitted() < received && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertEquals(received, station.status().emitted());
        assertTrue(received > 50, "received: " + received);
    }

    private void live(long seconds) {
        clock.advanceSeconds(seconds);
        station.tick();
    }

    private void command(String json) throws Exception {
        listener.publish(PREFIX + "/command", json.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    private Telemetry telemetry() throws Exception {
        return Json.read(await("/telemetry", null), Telemetry.class);
    }

    /** The next message on a topic; others are skipped. */
    private String await(String topic, @Nullable String payload) throws Exception {
        while (true) {
            Heard next = heard.poll(20, TimeUnit.SECONDS);
            assertNotNull(next, "nothing heard on " + topic);
            if (next.topic().equals(PREFIX + topic) && (payload == null || payload.equals(next.payload()))) {
                return next.payload();
            }
        }
    }
}
