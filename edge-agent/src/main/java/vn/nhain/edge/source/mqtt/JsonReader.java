package vn.nhain.edge.source.mqtt;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.plant.reading.ReadingQuality;

/** JSON of any form, by mapping. A metric that a message does not have is not news; one with none of them is malformed. */
final class JsonReader implements MqttReader {
    private final String machineId;
    private final Map<String, JsonMachine.Topic> topicByName = new HashMap<>();

    JsonReader(JsonMachine machine) {
        machineId = machine.machineId();
        machine.topics().forEach(topic -> topicByName.put(topic.name(), topic));
    }

    @Override
    public Set<String> filters() {
        return Set.copyOf(topicByName.keySet());
    }

    @Override
    public boolean reads(String topic) {
        return topicByName.containsKey(topic);
    }

    @Override
    public String machineOf(String topic) {
        return machineId;
    }

    @Override
    public void read(String name, byte[] payload, SourceListener target, Runnable acknowledge) throws IOException {
        JsonMachine.Topic topic = topicByName.get(name);
        if (topic == null) {
            throw new IOException("nothing is read of this topic");
        }
        Object document = Json.readAny(payload);
        Instant time = time(topic, document);
        List<SourceValue> values = new ArrayList<>();
        topic.metrics().forEach((metric, where) -> {
            Object raw = where.at().in(document);
            if (raw != null) {
                Object value = where.mapping().apply(raw);
                values.add(new SourceValue(machineId, metric, value, ReadingQuality.GOOD, time));
            }
        });
        if (values.isEmpty()) {
            throw new IOException("it has none of the metrics that are mapped");
        }
        target.onValues(values, acknowledge);
    }

    private static @Nullable Instant time(JsonMachine.Topic topic, @Nullable Object document) throws IOException {
        if (topic.timeForm() == JsonMachine.TimeForm.NONE) {
            return null;
        }
        Object said = topic.time().in(document);
        try {
            if (topic.timeForm() == JsonMachine.TimeForm.ISO) {
                return OffsetDateTime.parse(String.valueOf(said)).toInstant();
            }
            int decimals = topic.timeForm() == JsonMachine.TimeForm.SECONDS ? 9 : 6;
            BigDecimal nanos = new BigDecimal(String.valueOf(said)).scaleByPowerOfTen(decimals);
            long whole = nanos.setScale(0, RoundingMode.FLOOR).longValueExact();
            return Instant.ofEpochSecond(0, whole);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new IOException("its time at %s (%s) is not %s".formatted(topic.time(), said, topic.timeForm()), e);
        }
    }
}
