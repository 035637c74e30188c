package vn.nhain.dashboard.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * Records to JSON and back: camelCase as the components are called, instants and durations in ISO 8601, nulls written out.
 * Fields that a record does not have are refused when strict, ignored otherwise. Thread-safe.
 */
public final class Json {
    private static final ObjectMapper LENIENT = configured(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectMapper STRICT = configured(JsonMapper.builder())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectMapper YAML = configured(JsonMapper.builder(new YAMLFactory()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    private static JsonMapper.Builder configured(JsonMapper.Builder builder) {
        return builder.addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // a number is not a text: {"pin":1234} and {"seconds":"5"} are slips that must be told
                .withCoercionConfig(
                        LogicalType.Textual, c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** As JSON text. */
    public static String write(Object value) {
        try {
            return LENIENT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A %s cannot be written as JSON.".formatted(value.getClass()), e);
        }
    }

    /** From JSON text that we wrote; unknown fields are ignored. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return LENIENT.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new JsonException(
                    fieldOf(e), "not a %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
        }
    }

    /**
     * From JSON that a caller wrote; unknown fields are refused.
     *
     * @throws JsonException naming the field
     */
    public static <T> T readStrict(String json, Class<T> type) {
        try {
            return STRICT.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new JsonException(fieldOf(e), e.getOriginalMessage(), e);
        }
    }

    /**
     * From YAML; keys that are missing keep their defaults, unknown keys are refused.
     *
     * @param defaults value of every key that the text does not have
     * @param texts applied to every text among the values, before it is read as what it is to be
     * @throws JsonException naming the key
     */
    public static <T> T readYaml(String yaml, T defaults, UnaryOperator<String> texts) {
        try {
            JsonNode given = withTexts(YAML.readTree(yaml), texts);
            JsonNode merged = merge(STRICT.valueToTree(defaults), given);
            @SuppressWarnings("unchecked") // the class of a T
            Class<T> type = (Class<T>) defaults.getClass();
            return STRICT.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw new JsonException(fieldOf(e), e.getOriginalMessage(), e);
        }
    }

    private static JsonNode withTexts(JsonNode node, UnaryOperator<String> texts) {
        if (node.isTextual()) {
            return TextNode.valueOf(texts.apply(node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(withTexts(field.getValue(), texts)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withTexts(array.get(i), texts));
            }
        }
        return node;
    }

    private static JsonNode merge(JsonNode defaults, JsonNode given) {
        if (!(defaults instanceof ObjectNode base) || !(given instanceof ObjectNode wanted)) {
            return given.isMissingNode() ? defaults : given;
        }
        ObjectNode merged = base.deepCopy();
        wanted.properties().forEach(field -> {
            JsonNode old = base.get(field.getKey());
            merged.set(field.getKey(), old == null ? field.getValue() : merge(old, field.getValue()));
        });
        return merged;
    }

    /** A YAML document as JSON text. */
    public static String yamlToJson(InputStream yaml) throws IOException {
        JsonNode tree = YAML.readTree(yaml);
        return LENIENT.writeValueAsString(tree);
    }

    private static String fieldOf(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException u) {
            return path(u);
        }
        return e instanceof JsonMappingException m ? path(m) : "";
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }
}
