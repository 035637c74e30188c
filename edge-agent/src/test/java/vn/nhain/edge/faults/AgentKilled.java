package vn.nhain.edge.faults;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** SIGKILL at random instants, again and again, while machines talk. The broker keeps what the agent has not acknowledged. */
final class AgentKilled implements Fault {
    private static final long SEED = 4;
    private static final int LONGEST_LIFE_MILLIS = 1_500;

    @Override
    public String name() {
        return "agent-killed";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        Random random = new Random(SEED);
        AtomicBoolean talking = new AtomicBoolean(true);
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread machines = new Thread(() -> {
            try {
                while (talking.get()) {
                    plant.source.publishFor(50, 200);
                }
            } catch (Exception e) {
                failure.set(e);
            }
        });
        machines.start();
        try {
            for (int kill = 0; kill < scale.of(5, 50); kill++) {
                plant.agent.awaitConnected();
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                plant.agent.kill();
                plant.agent.restart();
            }
        } finally {
            talking.set(false);
            machines.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        plant.agent.awaitConnected();
        return plant.settle();
    }
}
