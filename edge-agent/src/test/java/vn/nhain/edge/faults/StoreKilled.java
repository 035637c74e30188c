package vn.nhain.edge.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import vn.nhain.edge._support.Eventually;

/** SIGKILL of a real store at random instants while the agent writes to it, and a start on its files. */
record StoreKilled(String name, int shortKills, StoreProcess.Starter starter) implements Fault {
    private static final long SEED = 5;

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        Random random = new Random(SEED);
        Path folder = Files.createDirectories(plant.folder.resolve(name));
        try (StoreProcess store = starter.start(folder);
                AgentProcess agent = new AgentProcess(
                        folder,
                        folder.resolve("data"),
                        Plant.yaml("edge5", plant.broker.url(), store.url(), name, Plant.MACHINES)
                                .replace("timeout: 1s", "timeout: 1s" + store.keys()),
                        "127.0.0.1",
                        List.of());
                CountingSource source = new CountingSource(plant.broker.url(), name, Plant.MACHINES)) {
            agent.awaitConnected();
            for (int kill = 0; kill < scale.of(shortKills, 20); kill++) {
                source.publishFor(100, 200 + random.nextInt(800));
                store.kill();
                source.publishFor(50, scale.of(300, 2_000));
                store.restart();
            }
            Eventually.holds(
                    "drained",
                    Plant.PATIENCE,
                    () -> agent.counters().spooled() == 0
                            && agent.uncommitted() == 0
                            && agent.counters().accepted() >= source.given.size());
            StoreRows rows = new StoreRows();
            for (String line : store.dump()) {
                rows.take(line);
            }
            return Plant.settle(agent, rows, source.given, Plant.NONE, Plant.PATIENCE);
        }
    }
}
