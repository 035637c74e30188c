package vn.nhain.edge.source.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge.source.TelemetrySourceContract.Notebook;
import vn.nhain.edge.source.opcua.connect.ConnectFailedException;
import vn.nhain.edge.source.opcua.connect.Connector;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.source.opcua.connect.SecurityChoice;
import vn.nhain.edge.source.opcua.connect.ServerAccess;
import vn.nhain.edge.source.opcua.connect.TrustList;
import vn.nhain.edge.source.opcua.connect.UserIdentity;
import vn.nhain.edge.source.opcua.discover.Discovery;
import vn.nhain.edge.source.opcua.discover.DiscoveryLimits;
import vn.nhain.edge.source.opcua.discover.FoundTag;
import vn.nhain.edge.source.opcua.discover.TagDiscovery;

/** Against node-opcua, a server that shares no line with our client: what is standard works with both. */
class NodeOpcUaIT {
    private static final Path MODULES = Path.of("target/node/node_modules").toAbsolutePath();
    private static final String PASSWORD = "only for tests";

    @TempDir
    Path folder;

    private final int port = FreePort.find();
    private @Nullable Process server;

    /** Skips by name where node-opcua is not installed; fails where a machine judges. */
    @BeforeAll
    static void nodeIsNeeded() {
        boolean there = Files.isDirectory(MODULES.resolve("node-opcua"));
        if (!there && "true".equals(System.getenv("CI"))) {
            Assertions.fail("node-opcua is not installed: 'nhain test' installs it with npm.");
        }
        Assumptions.assumeTrue(there, "node-opcua is not installed: 'nhain test' does it, with npm");
    }

    private Process start() throws IOException {
        Path log = Files.createTempFile(folder, "node", ".log");
        Process started = new ProcessBuilder(
                        "node",
                        "src/test/node/press.mjs",
                        MODULES.toString(),
                        String.valueOf(port),
                        folder.resolve("press").toString(),
                        PASSWORD)
                .redirectError(log.toFile())
                .start();
        server = started;
        BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.equals("ready")) {
            line = out.readLine();
        }
        assertEquals("ready", line, () -> "node-opcua did not start, see " + log);
        return started;
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    private ServerAccess access(SecurityChoice security, boolean encrypted) {
        return new ServerAccess(
                "opc.tcp://127.0.0.1:%d/press".formatted(port),
                security,
                encrypted,
                new UserIdentity.Name("nhain", PASSWORD));
    }

    @Test
    void itIsTrustedDiscoveredReadInOrderAndReadAgainAfterAKill() throws Exception {
        Process first = start();
        KeyFolder keys = KeyFolder.of(folder, "hcm1", "edge1");
        ServerAccess best = access(SecurityChoice.AES256_SHA256_RSA_PSS, true);
        Connector connector = new Connector(best, keys, Duration.ofSeconds(10), Clock.systemUTC());
        String stranger =
                assertThrows(ConnectFailedException.class, connector::connect).getMessage();
        try (TrustList list = TrustList.open(keys)) {
            list.accept(stranger.replaceAll("(?s).*accept ([0-9a-f]{40}).*", "$1"));
        }
        everyPolicyIsSpoken(keys);

        Discovery found = new TagDiscovery(List.of("Press*/*"), DiscoveryLimits.DEFAULTS).run(connector);
        Map<String, String> nodes = new HashMap<>();
        found.tags().forEach(tag -> nodes.put(tag.metric(), tag.node()));
        assertEquals(
                Map.of(
                        "count.good", "nsu=http://example.com/press/;s=Press9.GoodSheets",
                        "speed.actual", "nsu=http://example.com/press/;s=Press9.MainSpeed"),
                nodes);
        assertEquals(
                List.of("%"),
                found.tags().stream()
                        .filter(tag -> tag.metric().equals("speed.actual"))
                        .map(FoundTag::unit)
                        .toList());

        Notebook notebook = new Notebook();
        OpcUaSettings settings = new OpcUaSettings(
                Duration.ofMillis(200),
                50,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMillis(50),
                Duration.ofMillis(500));
        OpcUaMachine machine = new OpcUaMachine("M1", best, OpcUaMachine.PRINT_PRESS, nodes);
        try (OpcUaSource source =
                new OpcUaSource(List.of(machine), settings, keys, Clock.systemUTC(), System::nanoTime, new Random(1))) {
            source.start(notebook);
            Eventually.holds("thirty counts", () -> counts(notebook).size() >= 30);
            List<Double> counts = counts(notebook);
            // node-opcua samples by a timer, so that a count may be missing; none comes twice or late
            for (int i = 1; i < counts.size(); i++) {
                assertTrue(counts.get(i - 1) < counts.get(i), counts::toString);
            }
            first.destroyForcibly().waitFor();
            int before = counts(notebook).size();
            start();
            Eventually.holds("it goes on", () -> counts(notebook).size() > before + 10);
        }
    }

    private void everyPolicyIsSpoken(KeyFolder keys) throws ConnectFailedException {
        for (SecurityChoice security : List.of(
                SecurityChoice.BASIC256_SHA256,
                SecurityChoice.AES128_SHA256_RSA_OAEP,
                SecurityChoice.AES256_SHA256_RSA_PSS)) {
            for (boolean encrypted : new boolean[] {true, false}) {
                Connector connector =
                        new Connector(access(security, encrypted), keys, Duration.ofSeconds(10), Clock.systemUTC());
                assertTrue(connector.connect().disconnectAsync() != null);
            }
        }
    }

    private static List<Double> counts(Notebook notebook) {
        return notebook.values.stream()
                .filter(value -> value.metric().equals("count.good"))
                .map(Notebook::number)
                .toList();
    }
}
