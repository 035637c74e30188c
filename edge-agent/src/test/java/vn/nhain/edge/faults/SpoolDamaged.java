package vn.nhain.edge.faults;

import java.io.RandomAccessFile;
import java.util.Random;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge.faults.CountingStore.Mood;

/** SIGKILL while the store is away, and noise in the file of the spool; what cannot be read any more is counted as dropped. */
record SpoolDamaged(String name, double from, double to) implements Fault {
    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        for (int round = 0; round < scale.of(1, 10); round++) {
            plant.store.become(Mood.Answering.status(503));
            plant.source.publish(scale.of(300, 3_000));
            Eventually.holds("all is durable", () -> plant.agent.uncommitted() == 0);
            plant.agent.kill();
            try (RandomAccessFile file = new RandomAccessFile(
                    plant.agent.dataDir().resolve("spool.mv").toFile(), "rw")) {
                byte[] noise = new byte[(int) ((to - from) * file.length())];
                new Random(round).nextBytes(noise);
                file.seek((long) (from * file.length()));
                file.write(noise);
            }
            plant.agent.restart();
            plant.agent.awaitConnected();
            plant.store.become(new Mood.Well());
            plant.source.publish(20);
            plant.settle();
        }
        return plant.settle();
    }
}
