package vn.nhain.edge.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One map of the file. Every key that is asked for is a known one; a variable such as {@code NHAIN_EDGE_STORE_URL} goes
 * before the file's {@code store.url}. A mistake is noted and a harmless value given, so that all mistakes are found in
 * one go.
 */
final class Section {
    private final String path;
    private final Map<?, ?> values;
    private final Mistakes mistakes;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(String path, Map<?, ?> values, Mistakes mistakes) {
        this.path = path;
        this.values = values;
        this.mistakes = mistakes;
    }

    private String key(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private String variableName(String name) {
        return Mistakes.PREFIX
                + key(name)
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .replaceAll("[^A-Za-z0-9]", "_")
                        .toUpperCase(Locale.ROOT);
    }

    private @Nullable Object raw(String name) {
        asked.add(name);
        String override = mistakes.variable(variableName(name));
        return override.isEmpty() ? values.get(name) : override;
    }

    String text(String name, String otherwise) {
        Object value = raw(name);
        if (value instanceof Map || value instanceof Iterable) {
            mistakes.add(key(name), value, "must be a text.");
            return otherwise;
        }
        return value == null ? otherwise : value.toString();
    }

    String required(String name, String example) {
        String value = text(name, "");
        if (value.isBlank()) {
            mistakes.add(key(name), "missing", "must be set, such as %s.".formatted(example));
        }
        return value;
    }

    /** A short name: letters, digits, dash and underscore, as topics and tags take it. */
    String identifier(String name, String example) {
        String value = required(name, example);
        if (!value.isBlank() && !value.matches("[A-Za-z0-9_-]{1,64}")) {
            mistakes.add(key(name), value, "must be 1 to 64 letters, digits, - or _, such as %s.".formatted(example));
        }
        return value;
    }

    String choice(String name, String otherwise, Set<String> choices) {
        String value = text(name, otherwise).toLowerCase(Locale.ROOT);
        if (!choices.contains(value)) {
            mistakes.add(key(name), value, "must be one of %s.".formatted(String.join(", ", choices)));
            return otherwise;
        }
        return value;
    }

    /** An address with one of these schemes. */
    String url(String name, String example, Set<String> schemes) {
        String value = required(name, example);
        return value.isBlank() ? value : checkedUrl(name, value, example, schemes);
    }

    String url(String name, String otherwise, String example, Set<String> schemes) {
        return checkedUrl(name, text(name, otherwise), example, schemes);
    }

    private String checkedUrl(String name, String value, String example, Set<String> schemes) {
        if (value.isBlank()) {
            return value;
        }
        try {
            URI uri = new URI(value);
            if (uri.getHost() != null && schemes.contains(String.valueOf(uri.getScheme()))) {
                return value;
            }
        } catch (URISyntaxException e) {
            // said below, in words that help
        }
        mistakes.add(
                key(name),
                value,
                "must be an address such as %s, with %s.".formatted(example, String.join(" or ", schemes)));
        return "";
    }

    Duration duration(String name, Duration otherwise, Duration least, Duration most) {
        Object value = raw(name);
        if (value == null) {
            return otherwise;
        }
        Duration duration = Durations.parse(value.toString()).orElse(null);
        if (duration == null) {
            mistakes.add(key(name), value, "must be a duration such as 250ms, 10s, 5m, 1h or 2d.");
            return otherwise;
        }
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            mistakes.add(key(name), value, "must be between %s and %s.".formatted(plain(least), plain(most)));
            return otherwise;
        }
        return duration;
    }

    private static String plain(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    long number(String name, long otherwise, long least, long most) {
        Object value = raw(name);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value.toString().strip().replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        mistakes.add(key(name), value, "must be a whole number from %d to %d.".formatted(least, most));
        return otherwise;
    }

    /** A secret: never in the file itself, but in a variable or in a file that {@code NAMEFile} names. */
    String secret(String name) {
        asked.add(name);
        String variable = variableName(name);
        if (values.containsKey(name)) {
            // the value itself is not repeated: it is a secret
            mistakes.add(
                    key(name), "…", "a secret must not stand here. Set %s, or %sFile.".formatted(variable, key(name)));
            return "";
        }
        String value = mistakes.variable(variable);
        String file = text(name + "File", "");
        if (!value.isEmpty() || file.isEmpty()) {
            return value;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | RuntimeException e) {
            mistakes.add(key(name + "File"), file, "cannot be read: %s.".formatted(e.getMessage()));
            return "";
        }
    }

    Map<String, Double> numbers(String name) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        map(name).forEach((metric, value) -> {
            if (value instanceof Number number && number.doubleValue() >= 0) {
                numbers.put(String.valueOf(metric), number.doubleValue());
            } else {
                mistakes.add(key(name) + "." + metric, String.valueOf(value), "must be a number that is not negative.");
            }
        });
        return numbers;
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(name).forEach((metric, value) -> texts.put(String.valueOf(metric), String.valueOf(value)));
        return texts;
    }

    Section section(String name) {
        return new Section(key(name), map(name), mistakes);
    }

    /** The sections of a map of sections, by key. */
    Map<String, Section> sections(String name) {
        Map<String, Section> sections = new LinkedHashMap<>();
        map(name).forEach((id, value) -> {
            String path = key(name) + "." + id;
            if (value instanceof Map<?, ?> map) {
                sections.put(String.valueOf(id), new Section(path, map, mistakes));
            } else {
                mistakes.add(path, String.valueOf(value), "must be a map of keys.");
            }
        });
        return sections;
    }

    private Map<?, ?> map(String name) {
        asked.add(name);
        Object value = values.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        mistakes.add(key(name), value, "must be a map of keys.");
        return Map.of();
    }

    /** Reports keys that nobody asked for. Called last. */
    void finish() {
        for (Object name : values.keySet()) {
            if (!asked.contains(String.valueOf(name))) {
                mistakes.unknown(
                        "key",
                        key(String.valueOf(name)),
                        asked.stream().map(this::key).toList());
            }
        }
    }
}
