package vn.nhain.edge._support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Eclipse Mosquitto as Debian has it, a process of its own, on loopback. */
public final class TestMosquitto implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/opt/homebrew/sbin/");

    private final Process process;

    private TestMosquitto(Process process) {
        this.process = process;
    }

    /** Skips the test by name where Mosquitto is not installed; fails where a machine judges. */
    public static void needed() {
        boolean there = PLACES.stream().anyMatch(place -> Files.isExecutable(Path.of(place + "mosquitto")));
        if (!there && "true".equals(System.getenv("CI"))) {
            Assertions.fail("Mosquitto is not installed: nhain test installs it on Debian as root.");
        }
        Assumptions.assumeTrue(there, "Mosquitto is not installed: apt-get install mosquitto");
    }

    private static String program(String name) {
        return PLACES.stream()
                .map(place -> place + name)
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param settings further lines of its configuration
     */
    public static TestMosquitto start(Path folder, int port, String settings) throws Exception {
        Path conf = Files.createDirectories(folder).resolve("mosquitto.conf");
        Files.writeString(conf, """
                listener %d 127.0.0.1
                user root
                persistence true
                persistence_location %s/
                max_queued_messages 0
                %s
                """.formatted(port, folder, settings));
        Path output = folder.resolve("mosquitto.log");
        Process process = new ProcessBuilder(program("mosquitto"), "-c", conf.toString(), "-v")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Eventually.holds("Mosquitto runs: " + output, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(output));
            }
            return Files.readString(output).contains("running");
        });
        return new TestMosquitto(process);
    }

    /** A file with one user. */
    public static Path passwords(Path folder, String user, String password) throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder).resolve("passwords");
        Process process = new ProcessBuilder(program("mosquitto_passwd"), "-b", "-c", file.toString(), user, password)
                .redirectErrorStream(true)
                .start();
        Assertions.assertEquals(0, process.waitFor());
        return file;
    }

    /** Ends it like a crash. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
