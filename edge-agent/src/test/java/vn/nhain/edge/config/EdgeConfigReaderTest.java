package vn.nhain.edge.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.TestCertificates;
import vn.nhain.edge.pipeline.PipelineSettings;
import vn.nhain.edge.sink.influx.StoreSettings;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.mqtt.MqttMachine;
import vn.nhain.edge.source.mqtt.MqttPlan;
import vn.nhain.edge.source.mqtt.SparkplugMachine;
import vn.nhain.edge.source.opcua.OpcUaMachine;
import vn.nhain.edge.source.opcua.OpcUaPlan;
import vn.nhain.edge.source.opcua.OpcUaSettings;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.source.opcua.connect.SecurityChoice;
import vn.nhain.edge.source.opcua.connect.ServerAccess;
import vn.nhain.edge.source.opcua.connect.UserIdentity;
import vn.nhain.edge.spool.SpoolSettings;

class EdgeConfigReaderTest {
    private static final String SHORTEST = """
            plant: hcm1
            agent: edge1
            dataDir: /var/lib/nhain-edge
            opcua: {machines: {OF1: {url: "opc.tcp://press1:4840/"}}}
            mqtt: {broker: "tcp://broker:1883"}
            store: {url: "http://influx:8086"}
            """;

    @TempDir
    Path folder;

    private static EdgeConfig parse(String yaml, Map<String, String> environment) throws ConfigException {
        return EdgeConfigReader.parse("edge.yaml", yaml, environment);
    }

    private static SourcePlan plan(EdgeConfig config, String name) {
        return config.sources().stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> mistakes(String yaml, Map<String, String> environment) {
        return assertThrows(ConfigException.class, () -> parse(yaml, environment))
                .mistakes();
    }

    @Test
    void whatIsNotSaidHasTheDefault() throws ConfigException {
        EdgeConfig config = parse(SHORTEST, Map.of());
        assertEquals(
                List.of(new OpcUaPlan(
                        OpcUaMachine.printPress("OF1", "opc.tcp://press1:4840/"),
                        OpcUaSettings.DEFAULTS,
                        KeyFolder.of(Path.of("/var/lib/nhain-edge"), "hcm1", "edge1"))),
                config.sources());
        assertEquals(PipelineSettings.DEFAULTS, config.pipeline());
        assertEquals(SpoolSettings.DEFAULTS, config.spool());
        assertEquals(HealthSettings.DEFAULTS, config.health());
        assertEquals("hcm1", config.sparkplug().groupId());
        assertEquals("edge1", config.sparkplug().nodeId());
        assertEquals("tcp://broker:1883", config.sparkplug().broker().url());
    }

    /** The reference file says every key; here it also shows that every key arrives. */
    @Test
    void everyKeyOfTheReferenceFileArrives() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "s3cret\n");
        TestCertificates certificates = new TestCertificates(folder);
        String yaml = Files.readString(Path.of("../docs/reference/edge.yaml"))
                .replace("/etc/nhain/store.token", token.toString())
                .replace("/etc/nhain/ca.pem", certificates.ca().toString())
                .replace("/etc/nhain/edge.pem", certificates.issue("edge").toString())
                .replace("/etc/nhain/edge.key", certificates.key("edge").toString())
                .replaceAll("(?m)^( *)#: ", "$1");
        EdgeConfig config = parse(yaml, Map.of());
        assertEquals("s3cret", config.store().token());
        assertEquals(StoreSettings.Dialect.V2, config.store().dialect());
        assertEquals("printing", config.store().bucket());
        OpcUaPlan second = (OpcUaPlan) plan(config, "opcua OF2");
        assertEquals(Duration.ofMillis(100), second.settings().publishInterval());
        assertEquals(
                "nsu=http://example.com/press/;s=Main.Speed",
                second.machine().nodeByMetric().get("speed.actual"));
        MqttPlan mqtt = (MqttPlan) plan(config, "mqtt tcp://broker:1883");
        assertEquals(new MqttMachine("CUT1", "nhain/hcm1/CUT1"), mqtt.machines().get(0));
        assertEquals(
                new SparkplugMachine("GLUE1", "Plant1", "Hall2", "GLUE1", Map.of("count.good", "Counters/Good")),
                mqtt.machines().get(2));
        assertEquals(0.5, config.pipeline().deadbandByMetric().get("power"));
        assertEquals(10_000_000, config.spool().capacity());
        assertEquals("nhain-dashboard", config.sparkplug().primaryHost());
        assertEquals(9108, config.health().port());
    }

    @Test
    void allMistakesAreReportedAtOnceWithKeyValueAndRemedy() {
        List<String> mistakes = mistakes("""
                plant: "hcm 1"
                agent: edge1
                dataDir: /tmp/x
                opcua: {publishIntervall: 1s, queueSize: 0, machines: {OF1: {url: "http://press1"}}}
                mqtt: {broker: "tcp://broker:1883"}
                spool: {commitInterval: fast}
                store: {url: "http://influx:8086", dialect: v9, token: abc}
                stroe: {}
                """, Map.of());
        String all = String.join("\n", mistakes);
        assertTrue(all.contains("plant (hcm 1): must be 1 to 64 letters"), all);
        assertTrue(
                all.contains("opcua.publishIntervall: there is no such key. Maybe opcua.publishInterval is meant."),
                all);
        assertTrue(all.contains("opcua.queueSize (0): must be a whole number from 1"), all);
        assertTrue(all.contains("opcua.machines.OF1.url (http://press1): must be an address such as opc.tcp://"), all);
        assertTrue(all.contains("spool.commitInterval (fast): must be a duration such as 250ms"), all);
        assertTrue(all.contains("store.dialect (v9): must be one of v2, v1"), all);
        assertTrue(all.contains("stroe: there is no such key. Maybe store is meant."), all);
        assertEquals(8, mistakes.size(), all);
    }

    @Test
    void aSecretInTheFileIsRefusedAndNotRepeated() {
        String all = String.join("\n", mistakes(SHORTEST.replace("8086\"}", "8086\", token: hunter2}"), Map.of()));
        assertTrue(all.contains("NHAIN_EDGE_STORE_TOKEN"), all);
        assertFalse(all.contains("hunter2"), all);
    }

    @Test
    void aVariableGoesBeforeTheFileAndAMistypedOneIsReported() throws ConfigException {
        EdgeConfig config = parse(
                SHORTEST,
                Map.of(
                        "NHAIN_EDGE_STORE_URL", "http://other:8086",
                        "NHAIN_EDGE_STORE_TOKEN", "t",
                        "NHAIN_EDGE_SPOOL_COMMIT_INTERVAL", "20ms"));
        assertEquals("http://other:8086", config.store().url().toString());
        assertEquals("t", config.store().token());
        assertEquals(Duration.ofMillis(20), config.spool().commitInterval());
        assertFalse(config.toString().contains("token=t"), config::toString);
        assertEquals(
                List.of("  NHAIN_EDGE_STORE_ULR: there is no such variable. Maybe NHAIN_EDGE_STORE_URL is meant."),
                mistakes(SHORTEST, Map.of("NHAIN_EDGE_STORE_ULR", "x")));
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() {
        String all = String.join("\n", mistakes("plant: [", Map.of()));
        assertTrue(all.contains("line: "), all);
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        ConfigException refused =
                assertThrows(ConfigException.class, () -> EdgeConfigReader.read(folder.resolve("none.yaml"), Map.of()));
        assertTrue(String.valueOf(refused.getMessage()).contains("none.yaml"));
    }

    private static final String HEAD = """
            plant: hcm1
            agent: edge1
            dataDir: /tmp/edge
            sparkplug: {broker: "tcp://broker:1883"}
            store: {url: "http://influx:8086"}
            """;

    @Test
    void howAServerIsSpokenToIsReadAndTheDefaultIsSafe() throws ConfigException {
        String presses = """
                opcua:
                  machines:
                    OF1: {url: "opc.tcp://press1:4840/"}
                    OF2: {url: "opc.tcp://press2:4840/", security: aes256_sha256_rsapss, mode: sign, user: nhain}
                    OF3: {url: "opc.tcp://press3:4840/", security: none, userCertificate: u.der, userKey: u.pem}
                """;
        EdgeConfig config = EdgeConfigReader.parse(
                "edge.yaml", HEAD + presses, Map.of("NHAIN_EDGE_OPCUA_MACHINES_OF2_PASSWORD", "hidden"));
        List<ServerAccess> servers = config.sources().stream()
                .map(plan -> ((OpcUaPlan) plan).machine().server())
                .toList();
        assertEquals(ServerAccess.of("opc.tcp://press1:4840/"), servers.get(0));
        assertEquals(SecurityChoice.AUTO, servers.get(0).security());
        assertEquals(SecurityChoice.AES256_SHA256_RSA_PSS, servers.get(1).security());
        assertFalse(servers.get(1).encrypted());
        assertEquals(new UserIdentity.Name("nhain", "hidden"), servers.get(1).user());
        assertEquals(SecurityChoice.NONE, servers.get(2).security());
        assertEquals(
                new UserIdentity.Certificate(Path.of("u.der"), Path.of("u.pem")),
                servers.get(2).user());
    }

    @Test
    void aUserCertificateWithoutItsKeyIsAMistake() {
        String press =
                "opcua: {machines: {OF1: {url: \"opc.tcp://press1:4840/\", security: weak, userCertificate: u.der}}}";
        String message = assertThrows(
                        ConfigException.class, () -> EdgeConfigReader.parse("edge.yaml", HEAD + press, Map.of()))
                .getMessage();
        assertTrue(message.contains("opcua.machines.OF1.userKey (missing)"), message);
        assertTrue(message.contains("opcua.machines.OF1.security (weak): must be one of auto, none"), message);
    }
}
