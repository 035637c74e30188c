package vn.nhain.edge.command;

/**
 * Commands since the start, for the health page.
 *
 * @param received commands that arrived
 * @param refused of those, ones that the agent itself refused
 */
public record CommandCounts(long received, long refused) {}
