package vn.nhain.edge.sink.sparkplug;

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
import org.eclipse.tahu.message.model.PropertyDataType;
import org.eclipse.tahu.message.model.PropertySet;
import org.eclipse.tahu.message.model.PropertyValue;
import org.eclipse.tahu.message.model.SparkplugBPayload.SparkplugBPayloadBuilder;
import org.eclipse.tahu.model.MetricDataTypeMap;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/** Payloads of an edge node, by Tahu. Used by one thread. */
final class Payloads {
    static final String REBIRTH = "Node Control/Rebirth";
    static final String JOB_START = "job/start";

    private static final String BD_SEQ = "bdSeq";

    /** The codes that Sparkplug has for quality; a metric without one is good. */
    private static final int STALE = 500;

    private static final int BAD = 0;

    private final SparkplugBPayloadEncoder encoder = new SparkplugBPayloadEncoder();
    private final SparkplugBPayloadDecoder decoder = new SparkplugBPayloadDecoder();

    byte[] nodeDeath(int bdSeq, Instant now) {
        return encode(true, null, now, List.of(metric(bdSeqMetric(bdSeq, now))));
    }

    byte[] nodeBirth(int bdSeq, int seq, Instant now) {
        MetricBuilder rebirth = new MetricBuilder(REBIRTH, MetricDataType.Boolean, false).timestamp(Date.from(now));
        return encode(true, seq, now, List.of(metric(bdSeqMetric(bdSeq, now)), metric(rebirth)));
    }

    private static MetricBuilder bdSeqMetric(int bdSeq, Instant now) {
        return new MetricBuilder(BD_SEQ, MetricDataType.Int64, (long) bdSeq).timestamp(Date.from(now));
    }

    byte[] deviceBirth(Device device, int seq, Instant now) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(metric(new MetricBuilder(JOB_START, MetricDataType.String, null)
                .alias(device.commandAlias)
                .timestamp(Date.from(now))));
        for (Reading reading : device.lastReadings()) {
            metrics.add(metric(valueOf(reading).name(reading.metric()).alias(device.alias(reading.metric()))));
        }
        return encode(true, seq, now, metrics);
    }

    /** @param historical flags of the readings, in the same order */
    byte[] deviceData(Device device, List<Reading> readings, List<Boolean> historical, int seq, Instant now) {
        List<Metric> metrics = new ArrayList<>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            MetricBuilder builder =
                    valueOf(readings.get(i)).alias(device.alias(readings.get(i).metric()));
            if (historical.get(i)) {
                builder.isHistorical(true);
            }
            metrics.add(metric(builder));
        }
        return encode(false, seq, now, metrics);
    }

    byte[] deviceDeath(int seq, Instant now) {
        return encode(false, seq, now, List.of());
    }

    private static MetricBuilder valueOf(Reading reading) {
        MetricBuilder builder = reading.isText()
                ? new MetricBuilder((String) null, MetricDataType.String, reading.text())
                : new MetricBuilder((String) null, MetricDataType.Double, reading.value());
        builder.timestamp(Date.from(reading.sourceTime()));
        if (reading.quality() != ReadingQuality.GOOD) {
            builder.properties(quality(reading.quality()));
        }
        return builder;
    }

    private static PropertySet quality(ReadingQuality quality) {
        try {
            PropertySet properties = new PropertySet();
            properties.setProperty(
                    "quality",
                    new PropertyValue<>(PropertyDataType.Int32, quality == ReadingQuality.UNCERTAIN ? STALE : BAD));
            return properties;
        } catch (SparkplugInvalidTypeException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Metric metric(MetricBuilder builder) {
        try {
            return builder.createMetric();
        } catch (SparkplugInvalidTypeException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] encode(boolean birth, @Nullable Integer seq, Instant now, List<Metric> metrics) {
        SparkplugBPayloadBuilder builder =
                new SparkplugBPayloadBuilder().setTimestamp(Date.from(now)).addMetrics(metrics);
        if (seq != null) {
            builder.setSeq((long) seq);
        }
        try {
            // types are named in births and nowhere else
            return encoder.getBytes(builder.createPayload(), !birth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node command: whether it asks for a rebirth. */
    boolean isRebirth(byte[] payload) {
        return decode(payload, 0).stream()
                .anyMatch(metric -> REBIRTH.equals(metric.getName()) && Boolean.TRUE.equals(metric.getValue()));
    }

    /** The texts of {@code job/start} in a device command, by name or by alias; none when it has none. */
    List<String> jobStarts(byte[] payload, long commandAlias) {
        List<String> commands = new ArrayList<>();
        for (Metric metric : decode(payload, commandAlias)) {
            boolean meant = metric.hasName()
                    ? JOB_START.equals(metric.getName())
                    : metric.hasAlias() && metric.getAlias() == commandAlias;
            if (meant && metric.getValue() instanceof String json) {
                commands.add(json);
            }
        }
        return commands;
    }

    private List<Metric> decode(byte[] payload, long commandAlias) {
        try {
            return decoder.buildFromByteArray(payload, null).getMetrics();
        } catch (Exception e) {
            // Tahu declares Exception; most likely a host leaves out the types, which only a birth has to name
            return decodeUntyped(payload, commandAlias);
        }
    }

    private List<Metric> decodeUntyped(byte[] payload, long commandAlias) {
        MetricDataTypeMap types = new MetricDataTypeMap();
        types.addMetricDataType(REBIRTH, MetricDataType.Boolean);
        types.addMetricDataType(JOB_START, MetricDataType.String);
        types.addMetricDataType(commandAlias, MetricDataType.String);
        try {
            return decoder.buildFromByteArray(payload, types).getMetrics();
        } catch (Exception e) {
            throw new IllegalArgumentException("The payload is not Sparkplug B: %s".formatted(e.getMessage()), e);
        }
    }
}
