package vn.nhain.plant.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a shape as a JSON Schema (draft 2020-12), so that editors help with what the reader will check. */
final class SchemaWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaWriter() {}

    static String write(Shape shape, String title) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.putAll(group(shape));
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        try {
            return JSON.writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema of a %s cannot be written.".formatted(shape.name()), e);
        }
    }

    private static Map<String, Object> group(Shape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key key : shape.keys()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.meaning());
            property.putAll(kind(key.kind()));
            if (key.otherwise() != null && key.kind() instanceof Kind.Single single) {
                property.put("default", single.parser().parse(key.otherwise()));
            }
            properties.put(key.name(), property);
        }
        List<String> required =
                shape.keys().stream().filter(Key::required).map(Key::name).toList();
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("type", "object");
        group.put("additionalProperties", false);
        group.put("required", required);
        group.put("properties", properties);
        return group;
    }

    private static Map<String, Object> kind(Kind kind) {
        if (kind instanceof Kind.Group group) {
            return group(group.shape());
        }
        if (kind instanceof Kind.Many many) {
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("type", "array");
            list.put("minItems", many.least());
            if (many.most() < Integer.MAX_VALUE) {
                list.put("maxItems", many.most());
            }
            list.put("items", kind(many.item()));
            return list;
        }
        return new TreeMap<>(((Kind.Single) kind).schema());
    }
}
