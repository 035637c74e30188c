package vn.nhain.dashboard._support;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The InfluxDB 1.x of the machine, with logins on, as a process. */
public final class InfluxServer implements AutoCloseable {
    public static final String DATABASE = "printing";
    public static final String USER = "dashboard";
    public static final String PASSWORD = "right";

    private static final String ADMIN = "admin";
    private static final List<Path> PLACES = Stream.concat(
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(":")), Stream.of("/usr/bin", "/usr/sbin"))
            .map(Path::of)
            .toList();
    private static final String CONFIG = """
            reporting-disabled = true
            bind-address = "127.0.0.1:%d"
            [meta]
            dir = "%s/meta"
            [data]
            dir = "%2$s/data"
            wal-dir = "%2$s/wal"
            query-log-enabled = false
            [http]
            bind-address = "127.0.0.1:%d"
            auth-enabled = true
            log-enabled = false
            [monitor]
            store-enabled = false
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port = TestBroker.freePort();
    private final Process process;

    private InfluxServer(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("influx.conf"), CONFIG.formatted(TestBroker.freePort(), folder, port));
        process = run();
        Eventually.that("InfluxDB answers", this::answers);
        run("CREATE USER %s WITH PASSWORD '%s' WITH ALL PRIVILEGES".formatted(ADMIN, PASSWORD));
        run("CREATE DATABASE " + DATABASE);
        run("CREATE USER %s WITH PASSWORD '%s'".formatted(USER, PASSWORD));
        run("GRANT READ ON %s TO %s".formatted(DATABASE, USER));
    }

    /** Starts one; without an InfluxDB on the machine the test is skipped by name, or fails where CI is set. */
    public static InfluxServer start(Path folder) throws IOException, InterruptedException {
        if (findProgram().isEmpty()) {
            String remedy = "InfluxDB 1.x is missing: apt-get install influxdb.";
            if ("true".equals(System.getenv("CI"))) {
                fail(remedy);
            }
            abort(remedy);
        }
        return new InfluxServer(folder);
    }

    private static Optional<Path> findProgram() {
        return PLACES.stream()
                .map(place -> place.resolve("influxd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Process run() throws IOException {
        return new ProcessBuilder(
                        findProgram().orElseThrow().toString(),
                        "run",
                        "-config",
                        folder.resolve("influx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("influxd.log").toFile()))
                .start();
    }

    private boolean answers() {
        try {
            HttpRequest ping = HttpRequest.newBuilder(url().resolve("/ping")).build();
            return http.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Runs an InfluxQL statement as the administrator. */
    public void run(String influxQl) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url().resolve("/query"))
                .header("Authorization", "Basic " + base64(ADMIN + ":" + PASSWORD))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("q=" + URLEncoder.encode(influxQl, StandardCharsets.UTF_8)))
                .build();
        check(http.send(request, HttpResponse.BodyHandlers.ofString()), 200);
    }

    /** Writes line protocol in nanoseconds as the administrator. */
    public void write(List<String> lines) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url().resolve("/write?precision=ns&db=" + DATABASE))
                .header("Authorization", "Basic " + base64(ADMIN + ":" + PASSWORD))
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines)))
                .build();
        check(http.send(request, HttpResponse.BodyHandlers.ofString()), 204);
    }

    private static void check(HttpResponse<String> response, int expected) throws IOException {
        if (response.statusCode() != expected) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
