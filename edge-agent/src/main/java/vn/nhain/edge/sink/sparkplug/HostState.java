package vn.nhain.edge.sink.sparkplug;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.json.Json;

/** Whether the primary host is there, by its STATE messages; without a primary host, always. One thread. */
final class HostState {
    private final boolean wanted;
    private boolean online;
    private long timestamp = Long.MIN_VALUE;

    HostState(String primaryHost) {
        wanted = !primaryHost.isEmpty();
    }

    boolean isOnline() {
        return !wanted || online;
    }

    /** A new session begins without knowledge. */
    void forget() {
        online = false;
    }

    /** Takes a STATE message; one that is older than the last is late news of an earlier session of the host. */
    void take(byte[] payload) {
        try {
            Map<String, @Nullable Object> state = Json.readObject(payload);
            if (state.get("online") instanceof Boolean now
                    && state.get("timestamp") instanceof Number at
                    && at.longValue() >= timestamp) {
                online = now;
                timestamp = at.longValue();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the state of the host is not JSON", e);
        }
    }
}
