package vn.nhain.edge.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.FreePort;

class MainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void helpIsDone() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("--config"), out::toString);
    }

    @Test
    void withoutAConfigurationTheUseIsWrong() {
        assertEquals(2, run());
        assertTrue(err.toString().contains("--config FILE"), err::toString);
        assertEquals(2, run("--confg", "x"));
        assertEquals(2, run("check"));
    }

    @Test
    void discoverSaysWhatIsWrongWithItsUse() {
        assertEquals(2, run("discover", "http://press1"));
        assertEquals(2, run("discover", "opc.tcp://127.0.0.1:1", "--security", "weak"));
        assertEquals(1, run("discover", "opc.tcp://127.0.0.1:%d".formatted(FreePort.find())));
        assertTrue(err.toString().contains("does not answer"), err::toString);
    }

    @Test
    void aConfigurationWithMistakesFailsWithAllOfThem() throws IOException {
        Path file = Files.writeString(folder.resolve("edge.yaml"), "plant: 'a b'\nagnet: x\n");
        assertEquals(1, run("check", "--config", file.toString()));
        assertEquals(1, run("--config", file.toString()));
        assertTrue(err.toString().contains("Maybe agent is meant"), err::toString);
    }

    @Test
    void checkNamesEachConnectionThatFails() throws IOException {
        Path file =
                Files.writeString(folder.resolve("edge.yaml"), """
                plant: hcm1
                agent: edge1
                dataDir: %s
                mqtt: {broker: "tcp://127.0.0.1:%d", timeout: 100ms, machines: {CUT1: {topic: nhain/hcm1/CUT1}}}
                store: {url: "http://127.0.0.1:%d", timeout: 100ms}
                """.formatted(folder, FreePort.find(), FreePort.find()));
        assertEquals(1, run("check", "--config", file.toString()));
        assertTrue(out.toString().contains("FAILED  mqtt tcp"), out::toString);
        assertTrue(out.toString().contains("FAILED  store"), out::toString);
    }
}
