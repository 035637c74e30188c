package vn.nhain.scheduler.instance.nhain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.material.SheetSize;

/** One object of a file: gives its fields, and notes whatever is wrong with its path instead of throwing. */
final class Fields {
    private static final int MOST_SHOWN = 60;
    private static final Pattern INSTANT = Pattern.compile(
            "(19[7-9][0-9]|2[01][0-9]{2})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern DURATION =
            Pattern.compile("P(?=.)([0-9]{1,4}D)?(T(?=.)([0-9]{1,5}H)?([0-9]{1,6}M)?([0-9]{1,8}S)?)?");
    private static final Pattern SHEET = Pattern.compile("[0-9]{1,5}x[0-9]{1,5}");

    private final JsonNode node;
    private final String path;
    private final List<String> mistakes;
    private final Set<String> asked = new HashSet<>();
    /** Mistakes that were noted before the first field was asked for. */
    private int before;

    Fields(JsonNode node, String path, List<String> mistakes) {
        this.node = node;
        this.path = path;
        this.mistakes = mistakes;
        if (!node.isObject() && !node.isMissingNode()) {
            mistakes.add("%s must be an object with named fields.".formatted(path.isEmpty() ? "The file" : path));
        }
    }

    /** Notes fields that nobody asked for: most are misspelt. */
    void end() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                mistakes.add("The field %s is not known. Known here: %s."
                        .formatted(
                                at(name),
                                String.join(", ", asked.stream().sorted().toList())));
            }
        });
    }

    /** Makes a noun when its fields are right; what the noun itself refuses is noted. */
    <T> @Nullable T make(Supplier<T> noun) {
        end();
        if (mistakes.size() > before) {
            return null;
        }
        try {
            return noun.get();
        } catch (IllegalArgumentException e) {
            mistakes.add("%s: %s".formatted(path, e.getMessage()));
            return null;
        }
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual() && !value.isMissingNode()) {
            wrong(name, value, "must be text; put a number in quotes");
        }
        return value.asText();
    }

    String text(String name, String otherwise) {
        return absent(name) ? otherwise : text(name);
    }

    @Nullable
    String textOrNull(String name) {
        return absent(name) ? null : text(name);
    }

    int integer(String name) {
        JsonNode value = required(name);
        if (!value.isMissingNode() && !(value.isIntegralNumber() && value.canConvertToInt())) {
            wrong(name, value, "must be a whole number of at most ten digits, without quotes");
        }
        return value.asInt();
    }

    double decimal(String name) {
        JsonNode value = required(name);
        if (!value.isMissingNode() && !value.isNumber()) {
            wrong(name, value, "must be a number");
        }
        return value.asDouble();
    }

    int integer(String name, int otherwise) {
        return absent(name) ? otherwise : integer(name);
    }

    boolean flag(String name) {
        if (absent(name)) {
            return false;
        }
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            wrong(name, value, "must be true or false");
        }
        return value.asBoolean();
    }

    Instant instant(String name) {
        return parsed(
                name,
                Instant.EPOCH,
                text -> Instant.parse(matching(INSTANT, text)),
                "must be a time with zone from 1970 to 2199, such as 2026-11-24T01:00:00Z");
    }

    @Nullable
    Instant instantOrNull(String name) {
        return absent(name) ? null : instant(name);
    }

    Duration duration(String name) {
        return parsed(
                name,
                Duration.ZERO,
                text -> Duration.parse(matching(DURATION, text)),
                "must be a duration, such as PT6H");
    }

    @Nullable
    Duration durationOrNull(String name) {
        return absent(name) ? null : duration(name);
    }

    Duration durationOrZero(String name) {
        return absent(name) ? Duration.ZERO : duration(name);
    }

    SheetSize sheet(String name) {
        return parsed(
                name,
                new SheetSize(1, 1),
                text -> {
                    String[] sides = matching(SHEET, text).split("x", -1);
                    return new SheetSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
                },
                "must be millimetres, long side first, such as 1020x720");
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        E[] words = type.getEnumConstants();
        return parsed(name, words[0], text -> Enum.valueOf(type, text), "must be one of " + Arrays.toString(words));
    }

    <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
        return absent(name) ? otherwise : word(name, type);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(name)) {
            if (!item.isTextual()) {
                wrong("%s[%d]".formatted(name, texts.size()), item, "must be text; put a number in quotes");
            }
            texts.add(item.asText());
        }
        return texts;
    }

    /** A list that must be there and hold something. */
    List<Fields> requiredList(String name) {
        if (required(name).isArray() && node.path(name).isEmpty()) {
            mistakes.add("The list %s is empty. Give it at least one item.".formatted(at(name)));
        }
        return list(name);
    }

    List<Fields> list(String name) {
        List<Fields> list = new ArrayList<>();
        for (JsonNode item : items(name)) {
            list.add(new Fields(item, "%s[%d]".formatted(at(name), list.size()), mistakes));
        }
        return list;
    }

    Fields object(String name) {
        JsonNode value = required(name);
        // what a missing object lacks need not be told once more
        return new Fields(value, at(name), value.isMissingNode() ? new ArrayList<>() : mistakes);
    }

    JsonNode node(String name) {
        return required(name);
    }

    private JsonNode items(String name) {
        ask(name);
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            wrong(name, value, "must be a list");
            return MissingNode.getInstance();
        }
        return value;
    }

    private <T> T parsed(String name, T otherwise, Function<String, T> parser, String rule) {
        JsonNode value = required(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        try {
            if (value.isTextual()) {
                return parser.apply(value.textValue());
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // told below, with the rule that it breaks
        }
        wrong(name, value, rule);
        return otherwise;
    }

    private void ask(String name) {
        if (asked.isEmpty()) {
            before = mistakes.size();
        }
        asked.add(name);
    }

    private boolean absent(String name) {
        ask(name);
        return !node.has(name);
    }

    private JsonNode required(String name) {
        ask(name);
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            mistakes.add("The field %s is missing. Add it.".formatted(at(name)));
        } else if (value.isNull()) {
            mistakes.add("The field %s is empty. Give it a value, or leave it out.".formatted(at(name)));
            return MissingNode.getInstance();
        }
        return value;
    }

    private void wrong(String name, JsonNode value, String rule) {
        mistakes.add(String.format(Locale.ROOT, "The %s (%s) %s.", at(name), shown(value), rule));
    }

    /** A value of the file as a message may show it. */
    static String shown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
