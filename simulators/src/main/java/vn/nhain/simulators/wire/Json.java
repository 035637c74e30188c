package vn.nhain.simulators.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads and writes records as JSON. Thread-safe. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // a sender may know more than we do, but must not know less
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Json() {}

    /** A record, or a map, as JSON text. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A %s cannot be written as JSON.".formatted(value.getClass()), e);
        }
    }

    /** A record, or a map, as UTF-8 JSON. */
    public static byte[] writeBytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record.
     *
     * @throws MalformedMessageException when the text is no JSON or lacks a field; the message says which
     */
    public static <T> T read(String text, Class<T> type) throws MalformedMessageException {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new MalformedMessageException("The message is null; send a JSON object.", null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException(
                    "The message is not a %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
        }
    }

    /** Reads a record from UTF-8 JSON; see {@link #read(String, Class)}. */
    public static <T> T read(byte[] utf8, Class<T> type) throws MalformedMessageException {
        return read(new String(utf8, StandardCharsets.UTF_8), type);
    }
}
