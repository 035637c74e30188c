package vn.nhain.edge.sink.influx;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;

/**
 * Readings as InfluxDB line protocol: each as a line of measurement {@code machine}, and those that tell of an event as a
 * line of measurement {@code event} too. Both lines go in one write, so a reading is stored with its event or not at all;
 * the event is another view of the reading and not counted again. Written by hand and not by the client's {@code Point}: a
 * point is a map of maps, and this is the hot path.
 */
final class LineProtocol {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Changes of state and what a machine says of its faults and stops. */
    private static final Set<String> EVENTS =
            Set.of(Metrics.STATE, Metrics.FAULT_CODE, Metrics.FAULT_TEXT, Metrics.STOP_REASON);

    private final String prefix;

    LineProtocol(String plantId) {
        prefix = ",plant=" + tag(plantId) + ",machine=";
    }

    /** One line, or two that belong together. */
    String lines(Reading reading) {
        String machine = line("machine", "metric", reading);
        return EVENTS.contains(reading.metric()) ? machine + '\n' + line("event", "kind", reading) : machine;
    }

    private String line(String measurement, String metricTag, Reading reading) {
        StringBuilder line = new StringBuilder(112)
                .append(measurement)
                .append(prefix)
                .append(tag(reading.machineId()))
                .append(',')
                .append(metricTag)
                .append('=')
                .append(tag(reading.metric()));
        String text = reading.text();
        if (text == null) {
            line.append(" value=").append(reading.value());
        } else {
            line.append(" text=\"").append(string(text)).append('"');
        }
        return line.append(",quality=\"")
                .append(reading.quality().name().toLowerCase(Locale.ROOT))
                .append("\" ")
                .append(nanos(reading.sourceTime()))
                .toString();
    }

    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS_PER_SECOND), time.getNano());
    }

    private static String tag(String value) {
        return value.replace("\\", "_")
                .replace(",", "\\,")
                .replace("=", "\\=")
                .replace(" ", "\\ ")
                .replaceAll("\\R", "_");
    }

    private static String string(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ");
    }
}
