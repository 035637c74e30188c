package vn.nhain.edge.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private Path config;

    @BeforeEach
    void writeConfig() throws IOException {
        config = Files.writeString(folder.resolve("edge.yaml"), """
                plant: hcm1
                agent: edge1
                dataDir: %s
                opcua: {machines: {OF1: {url: "opc.tcp://press1:4840/"}}}
                sparkplug: {broker: "tcp://broker:1883"}
                store: {url: "http://influx:8086"}
                """.formatted(folder));
    }

    private String run(int status, String... action) {
        StringWriter out = new StringWriter();
        String[] args = new String[action.length + 3];
        args[0] = "trust";
        args[1] = "--config";
        args[2] = config.toString();
        System.arraycopy(action, 0, args, 3, action.length);
        assertEquals(status, Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args), err::toString);
        return out.toString();
    }

    /** Another agent's certificate stands for a server's: it is one. */
    @Test
    void aCertificateIsAddedListedRejectedAndAcceptedAgain() throws IOException {
        assertTrue(run(0).contains("No certificate yet"));
        String own = run(0, "own");
        Path file = folder.resolve("pki/own/nhain-edge.der");
        assertTrue(own.contains(file.toString()), own);
        String thumbprint = own.substring(10, 50);
        assertEquals(40, thumbprint.length(), own);

        assertTrue(run(0, "add", file.toString()).startsWith("trusted   " + thumbprint));
        assertTrue(run(0, "list").startsWith("trusted   " + thumbprint));
        run(0, "reject", thumbprint.substring(0, 8));
        assertTrue(run(0, "list").startsWith("rejected  " + thumbprint));
        run(0, "accept", thumbprint);
        assertTrue(run(0, "list").startsWith("trusted   " + thumbprint));
    }

    @Test
    void whatIsNotThereIsNamed() {
        run(1, "accept", "00112233");
        assertTrue(err.toString().contains("00112233"), err::toString);
        run(1, "add", folder.resolve("edge.yaml").toString());
        assertTrue(err.toString().contains("holds no certificate"), err::toString);
        run(2, "accept");
        run(2, "belief", "x");
    }
}
