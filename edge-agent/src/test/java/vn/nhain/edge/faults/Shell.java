package vn.nhain.edge.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Commands that only root may give. */
final class Shell {
    private Shell() {}

    /** Skips the fault by name where it cannot be made. */
    static void needsRoot(String program) {
        boolean root = "root".equals(System.getProperty("user.name"));
        boolean there = List.of("/sbin", "/usr/sbin", "/bin", "/usr/bin").stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        if (!root || !there) {
            throw new TestAbortedException("needs root and the program '%s'".formatted(program));
        }
    }

    /** Runs it; words are parted by spaces. */
    static void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command.split(" ", -1))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("'%s' failed: %s".formatted(command, said));
        }
    }
}
