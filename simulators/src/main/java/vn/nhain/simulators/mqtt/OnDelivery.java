package vn.nhain.simulators.mqtt;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/** Does something once the broker has acknowledged a message. */
record OnDelivery(Runnable action) implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
        action.run();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
        // not acknowledged: not counted
    }
}
