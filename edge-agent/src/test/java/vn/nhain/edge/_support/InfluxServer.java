package vn.nhain.edge._support;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.nhain.edge.json.Json;

/** The InfluxDB 1.x of the machine, with logins on, as a process that a test may kill and start again on its files. */
public final class InfluxServer implements AutoCloseable {
    public static final String DATABASE = "printing";
    public static final String USER = "edge";
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
    private final int port = FreePort.find();
    private Process process;

    private InfluxServer(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("influx.conf"), CONFIG.formatted(FreePort.find(), folder, port));
        restart();
        query("CREATE USER %s WITH PASSWORD '%s' WITH ALL PRIVILEGES".formatted(ADMIN, PASSWORD));
        query("CREATE DATABASE " + DATABASE);
        query("CREATE USER %s WITH PASSWORD '%s'".formatted(USER, PASSWORD));
        query("GRANT WRITE ON %s TO %s".formatted(DATABASE, USER));
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

    /** Starts the process on its files; returns when it answers. */
    public void restart() throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        findProgram().orElseThrow().toString(),
                        "run",
                        "-config",
                        folder.resolve("influx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("influxd.log").toFile()))
                .start();
        Eventually.holds(
                "InfluxDB answers",
                () -> http.send(
                                        HttpRequest.newBuilder(url().resolve("/ping"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 204);
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Rows of an InfluxQL statement, each without its time; as the administrator. */
    public List<List<?>> query(String influxQl) throws IOException, InterruptedException {
        List<List<?>> rows = new ArrayList<>();
        rowsWithTime(influxQl).forEach(row -> rows.add(row.subList(1, row.size())));
        return rows;
    }

    private List<List<?>> rowsWithTime(String influxQl) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url().resolve("/query?epoch=ns&db=" + DATABASE))
                .header("Authorization", "Basic " + base64(ADMIN + ":" + PASSWORD))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("q=" + URLEncoder.encode(influxQl, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(influxQl + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        Map<?, ?> result =
                (Map<?, ?>) ((List<?>) Json.readObject(response.body()).get("results")).get(0);
        List<List<?>> rows = new ArrayList<>();
        List<?> series = result.get("series") instanceof List<?> list ? list : List.of();
        for (Object one : series) {
            for (Object row : (List<?>) ((Map<?, ?>) one).get("values")) {
                rows.add((List<?>) row);
            }
        }
        return rows;
    }

    /** Measurement {@code machine} as line protocol. */
    public List<String> dump() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (List<?> row : rowsWithTime("SELECT plant, machine, metric, value, text, quality FROM machine")) {
            String field = row.get(4) == null
                    ? "text=\"%s\"".formatted(row.get(5))
                    : "value=" + ((Number) row.get(4)).doubleValue();
            lines.add("machine,plant=%s,machine=%s,metric=%s %s,quality=\"%s\" %s"
                    .formatted(row.get(1), row.get(2), row.get(3), field, row.get(6), row.get(0)));
        }
        return lines;
    }

    /** Rows of a measurement. */
    public long rows(String measurement) throws IOException, InterruptedException {
        List<List<?>> rows = query("SELECT COUNT(\"quality\") FROM \"%s\"".formatted(measurement));
        return rows.isEmpty() ? 0 : ((Number) rows.get(0).get(0)).longValue();
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
