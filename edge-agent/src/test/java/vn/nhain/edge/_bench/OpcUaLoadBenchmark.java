package vn.nhain.edge._bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestStore;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.source.opcua.connect.TrustList;

/**
 * The agent as it is shipped, in a process of its own, reading a secured server in another one, with spool and store on.
 * Prints a table; no limit fails it, as it depends on the machine.
 */
class OpcUaLoadBenchmark {
    private static final int TAGS = Integer.getInteger("nhain.bench.tags", 10_000);
    private static final int PACE_MILLIS = Integer.getInteger("nhain.bench.pace", 250);
    private static final int SECONDS = Integer.getInteger("nhain.bench.seconds", 60);
    private static final int WARM_UP_SECONDS = Integer.getInteger("nhain.bench.warmUp", 45);
    private static final String SECURITY = System.getProperty("nhain.bench.security", "Basic256Sha256");

    /** As the launcher has them; more or others to look inside. */
    private static final List<String> OPTIONS = List.of(System.getProperty(
                    "nhain.bench.agentOptions",
                    "-Xms32m -Xmx96m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:TrimNativeHeapInterval=10000"
                            + " -XX:+IgnoreUnrecognizedVMOptions -Dio.netty.allocator.numDirectArenas=1"
                            + " -Dlogback.configurationFile=nhain-logback.xml")
            .split(" ", -1));

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private URI health = URI.create("http://127.0.0.1");

    private record Look(double cpuSeconds, Map<String, ?> health, long written, long nanos) {
        long counter(String name) {
            return health.get("counters") instanceof Map<?, ?> counters && counters.get(name) instanceof Number number
                    ? number.longValue()
                    : 0;
        }

        long figure(String name) {
            return health.get("sources") instanceof List<?> sources
                            && sources.get(0) instanceof Map<?, ?> source
                            && source.get(name) instanceof Number number
                    ? number.longValue()
                    : -1;
        }
    }

    /** Without the build around it: in the folder of the module, with the test class path. */
    public static void main(String[] args) throws Exception {
        OpcUaLoadBenchmark benchmark = new OpcUaLoadBenchmark();
        benchmark.folder = Files.createTempDirectory("nhain-opcua-load-");
        benchmark.tags();
        System.exit(0); // the store's threads would linger
    }

    @Test
    void tags() throws Exception {
        int serverPort = FreePort.find();
        int healthPort = FreePort.find();
        health = URI.create("http://127.0.0.1:%d/health".formatted(healthPort));
        KeyFolder keys = KeyFolder.of(folder.resolve("agent"), "bench", "edge1");
        Path serverCertificate = folder.resolve("server.der");
        try (TrustList list = TrustList.open(keys)) {
            list.own(Clock.systemUTC());
        }
        try (TestStore store = TestStore.start(folder.resolve("store"));
                ChildProcess server = new ChildProcess(
                        List.of("-Xmx512m"),
                        LoadServer.class.getName(),
                        List.of(
                                String.valueOf(serverPort),
                                String.valueOf(TAGS),
                                String.valueOf(PACE_MILLIS),
                                keys.certificateFile().toString(),
                                serverCertificate.toString()),
                        Path.of("target/bench-server.log"))) {
            while (!server.readLine().equals("ready")) {
                // what Milo prints
            }
            try (TrustList list = TrustList.open(keys)) {
                list.add(serverCertificate, false);
            }
            Path config = Files.writeString(folder.resolve("edge.yaml"), """
                    plant: bench
                    agent: edge1
                    dataDir: %s
                    opcua:
                      publishInterval: %dms
                      machines: {LOAD: {url: "opc.tcp://127.0.0.1:%d/nhain/LOAD", security: %s}}
                    store: {url: "%s"}
                    sparkplug: {broker: "tcp://127.0.0.1:%d"}
                    health: {port: %d}
                    """.formatted(
                            folder.resolve("agent"),
                            PACE_MILLIS,
                            serverPort,
                            SECURITY,
                            store.url(),
                            FreePort.find(),
                            healthPort));
            // as the launcher starts it
            try (ChildProcess agent = new ChildProcess(
                    OPTIONS,
                    "vn.nhain.edge.configure.Main",
                    List.of("--config", config.toString()),
                    Path.of("target/bench-agent.log"))) {
                Eventually.holds("all tags are read", Duration.ofMinutes(4), () -> {
                    Look now = look(agent, server);
                    return now.figure("items") == TAGS && now.figure("badItems") == 0;
                });
                Thread.sleep(Duration.ofSeconds(WARM_UP_SECONDS).toMillis());
                Look before = look(agent, server);
                Thread.sleep(Duration.ofSeconds(SECONDS).toMillis());
                report(before, look(agent, server), agent);
            }
        }
    }

    private Look look(ChildProcess agent, ChildProcess server) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Look(
                agent.cpuSeconds(), Json.readObject(answer.body()), Long.parseLong(server.ask()), System.nanoTime());
    }

    private static void report(Look before, Look after, ChildProcess agent) throws IOException {
        double seconds = (after.nanos - before.nanos) / 1e9;
        long received = after.counter("received") - before.counter("received");
        System.out.printf("%nBENCH tags=%d pace=%dms security=%s seconds=%.1f%n", TAGS, PACE_MILLIS, SECURITY, seconds);
        System.out.printf(
                "BENCH written/s=%.0f received/s=%.0f stored/s=%.0f spooled=%d%n",
                (after.written - before.written) / seconds,
                received / seconds,
                (after.counter("stored") - before.counter("stored")) / seconds,
                after.counter("spooled"));
        System.out.printf(
                "BENCH cpu=%.1f%% of a core, %.2f us a value%n",
                100 * (after.cpuSeconds - before.cpuSeconds) / seconds,
                1e6 * (after.cpuSeconds - before.cpuSeconds) / Math.max(1, received));
        System.out.printf(
                "BENCH overflows=%d lostNotifications=%d gaps=%d missed=%d lag p50=%d ms p99=%d ms%n",
                after.figure("overflows") - before.figure("overflows"),
                after.figure("lostNotifications") - before.figure("lostNotifications"),
                after.figure("gaps") - before.figure("gaps"),
                after.written - before.written - received,
                after.figure("lagP50Millis"),
                after.figure("lagP99Millis"));
        System.out.printf("BENCH memory now=%d MiB, most=%d MiB%n", agent.memoryMiB("VmRSS"), agent.memoryMiB("VmHWM"));
        agent.busiestThreads().forEach(thread -> System.out.println("BENCH thread " + thread));
    }
}
