package vn.nhain.edge.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge.faults.CountingStore.Mood;

/**
 * A small disk that fills up while the store is away: first by the spool itself, which must drain again without help; then by
 * somebody else, to the last byte, which must end when that file is gone.
 */
final class DiskFull implements Fault {
    private static final int MIB = 1 << 20;
    private static final int DISK_MIB = 20;
    private static final int MIN_FREE_MIB = 10;

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        Shell.needsRoot("mount");
        Path disk = Files.createDirectories(plant.folder.resolve("disk"));
        Shell.run("mount -t tmpfs -o size=%dm none %s".formatted(DISK_MIB, disk));
        try (CountingStore store = new CountingStore(InetAddress.getLoopbackAddress());
                AgentProcess agent = new AgentProcess(
                        plant.folder.resolve("agent2"),
                        disk.resolve("data"),
                        Plant.yaml("edge2", plant.broker.url(), store.url(), "d", Plant.MACHINES)
                                .replace("minFree: 0", "minFree: " + MIN_FREE_MIB),
                        "127.0.0.1",
                        List.of());
                CountingSource source = new CountingSource(plant.broker.url(), "d", Plant.MACHINES)) {
            agent.awaitConnected();
            store.become(Mood.Answering.status(503));
            while (agent.spool("problem").equals("")) {
                source.publish(1_000);
            }
            source.publish(200);
            store.become(new Mood.Well());
            Eventually.holds("it takes readings again", Plant.PATIENCE, () -> agent.spool("problem")
                    .equals(""));

            store.become(Mood.Answering.status(503));
            fill(disk.resolve("somebody-else"));
            source.publish(200);
            Eventually.holds("it is said", () -> !agent.spool("problem").equals(""));
            store.become(new Mood.Well());
            Thread.sleep(scale.of(500, 10_000));
            Files.delete(disk.resolve("somebody-else"));
            source.publish(20);
            return Plant.settle(agent, store.rows, source.given, Plant.NONE, Plant.PATIENCE);
        } finally {
            Shell.run("umount -l " + disk);
        }
    }

    private static void fill(Path file) {
        byte[] chunk = new byte[MIB / 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < DISK_MIB * 16; i++) {
                out.write(chunk);
            }
        } catch (IOException e) {
            // full to the last byte
        }
    }
}
