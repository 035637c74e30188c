package vn.nhain.edge.keys;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys that one map takes, as JSON Schema (draft 2020-12), gathered while they are asked for. */
final class Shape {
    private static final List<String> SCALAR = List.of("string", "number", "boolean");
    private static final List<String> MAP = List.of("object", "null");

    private final Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
    private final Map<String, Shape> sectionByName = new HashMap<>();
    private final Map<String, Shape> entryByName = new HashMap<>();
    private final TreeSet<String> required = new TreeSet<>();

    void require(String name) {
        required.add(name);
    }

    void text(String name, String otherwise, String meaning) {
        Map<String, Object> property = property(name, meaning);
        property.put("type", SCALAR);
        if (!otherwise.isEmpty()) {
            property.put("default", otherwise);
        }
    }

    void pattern(String name, String pattern, String example, String meaning) {
        Map<String, Object> property = property(name, meaning);
        property.put("type", "string");
        property.put("pattern", pattern);
        property.put("examples", List.of(example));
    }

    void choice(String name, String otherwise, Iterable<String> choices, String meaning) {
        Map<String, Object> property = property(name, meaning);
        property.put("enum", choices);
        property.put("default", otherwise);
    }

    void duration(String name, String otherwise, String meaning) {
        Map<String, Object> property = property(name, meaning);
        property.put("type", "string");
        property.put("pattern", "^" + Durations.PATTERN + "$");
        property.put("default", otherwise);
    }

    void number(String name, String type, Number otherwise, Number least, Number most, String meaning) {
        Map<String, Object> property = property(name, meaning);
        property.put("type", type);
        property.put("minimum", least);
        property.put("maximum", most);
        property.put("default", otherwise);
    }

    void flag(String name, boolean otherwise, String meaning) {
        Map<String, Object> property = property(name, meaning);
        property.put("type", "boolean");
        property.put("default", otherwise);
    }

    /** A map from any name to a value of this type. */
    void values(String name, Map<String, ?> value, String meaning) {
        Map<String, Object> property = property(name, meaning);
        property.put("type", MAP);
        property.put("additionalProperties", new TreeMap<>(value));
    }

    void list(String name, String meaning) {
        Map<String, Object> property = property(name, meaning);
        property.put("type", "array");
        property.put("items", scalar());
    }

    void section(String name, Shape shape, String meaning) {
        property(name, meaning);
        sectionByName.put(name, shape);
    }

    /** A map from any name to maps of this shape. */
    void sections(String name, Shape shape, String meaning) {
        property(name, meaning).put("type", MAP);
        entryByName.put(name, shape);
    }

    static Map<String, ?> scalar() {
        return Map.of("type", SCALAR);
    }

    private Map<String, Object> property(String name, String meaning) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", meaning);
        properties.put(name, property);
        return property;
    }

    /** Called when all keys were asked for. */
    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", MAP);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", List.copyOf(required));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        properties.forEach((name, property) -> {
            Map<String, Object> whole = new LinkedHashMap<>(property);
            Shape section = sectionByName.get(name);
            if (section != null) {
                whole.putAll(section.schema());
            }
            Shape entry = entryByName.get(name);
            if (entry != null) {
                Map<String, Object> one = entry.schema();
                one.put("type", "object");
                whole.put("additionalProperties", one);
            }
            all.put(name, whole);
        });
        schema.put("properties", all);
        return schema;
    }
}
