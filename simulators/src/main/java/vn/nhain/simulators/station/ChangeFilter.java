package vn.nhain.simulators.station;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what was published and picks what has changed since. Not thread-safe. */
public final class ChangeFilter {
    private final Map<String, Object> published = new HashMap<>();

    /** The values that differ from those published last. */
    public Map<String, Object> changed(Map<String, Object> values) {
        Map<String, Object> changed = new LinkedHashMap<>();
        values.forEach((metric, value) -> {
            if (!value.equals(published.get(metric))) {
                changed.put(metric, value);
            }
        });
        return changed;
    }

    /** These values have been published. */
    public void accept(Map<String, Object> values) {
        published.putAll(values);
    }

    /** Everything counts as changed again. */
    public void forget() {
        published.clear();
    }
}
