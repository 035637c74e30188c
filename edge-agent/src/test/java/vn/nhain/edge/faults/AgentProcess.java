package vn.nhain.edge.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.spool.Counters;

/** An agent as a plant runs it: a process of its own with a small heap, known by its health page only. */
final class AgentProcess implements Agent, AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path dataDir;
    private final Path folder;
    private final List<String> before;
    private final URI health;
    private Process process;

    /**
     * @param folder for its configuration and log
     * @param dataDir for its spool
     * @param yaml configuration without dataDir and health
     * @param address where its health page listens
     * @param before words of the command before {@code java}, such as a network namespace
     */
    AgentProcess(Path folder, Path dataDir, String yaml, String address, List<String> before) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.dataDir = dataDir;
        this.before = before;
        int port = FreePort.find();
        health = URI.create("http://%s:%d/health".formatted(address, port));
        Files.writeString(
                folder.resolve("edge.yaml"),
                yaml + "\ndataDir: %s\nhealth: {address: %s, port: %d}\n".formatted(dataDir, address, port));
        process = launch();
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-DNHAIN_LOG_LEVEL=INFO",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.nhain.edge.configure.Main",
                "--config",
                folder.resolve("edge.yaml").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("agent.log").toFile()))
                .start();
    }

    /** Starts it once more on its files. */
    void restart() throws IOException {
        process = launch();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    long pid() {
        return process.pid();
    }

    /** The health page. */
    Map<String, ?> health() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        return Json.readObject(
                HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    @Override
    public Counters counters() throws IOException, InterruptedException {
        return Json.read(Json.write(health().get("counters")), Counters.class);
    }

    @Override
    public int uncommitted() throws IOException, InterruptedException {
        return (int) spool("uncommitted");
    }

    @Override
    public Path dataDir() {
        return dataDir;
    }

    /** A field of the section {@code spool}. */
    Object spool(String field) throws IOException, InterruptedException {
        return ((Map<?, ?>) health().get("spool")).get(field);
    }

    /** Waits until every connection to machines is there. */
    void awaitConnected() throws InterruptedException {
        Eventually.holds("the agent is connected; its log is in " + folder, Duration.ofMinutes(2), () -> {
            List<?> sources = (List<?>) health().get("sources");
            if (sources.isEmpty()) {
                return false; // the health page is there before the sources are
            }
            for (Object source : sources) {
                if (!"connected".equals(((Map<?, ?>) source).get("state"))) {
                    return false;
                }
            }
            return true;
        });
    }

    /** What the health page says of the first source whose name begins so. */
    Map<?, ?> source(String name) throws IOException, InterruptedException {
        for (Object source : (List<?>) health().get("sources")) {
            if (source instanceof Map<?, ?> fields
                    && String.valueOf(fields.get("name")).startsWith(name)) {
                return fields;
            }
        }
        return Map.of();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("agent.log"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
