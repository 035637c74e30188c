package vn.nhain.edge.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.nhain.edge.faults.CountingStore.Mood;

/**
 * A store that is not there for an hour while machines give 2,000 readings a second, and comes back while they go on: how fast
 * the backlog drains, whether its order is kept, and how late live state is meanwhile. {@code -Dnhain.outage} says other
 * seconds for the full form.
 */
final class StoreOutage implements Fault {
    private static final int READINGS_PER_SECOND = 2_000;
    private static final int MESSAGES_PER_SECOND = READINGS_PER_SECOND / CountingSource.METRICS;
    private static final int SHORT_SECONDS = 5;
    private static final int HOUR = 3_600;

    @Override
    public String name() {
        return "store-outage";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        int seconds = scale.of(SHORT_SECONDS, Integer.getInteger("nhain.outage", HOUR));
        ExecutorService machines = Executors.newSingleThreadExecutor();
        try (CountingStore store = new CountingStore(InetAddress.getLoopbackAddress());
                LiveWatch watch = new LiveWatch(plant.broker.url(), "edge6");
                AgentProcess agent = new AgentProcess(
                        plant.folder.resolve("agent6"),
                        plant.folder.resolve("agent6/data"),
                        Plant.yaml("edge6", plant.broker.url(), store.url(), "o", Plant.MACHINES)
                                .replace("batchSize: 1000", "batchSize: 5000"),
                        "127.0.0.1",
                        List.of());
                CountingSource source = new CountingSource(plant.broker.url(), "o", Plant.MACHINES)) {
            source.tell(watch::sent);
            agent.awaitConnected();
            source.publish(Plant.MACHINES);
            store.become(new Mood.Away());
            source.publishFor(MESSAGES_PER_SECOND, TimeUnit.SECONDS.toMillis(seconds));
            String before = watch.delays();
            watch.forget();

            Draining draining = new Draining(agent, store);
            store.become(new Mood.Well());
            Future<?> live = machines.submit(goOn(source, draining));
            String drained = draining.await();
            live.get();
            Tally tally = Plant.settle(agent, store.rows, source.given, Plant.NONE, Plant.PATIENCE)
                    .withFigures("%d s of outage, live state %s; %s; live state meanwhile %s"
                            .formatted(seconds, before, drained, watch.delays()));
            long backwards = store.rows.backwards();
            return backwards == 0 ? tally : tally.withRemark(backwards + " readings came after a later one");
        } finally {
            machines.shutdownNow();
        }
    }

    private static Callable<Void> goOn(CountingSource source, Draining draining) {
        return () -> {
            while (!draining.done) {
                source.publishFor(MESSAGES_PER_SECOND, 500);
            }
            return null;
        };
    }

    /** Waits until no more is in the spool than machines give in a second. */
    private static final class Draining {
        private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(2);

        private final AgentProcess agent;
        private final CountingStore store;
        private volatile boolean done;
        private int silent;

        Draining(AgentProcess agent, CountingStore store) {
            this.agent = agent;
            this.store = store;
        }

        String await() throws Exception {
            long start = System.nanoTime();
            long rows = store.rows.size();
            long waiting = agent.counters().spooled();
            try {
                while (isBehind() && System.nanoTime() - start < LONGEST_NANOS) {
                    Thread.sleep(100);
                }
            } finally {
                done = true;
            }
            double took = (System.nanoTime() - start) / 1e9;
            long taken = store.rows.size() - rows;
            return String.format(
                            Locale.ROOT, "%d readings waited, drained in %.1f s at %.0f/s", waiting, took, taken / took)
                    + (silent == 0 ? "" : ", health page silent for 5 s %d times".formatted(silent));
        }

        private boolean isBehind() throws IOException, InterruptedException {
            try {
                return agent.counters().spooled() > READINGS_PER_SECOND;
            } catch (HttpTimeoutException e) {
                silent++;
                return true;
            }
        }
    }
}
