package vn.nhain.edge.sink.influx;

import java.time.Instant;
import java.util.Locale;
import vn.nhain.plant.reading.Reading;

/**
 * Readings as InfluxDB line protocol, measurement {@code machine}. Written by hand and not by the client's {@code Point}:
 * a point is a map of maps, and this is the hot path.
 */
final class LineProtocol {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final String prefix;

    LineProtocol(String plantId) {
        prefix = "machine,plant=" + tag(plantId) + ",machine=";
    }

    String line(Reading reading) {
        StringBuilder line = new StringBuilder(96)
                .append(prefix)
                .append(tag(reading.machineId()))
                .append(",metric=")
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
