package vn.nhain.dashboard.sparkplug;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Paho tells, passed on; an exception here would end the connection. */
final class HostCallback implements MqttCallback {
    private static final Logger log = LoggerFactory.getLogger(HostCallback.class);

    private final SparkplugHost host;

    HostCallback(SparkplugHost host) {
        this.host = host;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        try {
            host.arrived(topic, message);
        } catch (RuntimeException e) {
            log.error("A message on {} could not be taken", topic, e);
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        host.lost(String.valueOf(response.getReasonString()));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        log.warn("MQTT: {}", exception.getMessage());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // a job start is answered by job.ack, nothing else waits
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // told where it is connected
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // no extended authentication
    }
}
