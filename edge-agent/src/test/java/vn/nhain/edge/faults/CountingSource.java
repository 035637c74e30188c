package vn.nhain.edge.faults;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import vn.nhain.edge.connection.NoDelaySocketFactory;

/**
 * Machines over MQTT that count. Each message carries one number as the value of several metrics; a reading counts as given
 * once the broker has acknowledged its message. What was not acknowledged is sent again, as machines do.
 */
final class CountingSource implements AutoCloseable {
    static final int METRICS = 10;
    private static final int IN_FLIGHT = 500;

    /** Readings that the broker has acknowledged. */
    final Ids given = new Ids();

    private final String url;
    private final String prefix;
    private final int machines;
    private final Semaphore window = new Semaphore(IN_FLIGHT);
    private final AtomicInteger next = new AtomicInteger(1);
    private volatile IntConsumer listener = number -> {};
    private MqttAsyncClient client;

    /** @param prefix topics are {@code prefix/ID/telemetry}, machines M0, M1, … */
    CountingSource(String url, String prefix, int machines) throws MqttException {
        this.url = url;
        this.prefix = prefix;
        this.machines = machines;
        this.client = connect();
    }

    static String machine(int index) {
        return "M" + index;
    }

    private MqttAsyncClient connect() throws MqttException {
        MqttAsyncClient fresh = new MqttAsyncClient(url, "source" + System.nanoTime(), new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(new NoDelaySocketFactory());
        fresh.connect(options).waitForCompletion(10_000);
        return fresh;
    }

    /** To a broker that went and came back. */
    void reconnect() throws MqttException {
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException e) {
            // it was gone already
        }
        client.close(true);
        client = connect();
    }

    /** Tells each number at the instant that it is published. */
    void tell(IntConsumer listener) {
        this.listener = listener;
    }

    /** The number that comes next. */
    int next() {
        return next.get();
    }

    /** Publishes this many messages, spread over the machines, as fast as the broker takes them. */
    void publish(int messages) throws InterruptedException, MqttException {
        publishFrom(next.getAndAdd(messages), messages);
    }

    /** Publishes these numbers, once more if need be; returns when the broker has acknowledged them all. */
    void publishFrom(int first, int messages) throws InterruptedException, MqttException {
        CountDownLatch acknowledged = new CountDownLatch(messages);
        for (int number = first; number < first + messages; number++) {
            publishOne(number, acknowledged);
        }
        if (!acknowledged.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "The broker did not acknowledge %d messages.".formatted(acknowledged.getCount()));
        }
    }

    /** Publishes at a steady rate for so long. */
    void publishFor(int messagesPerSecond, long millis) throws InterruptedException, MqttException {
        long start = System.nanoTime();
        for (long sent = 0; sent < messagesPerSecond * millis / 1000; sent++) {
            long due = start + sent * 1_000_000_000L / messagesPerSecond;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            publishOne(next.getAndIncrement(), new CountDownLatch(1));
        }
        window.acquire(IN_FLIGHT);
        window.release(IN_FLIGHT);
    }

    private void publishOne(int number, CountDownLatch acknowledged) throws InterruptedException, MqttException {
        String machine = machine(number % machines);
        window.acquire();
        listener.accept(number);
        MqttMessage message = new MqttMessage(payload(number).getBytes(StandardCharsets.UTF_8), 1, false, null);
        client.publish(prefix + "/" + machine + "/telemetry", message, null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                for (int metric = 0; metric < METRICS; metric++) {
                    given.add(Ids.series(machine, metric(metric)), number);
                }
                window.release();
                acknowledged.countDown();
            }

            @Override
            public void onFailure(IMqttToken token, Throwable exception) {
                window.release();
            }
        });
    }

    private static String metric(int index) {
        return index == 0 ? "count.good" : "wear.t" + index;
    }

    private static String payload(int number) {
        StringBuilder json = new StringBuilder(256)
                .append("{\"ts\":\"")
                .append(StoreRows.T0.plusMillis(number))
                .append("\",\"values\":{");
        for (int metric = 0; metric < METRICS; metric++) {
            json.append(metric == 0 ? "\"" : ",\"")
                    .append(metric(metric))
                    .append("\":")
                    .append(number);
        }
        return json.append("}}").toString();
    }

    /** A message as it is, for what no machine should send. */
    void publishRaw(String topic, byte[] payload) throws MqttException {
        client.publish(topic, payload, 1, false).waitForCompletion(20_000);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect().waitForCompletion(5_000);
        }
        client.close(true);
    }
}
