package vn.nhain.edge._support;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A counterpart of other hands: a script of {@code src/test/node} in a process of its own. */
public final class NodeScript implements AutoCloseable {
    private static final Path MODULES = Path.of("target/node/node_modules").toAbsolutePath();

    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    private NodeScript(Process process) {
        this.process = process;
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Skips by name where the package is not installed; fails where a machine judges. */
    public static void needs(String npmPackage) {
        boolean there = Files.isDirectory(MODULES.resolve(npmPackage));
        String remedy = npmPackage + " is not installed: 'nhain test' does it, with npm";
        if (!there && "true".equals(System.getenv("CI"))) {
            Assertions.fail(remedy);
        }
        Assumptions.assumeTrue(there, remedy);
    }

    /**
     * Starts one; returns when it has said that it is ready.
     *
     * @param log for what goes wrong in it
     */
    public static NodeScript start(String name, Path log, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "src/test/node/" + name, MODULES.toString()));
        command.addAll(List.of(args));
        NodeScript script = new NodeScript(
                new ProcessBuilder(command).redirectError(log.toFile()).start());
        String line = script.out.readLine();
        while (line != null && !line.equals("ready")) {
            line = script.out.readLine();
        }
        Assertions.assertEquals("ready", line, () -> name + " did not start, see " + log);
        return script;
    }

    /** Writes a line to its standard input. */
    public void tell(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
    }

    /** Waits for the next line that it prints. */
    public String readLine() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("The script has ended.");
        }
        return line;
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
