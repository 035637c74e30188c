package vn.nhain.edge.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON, reads YAML. Hostile input is expected: nesting is bounded and a key that comes twice is an error.
 * Thread-safe.
 */
public final class Json {
    private static final int MAX_NESTING = 32;
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // a record is its components; what it answers about itself is not a field
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            // a newer peer may say more than we know
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .build());
    }

    private Json() {}

    /**
     * Reads an object.
     *
     * @throws IOException when it is not JSON, or not an object
     */
    public static Map<String, @Nullable Object> readObject(byte[] json) throws IOException {
        return nonNull(JSON.readValue(json, OBJECT));
    }

    /**
     * Reads any JSON value: maps, lists, texts, numbers, truth values.
     *
     * @return null for {@code null}
     * @throws IOException when it is not JSON
     */
    public static @Nullable Object readAny(byte[] json) throws IOException {
        return JSON.readValue(json, Object.class);
    }

    /**
     * Reads a record.
     *
     * @throws IOException when it is not JSON, or does not fit the record
     */
    public static <T> T read(String json, Class<T> type) throws IOException {
        return nonNull(JSON.readValue(json, type));
    }

    /** Writes a record, map or list. */
    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A %s cannot be written as JSON.".formatted(value.getClass()), e);
        }
    }

    /** Writes for a person to read: two spaces a level, one line an item. */
    public static String writePretty(Object value) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        try {
            return JSON.writer(printer).writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A %s cannot be written as JSON.".formatted(value.getClass()), e);
        }
    }

    /**
     * Reads a YAML document that is a map; an empty one is an empty map.
     *
     * @throws IOException when it is not YAML, or not a map; the message names line and column
     */
    public static Map<String, @Nullable Object> readYaml(String yaml) throws IOException {
        if (yaml.isBlank()) {
            return Map.of();
        }
        return nonNull(YAML.readValue(yaml, OBJECT));
    }

    private static <T> T nonNull(@Nullable T value) throws IOException {
        if (value == null) {
            throw new IOException("it is empty");
        }
        return value;
    }
}
