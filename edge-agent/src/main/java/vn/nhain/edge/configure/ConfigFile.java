package vn.nhain.edge.configure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.nhain.edge.config.ConfigException;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.config.EdgeConfigReader;

/**
 * The file that an agent was started from, with the variables that go before it.
 *
 * @param path the file
 * @param environment variables
 */
record ConfigFile(Path path, Map<String, String> environment) {
    EdgeConfig read() throws ConfigException {
        return EdgeConfigReader.read(path, environment);
    }

    /** Keys that differ and can only change with a restart. */
    List<String> needsRestart(EdgeConfig now, EdgeConfig next) {
        List<String> keys = new ArrayList<>();
        differ(keys, "plant", now.plantId(), next.plantId());
        differ(keys, "agent", now.agentId(), next.agentId());
        differ(keys, "dataDir", now.dataDir(), next.dataDir());
        differ(keys, "spool", now.spool(), next.spool());
        differ(keys, "sparkplug", now.sparkplug(), next.sparkplug());
        differ(keys, "health", now.health(), next.health());
        return keys;
    }

    private static void differ(List<String> keys, String key, Object now, Object next) {
        if (!now.equals(next)) {
            keys.add(key);
        }
    }
}
