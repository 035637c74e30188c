package vn.nhain.edge.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestPress;
import vn.nhain.edge._support.TestServerSecurity;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.config.EdgeConfigReader;
import vn.nhain.edge.source.opcua.OpcUaPlan;

/** {@code nhain edge discover} against a real server: what it prints is what the agent reads. */
class DiscoverIT {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");
    private static final String NAMESPACE = "nsu=http://nhain.vn/UA/PrintPress/;s=OF1/";
    private static final String HEAD = """
            plant: hcm1
            agent: edge1
            dataDir: DATA
            sparkplug: {broker: "tcp://broker:1883"}
            store: {url: "http://influx:8086"}
            """;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private String discover(int status, String... args) {
        StringWriter out = new StringWriter();
        String[] all = new String[args.length + 1];
        all[0] = "discover";
        System.arraycopy(args, 0, all, 1, args.length);
        assertEquals(status, Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all), err::toString);
        return out.toString();
    }

    private Map<String, String> tags(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("found.yaml"), HEAD.replace("DATA", folder.toString()) + yaml);
        EdgeConfig config = EdgeConfigReader.read(file, Map.of());
        assertEquals(1, config.sources().size(), yaml);
        OpcUaPlan plan = (OpcUaPlan) config.sources().get(0);
        assertEquals("OF1", plan.machine().machineId());
        return plan.machine().nodeByMetric();
    }

    @Test
    void whatItPrintsIsAConfigurationWithMetricsAndUnits() throws Exception {
        try (TestPress press = TestPress.start("OF1")) {
            press.set("MainSpeed", 0.0, T0);
            press.setUnit("MainSpeed", "1/min");
            press.set("GoodSheets", 0.0, T0);
            press.set("Power", 0.0, T0);
            press.makeRing();

            String all = discover(0, press.url());
            assertEquals(
                    Map.of(
                            "speed.actual", NAMESPACE + "MainSpeed",
                            "count.good", NAMESPACE + "GoodSheets",
                            "power", NAMESPACE + "Power"),
                    tags(all));
            assertTrue(all.contains("offers None"), all);
            assertTrue(all.contains("# OF1/MainSpeed, Double, 1/min where NhaIn expects 1/h"), all);
            assertTrue(all.contains("# OF1/Power, Double, must be in kW"), all);

            assertEquals(
                    Map.of("speed.actual", NAMESPACE + "MainSpeed"),
                    tags(discover(0, press.url(), "--match", "OF*/*speed*")));
            assertTrue(discover(0, press.url(), "--nodes", "2").contains("a limit ended the search"));
            assertTrue(discover(0, press.url(), "--depth", "1").contains("a limit ended the search"));
        }
    }

    @Test
    void aSecuredServerIsDiscoveredWithTheKeysOfTheAgent() throws Exception {
        TestServerSecurity security =
                TestServerSecurity.of(TestPress.applicationUri("OF1"), true, SecurityPolicy.Aes128_Sha256_RsaOaep);
        String url = "opc.tcp://127.0.0.1:%d/nhain/OF1".formatted(FreePort.find());
        Path config = Files.writeString(
                folder.resolve("edge.yaml"),
                HEAD.replace("DATA", folder.toString()) + "opcua: {machines: {OF1: {url: \"%s\"}}}".formatted(url));
        int port = Integer.parseInt(url.replaceAll("\\D*127.0.0.1:(\\d+)/.*", "$1"));
        try (TestPress press = TestPress.start("OF1", port, security)) {
            press.set("GoodSheets", 0.0, T0);
            discover(1, press.url(), "--config", config.toString());
            String message = err.toString();
            String thumbprint = message.replaceAll("(?s).*accept ([0-9a-f]{40}).*", "$1");
            assertEquals(40, thumbprint.length(), message);
            // trusts the server, and is then turned away itself
            discover(1, press.url(), "--config", config.toString(), "--trust", thumbprint);
            security.trustWhoCame();
            String found = discover(0, press.url(), "--config", config.toString());
            assertEquals(Map.of("count.good", NAMESPACE + "GoodSheets"), tags(found));
            assertTrue(found.contains("Aes128_Sha256_RsaOaep/SignAndEncrypt"), found);
        }
    }
}
