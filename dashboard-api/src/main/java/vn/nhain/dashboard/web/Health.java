package vn.nhain.dashboard.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What every part says of itself. Thread-safe. */
public final class Health {
    private final Map<String, Supplier<Part>> parts = new ConcurrentHashMap<>();

    /**
     * One part.
     *
     * @param status {@code up} or {@code down}
     * @param detail a few words or numbers
     */
    public record Part(String status, Object detail) {
        /** Works. */
        public static Part up(Object detail) {
            return new Part("up", detail);
        }

        /** Does not work. */
        public static Part down(Object detail) {
            return new Part("down", detail);
        }
    }

    /**
     * The whole.
     *
     * @param status {@code up} when every part is, otherwise {@code degraded}
     * @param parts by name
     */
    record Report(String status, Map<String, Part> parts) {}

    /** Adds a part; it is asked on every call, must be quick, and may throw. */
    public void add(String name, Supplier<Part> part) {
        parts.put(name, part);
    }

    Report report() {
        Map<String, Part> said = new LinkedHashMap<>();
        parts.keySet().stream().sorted().forEach(name -> said.put(name, ask(name)));
        boolean up = said.values().stream().allMatch(p -> p.status().equals("up"));
        return new Report(up ? "up" : "degraded", said);
    }

    private Part ask(String name) {
        Supplier<Part> part = parts.get(name);
        try {
            return part == null ? Part.down("gone") : part.get();
        } catch (RuntimeException e) {
            return Part.down(String.valueOf(e.getMessage()));
        }
    }
}
