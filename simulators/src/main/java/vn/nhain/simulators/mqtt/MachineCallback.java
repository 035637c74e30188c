package vn.nhain.simulators.mqtt;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.simulators.station.JobPort;
import vn.nhain.simulators.wire.Commands;

/** Says that a machine is online whenever it has connected, and answers its commands. */
final class MachineCallback implements MqttCallback {
    private static final Logger log = LoggerFactory.getLogger(MachineCallback.class);
    private static final int QOS = 1;

    private final MqttAsyncClient client;
    private final Topics topics;
    private final JobPort jobs;
    private final byte[] online;

    MachineCallback(MqttAsyncClient client, Topics topics, JobPort jobs, byte[] online) {
        this.client = client;
        this.topics = topics;
        this.jobs = jobs;
        this.online = online;
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        try {
            client.subscribe(topics.command(), QOS);
            client.publish(topics.status(), online, QOS, true);
        } catch (MqttException e) {
            log.warn("{} could not announce itself", topics.prefix(), e);
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws MqttException {
        String json = new String(message.getPayload(), StandardCharsets.UTF_8);
        byte[] answer = Commands.start(json, jobs::start).getBytes(StandardCharsets.UTF_8);
        client.publish(topics.acknowledgement(), answer, QOS, false);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        log.debug("{} lost its connection: {}", topics.prefix(), response.getReturnCode());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        log.warn("{} has trouble with MQTT", topics.prefix(), exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // each message has its own listener
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // no extended authentication
    }
}
