package vn.nhain.edge._bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.InfluxServer;

/**
 * The agent and Node-RED with its OPC UA and InfluxDB nodes, one after the other at the same job: the same server, the same
 * tags, an InfluxDB 1.x; what they cost in peace, and what is missing after 30 seconds without the store and after a kill of
 * themselves. Prints; no limit fails it. {@code -Dnhain.bench.only} leaves one of them out; {@code -Dnhain.bench.nodeRed} is the folder where npm has put
 * {@code node-red node-red-contrib-opcua node-red-contrib-influxdb}.
 */
class NodeRedBenchmark {
    private static final int TAGS = Integer.getInteger("nhain.bench.tags", 200);
    private static final int PACE_MILLIS = Integer.getInteger("nhain.bench.pace", 250);
    private static final int SECONDS = Integer.getInteger("nhain.bench.seconds", 40);
    private static final String ONLY = System.getProperty("nhain.bench.only", "");
    private static final int OUTAGE_SECONDS = 30;
    private static final int RECOVERY_SECONDS = 30;
    private static final long MOST = 1_000_000_000;
    private static final Path NODE_RED = Path.of(System.getProperty("nhain.bench.nodeRed", "target/node-red"));

    @TempDir
    Path folder;

    private InfluxServer store;
    private ChildProcess server;
    private String url = "";

    /** Starts the one whose turn it is. */
    private interface Subject {
        Process start() throws Exception;
    }

    @Test
    void sideBySide() throws Exception {
        if (!ONLY.equals("node-red")) {
            measure("agent", this::startAgent);
        }
        if (!ONLY.equals("agent")) {
            measure("node-red", this::startNodeRed);
        }
    }

    private Process startAgent() throws Exception {
        Path own = Files.createDirectories(folder.resolve("agent"));
        Path password = Files.writeString(own.resolve("password"), InfluxServer.PASSWORD);
        Path config = Files.writeString(own.resolve("edge.yaml"), """
                plant: bench
                agent: edge1
                dataDir: %s
                opcua:
                  publishInterval: %dms
                  machines: {LOAD: {url: "%s", security: none}}
                store: {url: "%s", dialect: v1, database: %s, user: %s, passwordFile: %s}
                sparkplug: {broker: "tcp://127.0.0.1:%d"}
                health: {port: %d}
                """.formatted(
                        own.resolve("data"),
                        PACE_MILLIS,
                        url,
                        store.url(),
                        InfluxServer.DATABASE,
                        InfluxServer.USER,
                        password,
                        FreePort.find(),
                        FreePort.find()));
        // as the launcher starts it
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms32m",
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "vn.nhain.edge.configure.Main",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/bench-agent.log").toFile())
                .start();
    }

    private Process startNodeRed() throws Exception {
        Path own = Files.createDirectories(folder.resolve("node-red"));
        run(
                "node",
                "src/test/node/node-red.mjs",
                url,
                "2",
                "LOAD",
                Integer.toString(TAGS),
                Integer.toString(PACE_MILLIS),
                Integer.toString(store.url().getPort()),
                InfluxServer.DATABASE,
                InfluxServer.USER,
                InfluxServer.PASSWORD,
                own.toString());
        Path modules = own.resolve("node_modules");
        if (!Files.exists(modules)) {
            Files.createSymbolicLink(modules, NODE_RED.resolve("node_modules").toAbsolutePath());
            Files.copy(NODE_RED.resolve("package.json"), own.resolve("package.json"));
        }
        ProcessBuilder nodeRed = new ProcessBuilder(
                "node",
                modules.resolve("node-red/red.js").toString(),
                "--userDir",
                own.toString(),
                "--settings",
                own.resolve("settings.js").toString());
        nodeRed.environment().put("NODE_RED_PORT", Integer.toString(FreePort.find()));
        return nodeRed.redirectErrorStream(true)
                .redirectOutput(Path.of("target/bench-node-red.log").toFile())
                .start();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private void measure(String name, Subject subject) throws Exception {
        int port = FreePort.find();
        url = "opc.tcp://127.0.0.1:%d/nhain/LOAD".formatted(port);
        try (InfluxServer influx = InfluxServer.start(folder.resolve(name + "-influx"));
                ChildProcess press = new ChildProcess(
                        List.of("-Xmx256m"),
                        LoadServer.class.getName(),
                        List.of(Integer.toString(port), Integer.toString(TAGS), Integer.toString(PACE_MILLIS)),
                        Path.of("target/bench-server.log"))) {
            store = influx;
            server = press;
            while (!press.readLine().equals("ready")) {
                // what Milo prints
            }
            Process process = subject.start();
            try {
                Eventually.holds(name + " writes", Duration.ofMinutes(3), () -> rows(0, MOST) > 20L * TAGS);
                TimeUnit.SECONDS.sleep(SECONDS / 2);
                peace(name, process.pid());
                storeKilled(name);
                process = killed(name, process, subject);
            } finally {
                process.destroyForcibly().onExit().join();
            }
        }
    }

    private void peace(String name, long pid) throws Exception {
        long from = round();
        double cpu = ChildProcess.cpuSeconds(pid);
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = ChildProcess.cpuSeconds(pid) - cpu;
        long to = round();
        long memory = ChildProcess.memoryMiB(pid, "VmRSS");
        TimeUnit.SECONDS.sleep(RECOVERY_SECONDS);
        long rows = rows(from, to);
        double rate = rows / seconds;
        say(
                "%s in peace: %.0f points/s stored, %d of %d missing, CPU %.1f %% of a core, %.2f %% for 1,000 points/s, %d MiB resident",
                name,
                rate,
                (to - from) * TAGS - rows,
                (to - from) * TAGS,
                100 * used / seconds,
                100 * used / seconds / rate * 1000,
                memory);
    }

    private void storeKilled(String name) throws Exception {
        long from = round();
        store.kill();
        TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
        store.restart();
        TimeUnit.SECONDS.sleep(RECOVERY_SECONDS);
        tell(name + " with the store killed for 30 s", from);
    }

    private Process killed(String name, Process process, Subject subject) throws Exception {
        long from = round();
        process.destroyForcibly().onExit().join();
        Process again = subject.start();
        long before = rows(0, MOST);
        Eventually.holds(name + " writes again", Duration.ofMinutes(3), () -> rows(0, MOST) > before + TAGS);
        TimeUnit.SECONDS.sleep(RECOVERY_SECONDS);
        tell(name + " killed itself and started at once", from);
        return again;
    }

    /** What was written since then, but for the last seconds, which may be on their way. */
    private void tell(String what, long from) throws Exception {
        long to = round();
        TimeUnit.SECONDS.sleep(RECOVERY_SECONDS);
        long rows = rows(from, to);
        say("%s: %d of %d missing", what, (to - from) * TAGS - rows, (to - from) * TAGS);
    }

    private long round() throws IOException {
        return Long.parseLong(server.ask()) / TAGS;
    }

    private long rows(long from, long to) throws Exception {
        List<List<?>> counted =
                store.query("SELECT COUNT(value) FROM machine WHERE value > %d AND value <= %d AND metric =~ /load/"
                        .formatted(from, to));
        return counted.isEmpty() ? 0 : ((Number) counted.get(0).get(0)).longValue();
    }

    @SuppressWarnings("SystemOut") // the numbers are what it is for
    private static void say(String form, Object... values) {
        System.out.println("BENCH " + String.format(Locale.ROOT, form, values));
    }
}
