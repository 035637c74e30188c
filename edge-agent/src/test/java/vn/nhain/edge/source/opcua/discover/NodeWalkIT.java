package vn.nhain.edge.source.opcua.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.TestPress;
import vn.nhain.edge.source.opcua.connect.Connector;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.source.opcua.connect.ServerAccess;

class NodeWalkIT {
    @TempDir
    Path folder;

    /** A server hands out its references in portions of three; nothing may be missed between two of them. */
    @Test
    void continuationPointsAreFollowedToTheEnd() throws Exception {
        try (TestPress press = TestPress.start("OF1")) {
            for (int i = 0; i < 50; i++) {
                press.set("Value" + i, 0.0, Instant.EPOCH);
            }
            Connector connector = new Connector(
                    ServerAccess.of(press.url()),
                    KeyFolder.of(folder, "hcm1", "edge1"),
                    Duration.ofSeconds(5),
                    Clock.systemUTC());
            Discovery found = new TagDiscovery(List.of(), DiscoveryLimits.DEFAULTS, 3).run(connector);
            assertEquals(50, found.tags().size());
            assertFalse(found.cut());
        }
    }
}
