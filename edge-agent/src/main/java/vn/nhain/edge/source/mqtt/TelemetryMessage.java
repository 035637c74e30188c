package vn.nhain.edge.source.mqtt;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.plant.reading.ReadingQuality;

/** The JSON that a machine publishes: {@code {"ts":"…","values":{"metric":value}}}. */
final class TelemetryMessage {
    private TelemetryMessage() {}

    /** Its values, in order; a value that makes no sense is left to the pipeline to refuse and count. */
    static List<SourceValue> values(String machineId, byte[] payload) throws IOException {
        Map<String, @Nullable Object> message = Json.readObject(payload);
        Instant time = time(message.get("ts"));
        if (!(message.get("values") instanceof Map<?, ?> metrics)) {
            throw new IOException("it has no object \"values\"");
        }
        List<SourceValue> values = new ArrayList<>(metrics.size());
        for (Map.Entry<?, ?> entry : metrics.entrySet()) {
            values.add(new SourceValue(
                    machineId, String.valueOf(entry.getKey()), entry.getValue(), ReadingQuality.GOOD, time));
        }
        return values;
    }

    /** Whether a status message says that the machine is online. */
    static boolean isOnline(byte[] payload) throws IOException {
        if (Json.readObject(payload).get("online") instanceof Boolean online) {
            return online;
        }
        throw new IOException("it has no truth value \"online\"");
    }

    private static Instant time(@Nullable Object ts) throws IOException {
        try {
            return Instant.parse(String.valueOf(ts));
        } catch (DateTimeException e) {
            throw new IOException("its \"ts\" (%s) is not an instant such as 2026-11-24T01:00:00Z".formatted(ts), e);
        }
    }
}
