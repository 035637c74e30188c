package vn.nhain.edge._support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The VictoriaMetrics of the machine, set to keep one sample a millisecond. */
public final class VictoriaServer implements AutoCloseable {
    private static final List<String> NAMES = List.of("victoria-metrics", "victoria-metrics-prod");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.find();
    private final Process process;

    private VictoriaServer(Path program, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        process = new ProcessBuilder(
                        program.toString(),
                        "-storageDataPath=" + folder.resolve("data"),
                        "-httpListenAddr=127.0.0.1:" + port,
                        "-retentionPeriod=100y",
                        "-dedup.minScrapeInterval=1ms",
                        "-search.latencyOffset=0s",
                        "-memory.allowedBytes=64MB",
                        "-loggerLevel=WARN")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Eventually.holds("VictoriaMetrics answers", () -> get("/health").contains("OK"));
    }

    /** Starts one; without a VictoriaMetrics on the machine the test is skipped by name, or fails where CI is set. */
    public static VictoriaServer start(Path folder) throws IOException, InterruptedException {
        Optional<Path> program = findProgram();
        String remedy = "VictoriaMetrics is missing: apt-get install victoria-metrics.";
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail(remedy);
        }
        Assumptions.assumeTrue(program.isPresent(), remedy);
        return new VictoriaServer(program.orElseThrow(), folder);
    }

    private static Optional<Path> findProgram() {
        return Stream.of((System.getenv().getOrDefault("PATH", "") + ":/usr/bin").split(":"))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Series that match, each a line of JSON with its labels, values and times in milliseconds. */
    public List<String> export(String match) throws IOException, InterruptedException {
        // what was taken is not seen by searches before this
        var unused = get("/internal/force_flush");
        return get("/api/v1/export?match=" + URLEncoder.encode(match, StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
