package vn.nhain.dashboard._support;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.eclipse.tahu.model.MetricDataTypeMap;

/** A small but honest Sparkplug edge node with its machines: births on demand, running sequence, NDEATH as its will. */
@SuppressWarnings("JavaUtilDate") // Tahu speaks it
public final class TestEdgeNode implements AutoCloseable {
    private static final String GROUP = "hcm1";
    private static final String NODE = "edge1";

    /** JSON of every job start that came, in order. */
    public final List<String> commands = new CopyOnWriteArrayList<>();

    private final List<String> hostStates = new CopyOnWriteArrayList<>();
    private final Clock plantClock;
    private final MqttAsyncClient client;
    private final Map<String, Map<String, Object>> machines = new LinkedHashMap<>();
    private int sequence;
    private volatile int births;

    public TestEdgeNode(String broker, Clock plantClock, String... machineIds) throws Exception {
        this.plantClock = plantClock;
        for (String id : machineIds) {
            Map<String, Object> metrics = new LinkedHashMap<>();
            metrics.put("state", "IDLE");
            metrics.put("job", "");
            metrics.put("job.good", 0.0);
            machines.put(id, metrics);
        }
        client = new MqttAsyncClient(broker, "test-edge", new MemoryPersistence());
        client.setCallback(new Callback());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setWill(topic("NDEATH", ""), new MqttMessage(encode(List.of(birthSequence()), null)));
        client.connect(options).waitForCompletion(10_000);
        client.subscribe(
                        new String[] {
                            "spBv1.0/hcm1/NCMD/" + NODE,
                            "spBv1.0/hcm1/DCMD/" + NODE + "/+",
                            "spBv1.0/STATE/nhain-dashboard"
                        },
                        new int[] {1, 1, 1})
                .waitForCompletion(10_000);
        birth();
    }

    /** How often it was born. */
    public int births() {
        return births;
    }

    /** Changes metrics of a machine and tells them. */
    public synchronized void tell(String machineId, Map<String, Object> changes) {
        machines.get(machineId).putAll(changes);
        publish("DDATA", machineId, metrics(changes));
    }

    /** Leaves a gap in the sequence. */
    public synchronized void skipOne() {
        sequence = (sequence + 1) % 256;
    }

    /** Drops the connection without a word; the broker speaks the will. */
    public void die() throws Exception {
        client.disconnectForcibly(0, 0, false);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect().waitForCompletion(10_000);
        }
        client.close();
    }

    private synchronized void birth() {
        births++;
        sequence = 0;
        publish("NBIRTH", "", List.of(birthSequence()));
        machines.forEach((id, values) -> publish("DBIRTH", id, metrics(values)));
    }

    private void arrived(String topic, MqttMessage message) throws Exception {
        if (topic.contains("/STATE/")) {
            hostStates.add(new String(message.getPayload(), StandardCharsets.UTF_8));
            return;
        }
        SparkplugBPayload payload =
                new SparkplugBPayloadDecoder().buildFromByteArray(message.getPayload(), new MetricDataTypeMap());
        if (topic.contains("/NCMD/")) {
            birth();
        } else {
            payload.getMetrics().forEach(metric -> commands.add(String.valueOf(metric.getValue())));
        }
    }

    private void publish(String type, String device, List<Metric> metrics) {
        try {
            client.publish(topic(type, device), encode(metrics, (long) sequence), 0, false);
            sequence = (sequence + 1) % 256;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] encode(List<Metric> metrics, Long seq) throws Exception {
        SparkplugBPayload payload = new SparkplugBPayload(Date.from(plantClock.instant()), metrics);
        payload.setSeq(seq);
        return new SparkplugBPayloadEncoder().getBytes(payload, false);
    }

    private List<Metric> metrics(Map<String, Object> values) {
        List<Metric> metrics = new ArrayList<>();
        values.forEach((name, value) -> metrics.add(
                metric(name, value instanceof String ? MetricDataType.String : MetricDataType.Double, value)));
        return metrics;
    }

    private Metric birthSequence() {
        return metric("bdSeq", MetricDataType.Int64, 0L);
    }

    private Metric metric(String name, MetricDataType type, Object value) {
        try {
            return new Metric.MetricBuilder(name, type, value)
                    .timestamp(Date.from(plantClock.instant()))
                    .createMetric();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String topic(String type, String device) {
        return "spBv1.0/" + GROUP + "/" + type + "/" + NODE + (device.isEmpty() ? "" : "/" + device);
    }

    /** The last state of the host, as a node sees it. */
    public String hostState() {
        Eventually.that("the host's state is there", () -> !hostStates.isEmpty());
        return hostStates.get(hostStates.size() - 1);
    }

    private final class Callback implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) throws Exception {
            arrived(topic, message);
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
