package vn.nhain.edge.source;

import java.util.Map;
import vn.nhain.edge.connection.ConnectionState;

/**
 * How a source is doing, for the health page.
 *
 * @param name the source, such as {@code opcua OF1}
 * @param state its connection
 * @param items tags or topics that it listens to
 * @param badItems tags that the machine refused; they are tried again
 * @param messages notifications or messages received since the start
 * @param dataLost times that the other side said that it had to throw values away
 * @param figures what only this protocol knows, by name; {@code docs/reference/edge-health.md} has the names
 */
public record SourceStatus(
        String name,
        ConnectionState state,
        int items,
        int badItems,
        long messages,
        long dataLost,
        Map<String, Long> figures) {
    public SourceStatus {
        figures = Map.copyOf(figures);
    }

    /** A source without figures of its own. */
    public SourceStatus(String name, ConnectionState state, int items, int badItems, long messages, long dataLost) {
        this(name, state, items, badItems, messages, dataLost, Map.of());
    }
}
