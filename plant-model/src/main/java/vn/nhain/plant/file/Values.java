package vn.nhain.plant.file;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checked values of a group. Keys with a mistake are absent; rules ask with {@code find}, and only a builder, which runs
 * when there was no mistake, asks with {@code get}.
 */
final class Values {
    private final String path;
    private final int line;
    private final Map<String, Object> values;
    private final Map<String, Integer> lines;

    Values(String path, int line, Map<String, Object> values, Map<String, Integer> lines) {
        this.path = path;
        this.line = line;
        this.values = Map.copyOf(values);
        this.lines = Map.copyOf(lines);
    }

    /** Path of a key of this group. */
    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Line of a key; of the group when it was left out. */
    int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    <T> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).map(type::cast);
    }

    <T> T get(String key, Class<T> type) {
        return find(key, type)
                .orElseThrow(() -> new IllegalStateException("The key (%s) was not checked.".formatted(pathOf(key))));
    }

    String text(String key) {
        return get(key, String.class);
    }

    int whole(String key) {
        return get(key, Integer.class);
    }

    double decimal(String key) {
        return get(key, Double.class);
    }

    boolean flag(String key) {
        return get(key, Boolean.class);
    }

    LocalTime time(String key) {
        return get(key, LocalTime.class);
    }

    Values group(String key) {
        return get(key, Values.class);
    }

    /** Items of a list that are of this type; without those that have a mistake. */
    <T> List<T> list(String key, Class<T> type) {
        return find(key, List.class).stream()
                .flatMap(items -> ((List<?>) items).stream())
                .map(type::cast)
                .toList();
    }

    List<Values> groups(String key) {
        return list(key, Values.class);
    }
}
