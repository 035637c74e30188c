package vn.nhain.simulators.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerIT {
    private static final int BURST = 3000;

    /** The broker's own default drops beyond a thousand queued messages; a burst three times that must arrive whole. */
    @Test
    void deliversEveryMessageOfABurst(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, freePort())) {
            MqttClient sender = client(broker, "sender");
            MqttClient receiver = client(broker, "receiver");
            CountDownLatch all = new CountDownLatch(BURST);
            AtomicInteger distinct = new AtomicInteger();
            receiver.connect();
            receiver.subscribe(new MqttSubscription[] {new MqttSubscription("burst/#", 1)}, new IMqttMessageListener[] {
                (topic, message) -> {
                    distinct.incrementAndGet();
                    all.countDown();
                }
            });
            sender.connect();
            for (int i = 0; i < BURST; i++) {
                sender.publish("burst/" + i, Integer.toString(i).getBytes(StandardCharsets.UTF_8), 1, false);
            }
            assertTrue(all.await(60, TimeUnit.SECONDS), () -> "arrived: " + distinct.get());
            assertEquals(BURST, distinct.get());
            sender.disconnect();
            receiver.disconnect();
            sender.close();
            receiver.close();
        }
    }

    private static MqttClient client(EmbeddedBroker broker, String id) throws Exception {
        return new MqttClient(broker.address().toString(), id, new MemoryPersistence());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
