package vn.nhain.dashboard.sparkplug;

import java.io.IOException;
import java.util.Date;
import org.eclipse.tahu.SparkplugInvalidTypeException;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;

/** Payloads of the messages that go down. */
final class Commands {
    private Commands() {}

    /** Asks a node for its births. */
    static byte[] rebirth(long now) {
        return of("Node Control/Rebirth", MetricDataType.Boolean, true, now);
    }

    /** Starts a job. */
    static byte[] jobStart(String json, long now) {
        return of("job/start", MetricDataType.String, json, now);
    }

    @SuppressWarnings("JavaUtilDate") // Tahu speaks it
    private static byte[] of(String name, MetricDataType type, Object value, long now) {
        try {
            Metric metric = new Metric.MetricBuilder(name, type, value)
                    .timestamp(new Date(now))
                    .createMetric();
            SparkplugBPayload payload = new SparkplugBPayload.SparkplugBPayloadBuilder()
                    .setTimestamp(new Date(now))
                    .addMetric(metric)
                    .createPayload();
            return new SparkplugBPayloadEncoder().getBytes(payload, false);
        } catch (SparkplugInvalidTypeException | IOException e) {
            throw new IllegalStateException("The command %s cannot be encoded.".formatted(name), e);
        }
    }
}
