package vn.nhain.edge.source.opcua.discover;

import java.util.List;

/**
 * A variable of a server.
 *
 * @param machine name of the object that is the machine, as far as can be told
 * @param path browse names from below the Objects folder to the variable
 * @param node node id with its namespace by URI
 * @param metric metric that it seems to be, unique in the machine
 * @param type name of its data type; empty when it does not say
 * @param unit engineering unit as the server says; empty when it does not
 */
public record FoundTag(String machine, List<String> path, String node, String metric, String type, String unit) {
    public FoundTag {
        path = List.copyOf(path);
    }
}
