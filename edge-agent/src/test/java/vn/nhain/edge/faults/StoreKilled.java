package vn.nhain.edge.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.InfluxServer;

/** SIGKILL of a real InfluxDB at random instants while the agent writes to it, and a start on its files. */
final class StoreKilled implements Fault {
    private static final long SEED = 5;

    @Override
    public String name() {
        return "store-killed";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        Random random = new Random(SEED);
        Path folder = Files.createDirectories(plant.folder.resolve("agent5"));
        Files.writeString(folder.resolve("password"), InfluxServer.PASSWORD);
        try (InfluxServer influx = InfluxServer.start(plant.folder.resolve("influx"));
                AgentProcess agent = new AgentProcess(
                        folder,
                        folder.resolve("data"),
                        Plant.yaml("edge5", plant.broker.url(), influx.url(), "k", Plant.MACHINES)
                                .replace(
                                        "timeout: 1s",
                                        "timeout: 1s, dialect: v1, database: %s, user: %s, passwordFile: %s"
                                                .formatted(
                                                        InfluxServer.DATABASE,
                                                        InfluxServer.USER,
                                                        folder.resolve("password"))),
                        "127.0.0.1",
                        List.of());
                CountingSource source = new CountingSource(plant.broker.url(), "k", Plant.MACHINES)) {
            agent.awaitConnected();
            for (int kill = 0; kill < scale.of(2, 20); kill++) {
                source.publishFor(100, 200 + random.nextInt(800));
                influx.kill();
                source.publishFor(50, scale.of(300, 2_000));
                influx.restart();
            }
            Eventually.holds(
                    "drained",
                    Plant.PATIENCE,
                    () -> agent.counters().spooled() == 0
                            && agent.uncommitted() == 0
                            && agent.counters().accepted() >= source.given.size());
            StoreRows rows = new StoreRows();
            for (String line : influx.dump()) {
                rows.take(line);
            }
            return Plant.settle(agent, rows, source.given, Plant.NONE, Plant.PATIENCE);
        }
    }
}
