package vn.nhain.edge.source;

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
 */
public record SourceStatus(String name, ConnectionState state, int items, int badItems, long messages, long dataLost) {}
