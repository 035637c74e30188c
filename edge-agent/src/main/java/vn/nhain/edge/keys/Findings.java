package vn.nhain.edge.keys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what is wrong in one document, and knows which environment variables were asked for. */
final class Findings {
    static final String PREFIX = "NHAIN_EDGE_";

    private final Map<String, String> environment;
    private final boolean recording;
    private final Set<String> knownVariables = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    /** @param recording whether the keys themselves are wanted and not the values: every map has one entry then */
    Findings(Map<String, String> environment, boolean recording) {
        this.environment = environment;
        this.recording = recording;
    }

    boolean isRecording() {
        return recording;
    }

    /** A variable's value, or an empty text; either way the name is now a known one. */
    String variable(String name) {
        knownVariables.add(name);
        return environment.getOrDefault(name, "");
    }

    void add(String key, Object value, String remedy) {
        lines.add("  %s (%s): %s".formatted(key, value, remedy));
    }

    void unknown(String what, String name, Collection<String> known) {
        lines.add("  %s: there is no such %s.%s"
                .formatted(
                        name,
                        what,
                        NearestKey.of(name, known)
                                .map(" Maybe %s is meant."::formatted)
                                .orElse("")));
    }

    /** Variables with our prefix that nobody asked for are mistyped. */
    void checkVariables() {
        for (String name : environment.keySet()) {
            if (name.startsWith(PREFIX) && !knownVariables.contains(name)) {
                unknown("variable", name, knownVariables);
            }
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
