package vn.nhain.edge.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.eclipse.tahu.model.MetricDataTypeMap;
import org.jspecify.annotations.Nullable;

/** A host application that tells how long after its publication a machine's number arrives as live state. */
final class LiveWatch implements AutoCloseable {
    private static final String WATCHED = "count.good";
    private static final int LONGEST_MILLIS = 600_000;

    private final MqttClient client;
    private final Map<Integer, Long> sentNanos = new ConcurrentHashMap<>();
    private final Map<Long, String> nameByAlias = new HashMap<>();
    private final MetricDataTypeMap types = new MetricDataTypeMap();
    /** How many arrived after so many milliseconds. Guarded by this. */
    private int[] countByMillis = new int[LONGEST_MILLIS + 1];

    LiveWatch(String brokerUrl, String agent) throws MqttException {
        client = new MqttClient(brokerUrl, "watch" + System.nanoTime(), new MemoryPersistence());
        client.connect();
        client.subscribe(
                new MqttSubscription[] {new MqttSubscription("spBv1.0/hcm1/+/%s/+".formatted(agent), 0)},
                new IMqttMessageListener[] {this::arrived});
    }

    /** The number is being published. */
    void sent(int number) {
        sentNanos.put(number, System.nanoTime());
    }

    private void arrived(String topic, MqttMessage message) throws Exception {
        long now = System.nanoTime();
        boolean birth = topic.contains("/DBIRTH/");
        if (!birth && !topic.contains("/DDATA/")) {
            return;
        }
        SparkplugBPayload payload =
                new SparkplugBPayloadDecoder().buildFromByteArray(message.getPayload(), birth ? null : types);
        for (Metric metric : payload.getMetrics()) {
            if (birth) {
                nameByAlias.put(metric.getAlias(), metric.getName());
                types.addMetricDataType(metric.getAlias(), metric.getDataType());
            }
            String name = metric.hasName() ? metric.getName() : nameByAlias.get(metric.getAlias());
            if (WATCHED.equals(name) && metric.getValue() instanceof Number number) {
                note(sentNanos.remove(number.intValue()), now);
            }
        }
    }

    private synchronized void note(@Nullable Long sent, long now) {
        if (sent != null) {
            long millis = TimeUnit.NANOSECONDS.toMillis(now - sent);
            countByMillis[(int) Math.min(millis, LONGEST_MILLIS)]++;
        }
    }

    synchronized void forget() {
        countByMillis = new int[LONGEST_MILLIS + 1];
    }

    /** Delays since the last {@link #forget}. */
    synchronized String delays() {
        long total = 0;
        int longest = 0;
        for (int millis = 0; millis <= LONGEST_MILLIS; millis++) {
            total += countByMillis[millis];
            longest = countByMillis[millis] > 0 ? millis : longest;
        }
        return "of %d messages after %d ms (half), %d ms (99 %%), %d ms (all)"
                .formatted(total, quantile(0.5, total), quantile(0.99, total), longest);
    }

    private int quantile(double part, long total) {
        long seen = 0;
        for (int millis = 0; millis < LONGEST_MILLIS; millis++) {
            seen += countByMillis[millis];
            if (seen >= part * total) {
                return millis;
            }
        }
        return LONGEST_MILLIS;
    }

    @Override
    public void close() throws MqttException {
        client.disconnect();
        client.close();
    }
}
