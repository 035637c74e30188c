package vn.nhain.edge.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge.faults.CountingStore.Mood;

/**
 * The clock of the agent's computer is set back an hour while readings wait and while machines talk, some of which leave the
 * time to the agent. libfaketime moves the clock of the whole process, libraries and virtual machine included.
 */
final class ClockBack implements Fault {
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final long HOUR_SECONDS = 3_600;
    private static final Duration JUMP = Duration.ofMinutes(50);

    @Override
    public String name() {
        return "clock-back";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        Path folder = Files.createDirectories(plant.folder.resolve("agent7"));
        Path offset = Files.writeString(folder.resolve("clock"), "+0");
        try (CountingStore store = new CountingStore(InetAddress.getLoopbackAddress());
                AgentProcess agent = new AgentProcess(
                        folder,
                        folder.resolve("data"),
                        Plant.yaml("edge7", plant.broker.url(), store.url(), "c", Plant.MACHINES),
                        "127.0.0.1",
                        List.of(
                                "env",
                                "LD_PRELOAD=" + library(),
                                "FAKETIME_TIMESTAMP_FILE=" + offset,
                                "FAKETIME_CACHE_DURATION=1",
                                "FAKETIME_DONT_FAKE_MONOTONIC=1",
                                // else waits of the virtual machine end at once and it spins
                                "FAKETIME_FORCE_MONOTONIC_FIX=0"));
                CountingSource source = new CountingSource(plant.broker.url(), "c", Plant.MACHINES)) {
            agent.awaitConnected();
            int jumps = scale.of(1, 10);
            for (int jump = 1; jump <= jumps; jump++) {
                store.become(new Mood.Away());
                talk(source, scale, jump);
                Eventually.holds("some wait", () -> agent.counters().spooled() > 0);
                Files.writeString(offset, "-" + jump * HOUR_SECONDS);
                talk(source, scale, jump);
                if (jump > 1) {
                    agent.kill();
                    agent.restart();
                    agent.awaitConnected();
                }
                store.become(new Mood.Well());
                talk(source, scale, jump);
                Plant.settle(agent, store.rows, source.given, Plant.NONE, Plant.PATIENCE);
                int told = jump;
                Eventually.holds("the log is an hour back", () -> jumpsBack(agent.log()) >= told);
            }
            return Plant.settle(agent, store.rows, source.given, Plant.NONE, Plant.PATIENCE);
        }
    }

    private static void talk(CountingSource source, Scale scale, int jump) throws Exception {
        source.publishFor(50, scale.of(700, 5_000));
        for (int i = 0; i < 20; i++) {
            String timeless = "{\"values\":{\"power\":%d}}".formatted(100 * jump + i);
            source.publishRaw("c/M0/telemetry", timeless.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** How often the lines of a log went back by nearly an hour; midnight does not count. */
    private static int jumpsBack(String log) {
        List<LocalTime> times = log.lines()
                .filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*"))
                .map(line -> LocalTime.parse(line.substring(0, 12)))
                .toList();
        int jumps = 0;
        for (int i = 1; i < times.size(); i++) {
            Duration back = Duration.between(times.get(i), times.get(i - 1));
            jumps += back.compareTo(JUMP) > 0 && back.compareTo(JUMP.multipliedBy(2)) < 0 ? 1 : 0;
        }
        return jumps;
    }

    /** Skips the fault by name where libfaketime is not installed; fails where a machine judges. */
    private static Path library() throws IOException {
        try (Stream<Path> places =
                Files.find(LIBRARIES, 3, (path, attributes) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return places.findFirst().orElseThrow(ClockBack::missing);
        }
    }

    private static RuntimeException missing() {
        String remedy = "libfaketime is missing: apt-get install libfaketime.";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(remedy);
        }
        return new TestAbortedException(remedy);
    }
}
