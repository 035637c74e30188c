package vn.nhain.edge.source.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.eclipse.tahu.SparkplugInvalidTypeException;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.PropertySet;
import org.eclipse.tahu.message.model.PropertyValue;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.eclipse.tahu.message.model.SparkplugBPayload.SparkplugBPayloadBuilder;
import org.eclipse.tahu.model.MetricDataTypeMap;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.reading.ReadingQuality;

/** Payloads as a host sees them, by Tahu. */
final class SparkplugPayload {
    private static final String REBIRTH = "Node Control/Rebirth";
    /** Quality of a value that is no longer current. */
    private static final int STALE = 500;

    private SparkplugPayload() {}

    /**
     * A payload.
     *
     * @param seq its sequence number; null when it has none
     * @param metrics in the order of the payload
     */
    record Decoded(@Nullable Long seq, List<Value> metrics) {
        Decoded {
            metrics = List.copyOf(metrics);
        }

        /** The birth and death number of the node; -1 when the payload has none. */
        long bdSeq() {
            return metrics.stream()
                    .filter(metric -> "bdSeq".equals(metric.name()) && metric.value() instanceof Number)
                    .mapToLong(metric -> metric.value() instanceof Number number ? number.longValue() : -1)
                    .findFirst()
                    .orElse(-1);
        }
    }

    /**
     * One metric.
     *
     * @param name null when only the alias is given
     * @param alias null when it has none
     */
    record Value(
            @Nullable String name,
            @Nullable Long alias,
            @Nullable Object value,
            ReadingQuality quality,
            @Nullable Instant time) {}

    /**
     * Decodes.
     *
     * @param types what births have said of the types, which data need not repeat
     * @param learn whether this is a birth: its types are added
     * @throws IOException when it is not Sparkplug B, or data of a type that no birth has named
     */
    static Decoded decode(byte[] payload, MetricDataTypeMap types, boolean learn) throws IOException {
        SparkplugBPayload read;
        try {
            read = new SparkplugBPayloadDecoder().buildFromByteArray(payload, types);
        } catch (Exception e) {
            // Tahu declares Exception, and protobuf's own errors come through
            throw new IOException("it is not Sparkplug B that a birth explains: %s".formatted(e.getMessage()), e);
        }
        List<Value> values = new ArrayList<>();
        for (Metric metric : read.getMetrics()) {
            if (learn && metric.getDataType() != null) {
                learn(types, metric);
            }
            values.add(value(metric, read.getTimestamp()));
        }
        return new Decoded(read.getSeq(), values);
    }

    private static void learn(MetricDataTypeMap types, Metric metric) {
        if (metric.hasName()) {
            types.addMetricDataType(metric.getName(), metric.getDataType());
        }
        if (metric.hasAlias()) {
            types.addMetricDataType(metric.getAlias(), metric.getDataType());
        }
    }

    private static Value value(Metric metric, @Nullable Date otherwise) {
        Date time = metric.getTimestamp() == null ? otherwise : metric.getTimestamp();
        return new Value(
                metric.hasName() ? metric.getName() : null,
                metric.hasAlias() ? metric.getAlias() : null,
                Boolean.TRUE.equals(metric.getIsNull()) ? null : metric.getValue(),
                quality(metric.getProperties()),
                time == null ? null : time.toInstant());
    }

    private static ReadingQuality quality(@Nullable PropertySet properties) {
        PropertyValue<?> said = properties == null ? null : properties.getPropertyValue("quality");
        if (said == null || !(said.getValue() instanceof Number number)) {
            return ReadingQuality.GOOD;
        }
        // Sparkplug's 500 is stale; others send OPC quality, where 192 and above is good and 64 and above uncertain
        int code = number.intValue();
        if (code == STALE) {
            return ReadingQuality.UNCERTAIN;
        }
        return code >= 192 ? ReadingQuality.GOOD : code >= 64 ? ReadingQuality.UNCERTAIN : ReadingQuality.BAD;
    }

    /** The command that asks a node to say everything again. */
    static byte[] rebirth(Instant now) {
        try {
            Metric rebirth = new MetricBuilder(REBIRTH, MetricDataType.Boolean, true)
                    .timestamp(Date.from(now))
                    .createMetric();
            SparkplugBPayload payload = new SparkplugBPayloadBuilder()
                    .setTimestamp(Date.from(now))
                    .addMetrics(List.of(rebirth))
                    .createPayload();
            return new SparkplugBPayloadEncoder().getBytes(payload, false);
        } catch (SparkplugInvalidTypeException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
