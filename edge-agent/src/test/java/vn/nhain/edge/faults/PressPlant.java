package vn.nhain.edge.faults;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.source.opcua.connect.TrustList;
import vn.nhain.edge.spool.Counters;

/**
 * An OPC UA press that counts, a store that counts, and between them an agent. OPC UA tells the newest value of a tag, so a
 * number counts as given when the press held it until it was through; what it held for less may come through or not.
 */
final class PressPlant implements AutoCloseable {
    static final String PRESS = "P1";

    final CountingStore store = new CountingStore(InetAddress.getLoopbackAddress());
    final AgentProcess agent;
    final KeyFolder keys;

    private final Path folder;
    private final int port = FreePort.find();
    private final boolean secured;
    private final Ids given = new Ids();
    private Process press;
    private BufferedWriter commands;
    private int number;
    private Counters before = Plant.NONE;

    /** @param secured whether certificates count */
    PressPlant(Path folder, boolean secured) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.secured = secured;
        Path data = folder.resolve("data");
        keys = KeyFolder.of(data, "hcm1", "edge9");
        if (secured) {
            try (TrustList list = TrustList.open(keys)) {
                list.own(Clock.systemUTC());
            }
        }
        launch(0);
        agent = new AgentProcess(
                folder, data, """
                plant: hcm1
                agent: edge9
                spool: {commitInterval: 20ms, minFree: 0}
                store: {url: "%s", timeout: 1s}
                sparkplug: {broker: "tcp://127.0.0.1:%d"}
                opcua:
                  publishInterval: 50ms
                  silence: 11s
                  firstPause: 100ms
                  longestPause: 1s
                  machines: {%s: {url: "opc.tcp://127.0.0.1:%d/nhain/%3$s"}}
                """.formatted(store.url(), FreePort.find(), PRESS, port), "127.0.0.1", List.of());
    }

    /**
     * Starts the press.
     *
     * @param namespacesBefore namespaces of others before its own, which moves the indexes of all its nodes
     */
    void launch(int namespacesBefore) throws IOException {
        number++;
        press = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PressServer.class.getName(),
                        PRESS,
                        Integer.toString(port),
                        Integer.toString(namespacesBefore),
                        (secured ? keys.certificateFile() : folder.resolve("no certificate")).toString(),
                        Integer.toString(number))
                .redirectError(folder.resolve("press.log").toFile())
                .start();
        commands = press.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out = press.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.equals("ready")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("The press did not start, see " + folder.resolve("press.log"));
        }
    }

    /** SIGKILL. */
    void kill() {
        press.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Ends it as its maker would. */
    void shutDown() throws IOException {
        commands.close();
        press.onExit().orTimeout(40, TimeUnit.SECONDS).join();
    }

    void remove(String metric) throws IOException {
        command("remove " + metric);
    }

    private void command(String line) throws IOException {
        commands.write(line);
        commands.newLine();
        commands.flush();
    }

    /** Numbers that the press holds until they are through, as values of these metrics. */
    void give(int numbers, List<String> metrics) throws Exception {
        for (int i = 0; i < numbers; i++) {
            hold(metrics);
            int now = number;
            Eventually.holds(
                    "number %d of %s is through; the log is in %s".formatted(now, metrics, folder),
                    Plant.PATIENCE,
                    () -> metrics.stream().allMatch(metric -> store.rows.counted.has(Ids.series(PRESS, metric), now)));
            metrics.forEach(metric -> given.add(Ids.series(PRESS, metric), now));
        }
    }

    void give(int numbers) throws Exception {
        give(numbers, PressServer.METRICS);
    }

    /** Numbers that follow each other as fast as can be, of which not all may be seen. */
    void hurry(int numbers) throws IOException {
        for (int i = 0; i < numbers; i++) {
            hold(PressServer.METRICS);
        }
    }

    private void hold(List<String> metrics) throws IOException {
        number++;
        for (String metric : metrics) {
            command("set %s %d".formatted(metric, number));
        }
    }

    String reason() throws IOException, InterruptedException {
        return String.valueOf(agent.source("opcua " + PRESS).get("reason"));
    }

    /** The next fault begins here. */
    void begin() throws IOException, InterruptedException {
        before = agent.counters();
    }

    Tally settle() throws IOException, InterruptedException {
        return Plant.settle(agent, store.rows, given, before, Plant.PATIENCE);
    }

    @Override
    public void close() throws IOException {
        agent.close();
        kill();
        store.close();
    }
}
