package vn.nhain.edge.source.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.ReadingQuality;

/** The topics of {@code docs/reference/wire.md}. */
final class WireReader implements MqttReader {
    private final String machineId;
    private final String status;
    private final String telemetry;
    private final String ack;

    WireReader(MqttMachine machine) {
        machineId = machine.machineId();
        status = machine.topicPrefix() + "/status";
        telemetry = machine.topicPrefix() + "/telemetry";
        ack = machine.topicPrefix() + "/ack";
    }

    @Override
    public Set<String> filters() {
        return Set.of(status, telemetry, ack);
    }

    @Override
    public boolean reads(String topic) {
        return topic.equals(telemetry) || topic.equals(status) || topic.equals(ack);
    }

    @Override
    public String machineOf(String topic) {
        return machineId;
    }

    @Override
    public void read(String topic, byte[] payload, SourceListener target, Runnable acknowledge) throws IOException {
        if (topic.equals(telemetry)) {
            target.onValues(TelemetryMessage.values(machineId, payload), acknowledge);
        } else if (topic.equals(status)) {
            if (TelemetryMessage.isOnline(payload)) {
                target.onAlive(machineId);
            } else {
                target.onGone(machineId, "its status says so");
            }
            acknowledge.run();
        } else {
            String answer = new String(payload, StandardCharsets.UTF_8);
            target.onValues(
                    List.of(new SourceValue(machineId, Metrics.JOB_ACK, answer, ReadingQuality.GOOD, null)),
                    acknowledge);
        }
    }
}
