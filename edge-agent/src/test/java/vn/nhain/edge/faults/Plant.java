package vn.nhain.edge.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge.spool.Counters;

/** Machines that count, a broker, a store that counts, and between them the agent. */
final class Plant implements AutoCloseable {
    static final int MACHINES = 4;
    static final Duration PATIENCE = Duration.ofMinutes(5);
    static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    final Path folder;
    final BrokerProcess broker;
    /** The agent reaches the broker through it. */
    final Proxy line;

    final CountingStore store = new CountingStore(InetAddress.getLoopbackAddress());
    final AgentProcess agent;
    final CountingSource source;
    private Counters before = NONE;
    private @Nullable PressPlant presses;

    Plant(Path folder) throws IOException, InterruptedException, MqttException {
        this.folder = folder;
        broker = new BrokerProcess(folder.resolve("broker"));
        line = new Proxy(InetAddress.getLoopbackAddress(), broker.port());
        agent = new AgentProcess(
                folder.resolve("agent"),
                folder.resolve("agent/data"),
                yaml("edge1", "tcp://127.0.0.1:" + line.port(), store.url(), "f", MACHINES),
                "127.0.0.1",
                List.of());
        agent.awaitConnected();
        source = new CountingSource(broker.url(), "f", MACHINES);
    }

    /** A configuration with short pauses. */
    static String yaml(String agent, String broker, URI store, String prefix, int machines) {
        StringBuilder yaml = new StringBuilder("""
                plant: hcm1
                agent: %s
                spool: {commitInterval: 20ms, minFree: 0}
                store: {url: "%s", batchSize: 1000, timeout: 1s}
                mqtt:
                  broker: %s
                  firstPause: 100ms
                  longestPause: 1s
                  machines:
                """.formatted(agent, store, broker));
        for (int i = 0; i < machines; i++) {
            String id = CountingSource.machine(i);
            yaml.append("    %s: {topic: %s/%s}%n".formatted(id, prefix, id));
        }
        return yaml.toString();
    }

    /** The plant of the OPC UA press, started when it is first asked for. */
    PressPlant presses() throws Exception {
        if (presses == null) {
            presses = new PressPlant(folder.resolve("presses"), false);
            presses.agent.awaitConnected();
        }
        return presses;
    }

    /** The next fault begins here. */
    void begin() throws IOException, InterruptedException {
        before = agent.counters();
    }

    /** Waits until all that machines gave is stored and the spool is empty, or for so long, and counts. */
    Tally settle(Duration patience) throws IOException, InterruptedException {
        return settle(agent, store.rows, source.given, before, patience);
    }

    /** Long enough for a machine that is busy with other things. */
    Tally settle() throws IOException, InterruptedException {
        return settle(PATIENCE);
    }

    /** The same for another agent. */
    static Tally settle(Agent agent, StoreRows rows, Ids given, Counters before, Duration patience)
            throws IOException, InterruptedException {
        try {
            Eventually.holds("all is stored", patience, () -> {
                Counters now = agent.counters();
                return now.spooled() == 0
                        && agent.uncommitted() == 0
                        && given.missingFrom(rows.counted) <= now.dropped() + now.quarantined()
                        && now.stored() == rows.size();
            });
        } catch (AssertionError e) {
            // the tally says what is missing
        }
        Counters now = agent.counters();
        StoreRows quarantine = quarantine(agent);
        long missing = given.missingFrom(rows.counted, quarantine.counted);
        return new Tally(
                Tally.since(before, now),
                now.isIntakeBalanced() && now.isStoreBalanced(),
                now.stored() - rows.size(),
                Math.max(0, missing - now.dropped()),
                rows.duplicated(),
                quarantine.size() == now.quarantined()
                        ? ""
                        : "quarantine file has %d readings".formatted(quarantine.size()),
                "");
    }

    private static StoreRows quarantine(Agent agent) throws IOException {
        StoreRows rows = new StoreRows();
        Path file = agent.dataDir().resolve("quarantine.lp");
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(rows::take);
        }
        return rows;
    }

    @Override
    public void close() throws IOException, MqttException {
        if (presses != null) {
            presses.close();
        }
        source.close();
        agent.close();
        line.close();
        broker.close();
        store.close();
    }
}
