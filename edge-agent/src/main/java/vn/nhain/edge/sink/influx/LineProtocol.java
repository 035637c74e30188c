package vn.nhain.edge.sink.influx;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/**
 * Readings as InfluxDB line protocol: each as a line of measurement {@code machine}, and those that tell of an event as a
 * line of measurement {@code event} too. Both lines go in one write, so a reading is stored with its event or not at all;
 * the event is another view of the reading and not counted again. Written by hand and not by the client's {@code Point}: a
 * point is a map of maps, and this is the hot path. Thread-safe.
 */
final class LineProtocol {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int CHARACTERS_PER_LINE = 112;

    /** Changes of state and what a machine says of its faults and stops. */
    private static final Set<String> EVENTS =
            Set.of(Metrics.STATE, Metrics.FAULT_CODE, Metrics.FAULT_TEXT, Metrics.STOP_REASON);

    private final String plant;
    private final Map<String, Map<String, Heads>> headsByMetricByMachine = new ConcurrentHashMap<>();

    /** How the lines of a series begin. */
    private record Heads(String machine, String event) {}

    LineProtocol(String plantId) {
        plant = ",plant=" + tag(plantId) + ",machine=";
    }

    /** A line for each, or two that belong together. */
    String lines(List<Reading> readings) {
        StringBuilder lines = new StringBuilder(readings.size() * CHARACTERS_PER_LINE);
        for (Reading reading : readings) {
            append(lines, reading);
        }
        lines.setLength(Math.max(0, lines.length() - 1));
        return lines.toString();
    }

    private void append(StringBuilder lines, Reading reading) {
        Heads heads = headsByMetricByMachine
                .computeIfAbsent(reading.machineId(), id -> new ConcurrentHashMap<>())
                .computeIfAbsent(reading.metric(), metric -> heads(reading.machineId(), metric));
        appendRest(lines.append(heads.machine), reading);
        if (!heads.event.isEmpty()) {
            appendRest(lines.append(heads.event), reading);
        }
    }

    private Heads heads(String machineId, String metric) {
        String place = plant + tag(machineId);
        String name = tag(metric);
        return new Heads(
                "machine" + place + ",metric=" + name,
                EVENTS.contains(metric) ? "event" + place + ",kind=" + name : "");
    }

    private static void appendRest(StringBuilder lines, Reading reading) {
        String text = reading.text();
        if (text == null) {
            Decimals.append(lines.append(" value="), reading.value());
        } else {
            lines.append(" text=\"").append(string(text)).append('"');
        }
        lines.append(quality(reading.quality()))
                .append(nanos(reading.sourceTime()))
                .append('\n');
    }

    private static String quality(ReadingQuality quality) {
        return switch (quality) {
            case GOOD -> ",quality=\"good\" ";
            case UNCERTAIN -> ",quality=\"uncertain\" ";
            case BAD -> ",quality=\"bad\" ";
        };
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
