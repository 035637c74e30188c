package vn.nhain.edge.keys;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One map of the document. Every key that is asked for is a known one; a variable such as {@code NHAIN_EDGE_STORE_URL} goes
 * before the document's {@code store.url}. A mistake is noted and a harmless value given, so that all mistakes are found in
 * one go. Each call says in a few words what its key means: editors show it.
 */
public final class Section {
    /** Durations may be asked for in this range when nothing speaks for another one. */
    public static final Duration MILLI = Duration.ofMillis(1);

    public static final Duration DAY = Duration.ofDays(1);

    private static final String NAME = "[A-Za-z0-9_-]{1,64}";

    private final String path;
    private final Map<?, ?> values;
    private final Findings findings;
    private final Shape shape = new Shape();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(String path, Map<?, ?> values, Findings findings) {
        this.path = path;
        this.values = values;
        this.findings = findings;
    }

    Shape shape() {
        return shape;
    }

    /** Whether the document says anything here. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Notes a mistake that concerns more than one key, or that only the caller can see. */
    public void mistake(String name, Object value, String remedy) {
        findings.add(key(name), value, remedy);
    }

    private String key(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private String variableName(String name) {
        return Findings.PREFIX
                + key(name)
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .replaceAll("[^A-Za-z0-9]", "_")
                        .toUpperCase(Locale.ROOT);
    }

    private @Nullable Object raw(String name) {
        asked.add(name);
        String override = findings.variable(variableName(name));
        return override.isEmpty() ? values.get(name) : override;
    }

    private String scalar(String name, String otherwise) {
        Object value = raw(name);
        if (value instanceof Map || value instanceof Iterable) {
            mistake(name, value, "must be a text.");
            return otherwise;
        }
        return value == null ? otherwise : value.toString();
    }

    private String needed(String name, String example) {
        shape.require(name);
        String value = scalar(name, "");
        if (value.isBlank()) {
            mistake(name, "missing", "must be set, such as %s.".formatted(example));
        }
        return value;
    }

    public String text(String name, String otherwise, String meaning) {
        shape.text(name, otherwise, meaning);
        return scalar(name, otherwise);
    }

    public String required(String name, String example, String meaning) {
        shape.text(name, "", meaning);
        return needed(name, example);
    }

    /** A short name: letters, digits, dash and underscore, as topics and tags take it. */
    public String identifier(String name, String example, String meaning) {
        shape.pattern(name, "^" + NAME + "$", example, meaning);
        String value = needed(name, example);
        if (!value.isBlank() && !value.matches(NAME)) {
            mistake(name, value, "must be 1 to 64 letters, digits, - or _, such as %s.".formatted(example));
        }
        return value;
    }

    public String choice(String name, String otherwise, Set<String> choices, String meaning) {
        shape.choice(name, otherwise, choices, meaning);
        String value = scalar(name, otherwise).strip();
        for (String choice : choices) {
            if (choice.equalsIgnoreCase(value)) {
                return choice;
            }
        }
        mistake(name, value, "must be one of %s.".formatted(String.join(", ", choices)));
        return otherwise;
    }

    /** An address that must be there, with one of these schemes. */
    public String requiredUrl(String name, String example, Set<String> schemes, String meaning) {
        shape.pattern(name, urlPattern(schemes), example, meaning);
        return checkedUrl(name, needed(name, example), example, schemes);
    }

    /** An address with one of these schemes. */
    public String url(String name, String otherwise, String example, Set<String> schemes, String meaning) {
        shape.pattern(name, urlPattern(schemes), example, meaning);
        return checkedUrl(name, scalar(name, otherwise), example, schemes);
    }

    private static String urlPattern(Set<String> schemes) {
        return "^(%s)://".formatted(String.join("|", schemes).replace(".", "\\."));
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
        mistake(
                name,
                value,
                "must be an address such as %s, with %s.".formatted(example, String.join(" or ", schemes)));
        return "";
    }

    public Duration duration(String name, Duration otherwise, Duration least, Duration most, String meaning) {
        shape.duration(
                name,
                Durations.write(otherwise),
                "%s; %s to %s".formatted(meaning, Durations.write(least), Durations.write(most)));
        Object value = raw(name);
        if (value == null) {
            return otherwise;
        }
        Duration duration = Durations.parse(value.toString()).orElse(null);
        if (duration == null) {
            mistake(name, value, "must be a duration such as 250ms, 10s, 5m, 1h or 2d.");
            return otherwise;
        }
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            mistake(name, value, "must be between %s and %s.".formatted(Durations.write(least), Durations.write(most)));
            return otherwise;
        }
        return duration;
    }

    public long number(String name, long otherwise, long least, long most, String meaning) {
        shape.number(name, "integer", otherwise, least, most, meaning);
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
        mistake(name, value, "must be a whole number from %d to %d.".formatted(least, most));
        return otherwise;
    }

    public double decimal(String name, double otherwise, double least, double most, String meaning) {
        shape.number(name, "number", otherwise, least, most, meaning);
        Object value = raw(name);
        if (value == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(value.toString().strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        mistake(name, value, "must be a number from %s to %s.".formatted(least, most));
        return otherwise;
    }

    public boolean flag(String name, boolean otherwise, String meaning) {
        shape.flag(name, otherwise, meaning);
        String value = scalar(name, String.valueOf(otherwise)).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            mistake(name, value, "must be true or false.");
            return otherwise;
        }
        return value.equals("true");
    }

    /** A file or folder that must be named. */
    public Path requiredPath(String name, String example, String meaning) {
        shape.text(name, "", meaning);
        return toPath(name, needed(name, example));
    }

    /** A file or folder; an empty path when none is named. */
    public Path path(String name, String meaning) {
        shape.text(name, "", meaning);
        return toPath(name, scalar(name, ""));
    }

    private Path toPath(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            mistake(name, value, "must be a path: %s.".formatted(e.getReason()));
            return Path.of("");
        }
    }

    /** A secret: never in the document itself, but in a variable or in a file that {@code NAMEFile} names. */
    public String secret(String name, String meaning) {
        asked.add(name);
        String variable = variableName(name);
        shape.text(name + "File", "", "file with the %s; or set %s".formatted(meaning, variable));
        if (values.containsKey(name)) {
            // the value itself is not repeated: it is a secret
            mistake(name, "…", "a secret must not stand here. Set %s, or %sFile.".formatted(variable, key(name)));
            return "";
        }
        String value = findings.variable(variable);
        String file = scalar(name + "File", "");
        if (!value.isEmpty() || file.isEmpty()) {
            return value;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | RuntimeException e) {
            mistake(name + "File", file, "cannot be read (%s). Name a file that the agent may read.".formatted(e));
            return "";
        }
    }

    /** Numbers that are not negative, by any name. */
    public Map<String, Double> numbers(String name, String meaning) {
        shape.values(name, Map.of("type", "number", "minimum", 0), meaning);
        Map<String, Double> numbers = new LinkedHashMap<>();
        map(name).forEach((metric, value) -> {
            if (value instanceof Number number && number.doubleValue() >= 0) {
                numbers.put(String.valueOf(metric), number.doubleValue());
            } else {
                mistake(name + "." + metric, String.valueOf(value), "must be a number that is not negative.");
            }
        });
        return numbers;
    }

    /** Texts by any name. */
    public Map<String, String> texts(String name, String meaning) {
        shape.values(name, Shape.scalar(), meaning);
        Map<String, String> texts = new LinkedHashMap<>();
        map(name).forEach((metric, value) -> {
            if (value instanceof Map || value instanceof Iterable) {
                mistake(name + "." + metric, value, "must be a text.");
            } else {
                texts.put(String.valueOf(metric), String.valueOf(value));
            }
        });
        return texts;
    }

    /** A list of texts; a variable takes them with commas between. */
    public List<String> list(String name, String meaning) {
        shape.list(name, meaning);
        Object value = raw(name);
        List<String> texts = new ArrayList<>();
        if (value instanceof Iterable<?> items) {
            items.forEach(item -> texts.add(String.valueOf(item)));
        } else if (value instanceof String text) {
            texts.addAll(List.of(text.split("\\s*,\\s*")));
        } else if (value != null) {
            mistake(name, value, "must be a list.");
        }
        return texts;
    }

    public Section section(String name, String meaning) {
        Section section = new Section(key(name), map(name), findings);
        shape.section(name, section.shape, meaning);
        return section;
    }

    /** The sections of a map of sections, by key. */
    public Map<String, Section> sections(String name, String meaning) {
        Map<String, Section> sections = new LinkedHashMap<>();
        Map<?, ?> entries = findings.isRecording() ? Map.of("ID", Map.of()) : map(name);
        asked.add(name);
        entries.forEach((id, value) -> {
            String at = key(name) + "." + id;
            if (value instanceof Map<?, ?> map) {
                sections.put(String.valueOf(id), new Section(at, map, findings));
            } else {
                findings.add(at, String.valueOf(value), "must be a map of keys.");
            }
        });
        if (findings.isRecording()) {
            sections.values().forEach(section -> shape.sections(name, section.shape, meaning));
        }
        return sections;
    }

    /** A text of another section, without making its keys known: for what one section takes over from another. */
    public String peek(String section, String name) {
        return new Section(key(section), map(section), findings).scalar(name, "");
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
        mistake(name, value, "must be a map of keys.");
        return Map.of();
    }

    /** Reports keys that nobody asked for. Called last. */
    public void finish() {
        for (Object name : values.keySet()) {
            if (!asked.contains(String.valueOf(name))) {
                findings.unknown(
                        "key",
                        key(String.valueOf(name)),
                        asked.stream().map(this::key).toList());
            }
        }
    }
}
