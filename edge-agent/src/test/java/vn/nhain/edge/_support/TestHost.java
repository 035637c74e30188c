package vn.nhain.edge._support;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.eclipse.tahu.message.model.SparkplugBPayload.SparkplugBPayloadBuilder;
import org.eclipse.tahu.model.MetricDataTypeMap;

/** A host application that writes down what it hears, one line a message, and sends commands. */
public final class TestHost implements AutoCloseable {
    private final MqttClient client;
    private final Map<Long, String> nameByAlias = new HashMap<>();
    private final MetricDataTypeMap types = new MetricDataTypeMap();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public TestHost(String brokerUrl) throws MqttException {
        client = new MqttClient(brokerUrl, "host" + System.nanoTime(), new MemoryPersistence());
        client.setCallback(new Listener());
        client.connect();
        client.subscribe("spBv1.0/#", 1);
    }

    /**
     * What was heard so far, in order, such as {@code DDATA OF1 #3 count.good=12.0 state=RUNNING(history)}; the number is
     * seq.
     */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** Lines that begin with this type. */
    public List<String> heard(String type) {
        return heard.stream().filter(line -> line.startsWith(type + " ")).toList();
    }

    public void forget() {
        heard.clear();
    }

    /** Publishes a command with one metric. */
    public void command(String topic, String metric, Object value) throws Exception {
        MetricDataType type = value instanceof Boolean ? MetricDataType.Boolean : MetricDataType.String;
        SparkplugBPayload payload = new SparkplugBPayloadBuilder()
                .setTimestamp(Date.from(Instant.EPOCH))
                .addMetric(new MetricBuilder(metric, type, value)
                        .timestamp(Date.from(Instant.EPOCH))
                        .createMetric())
                .createPayload();
        client.publish(topic, new SparkplugBPayloadEncoder().getBytes(payload, false), 0, false);
    }

    /** Publishes the state of a host, retained. */
    public void state(String hostId, boolean online, long timestamp) throws MqttException {
        byte[] payload =
                "{\"online\":%s,\"timestamp\":%d}".formatted(online, timestamp).getBytes(StandardCharsets.UTF_8);
        client.publish("spBv1.0/STATE/" + hostId, payload, 1, true);
    }

    @Override
    public void close() throws MqttException {
        client.disconnect();
        client.close();
    }

    private synchronized String line(String topic, byte[] bytes) throws Exception {
        String[] parts = topic.split("/", -1);
        if (parts[1].equals("STATE")) {
            return "STATE " + parts[2] + " " + new String(bytes, StandardCharsets.UTF_8);
        }
        SparkplugBPayload payload =
                new SparkplugBPayloadDecoder().buildFromByteArray(bytes, parts[2].equals("DDATA") ? types : null);
        List<String> words = new ArrayList<>();
        words.add(parts[2]);
        words.add(parts.length > 4 ? parts[4] : parts[3]);
        if (payload.getSeq() != null && payload.getSeq() >= 0) {
            words.add("#" + payload.getSeq());
        }
        for (Metric metric : payload.getMetrics()) {
            if (parts[2].endsWith("BIRTH") && metric.hasAlias()) {
                nameByAlias.put(metric.getAlias(), metric.getName());
                types.addMetricDataType(metric.getAlias(), metric.getDataType());
            }
            String name = metric.hasName() ? metric.getName() : nameByAlias.get(metric.getAlias());
            words.add(name + "=" + metric.getValue() + (Boolean.TRUE.equals(metric.isHistorical()) ? "(history)" : ""));
        }
        return String.join(" ", words);
    }

    private final class Listener implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) throws Exception {
            if (!topic.contains("CMD/")) {
                heard.add(line(topic, message.getPayload()));
            }
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
