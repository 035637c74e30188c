package vn.nhain.edge.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;

/** What no machine should send, on the topics of real ones and on topics meant to confuse; each counts once. */
final class MalformedMessages implements Fault {
    private static final int OVERSIZED = 300 * 1024;
    private static final List<String> PAYLOADS = List.of(
            "",
            "null",
            "[]",
            "{",
            "{\"ts\":\"yesterday\",\"values\":{\"count.good\":1}}",
            "{\"ts\":\"2026-11-24T01:00:00Z\"}",
            "{\"ts\":\"2026-11-24T01:00:00Z\",\"values\":7}",
            "{\"ts\":\"2026-11-24T01:00:00Z\",\"ts\":\"2026-11-24T01:00:00Z\",\"values\":{}}",
            "[".repeat(50_000),
            "\u0000\u0001\uffff",
            "x".repeat(OVERSIZED));
    /** Topics that nobody may mistake for a machine's. */
    private static final List<String> TOPICS = List.of(
            "f/M0/telemetry/",
            "f/M0//telemetry",
            "f/../M0/telemetry",
            "f/M0\n/telemetry",
            "f/%4d0/telemetry",
            "f/Máy/telemetry");

    @Override
    public String name() {
        return "malformed-messages";
    }

    /** The broker may refuse it and end the connection. */
    private static void publishHostile(Plant plant, String topic) throws MqttException {
        try {
            plant.source.publishRaw(topic, "{\"ts\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        } catch (MqttException e) {
            plant.source.reconnect();
        }
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        int rounds = scale.of(1, 100);
        plant.source.publish(10);
        for (int round = 0; round < rounds; round++) {
            for (String payload : PAYLOADS) {
                plant.source.publishRaw("f/M0/telemetry", payload.getBytes(StandardCharsets.UTF_8));
            }
            for (String topic : TOPICS) {
                publishHostile(plant, topic);
            }
        }
        plant.source.publish(10);
        Tally tally = plant.settle();
        long expected = (long) rounds * PAYLOADS.size();
        return tally.agent().rejected() == expected
                ? tally
                : tally.withRemark("%d messages were malformed, %d counted as rejected"
                        .formatted(expected, tally.agent().rejected()));
    }
}
