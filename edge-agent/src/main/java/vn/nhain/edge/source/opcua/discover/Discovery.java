package vn.nhain.edge.source.opcua.discover;

import java.util.List;

/**
 * What was found on a server.
 *
 * @param tags variables that match
 * @param nodes nodes that were looked at
 * @param variables variables among them
 * @param cut whether a limit ended the search early
 */
public record Discovery(List<FoundTag> tags, int nodes, int variables, boolean cut) {
    public Discovery {
        tags = List.copyOf(tags);
    }
}
