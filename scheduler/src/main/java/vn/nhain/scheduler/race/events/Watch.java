package vn.nhain.scheduler.race.events;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveProgress;

/**
 * Waits for the first plan after an event and for the end of the search behind it. It is told on the solver's thread and
 * asked on the caller's.
 */
final class Watch implements Consumer<SolveProgress> {
    /** Wall time to CPU time at most: guards against a machine that is too busy to finish. */
    static final int WALL_FOR_CPU = 20;

    private static final int LOOK_MILLIS = 50;

    private final DoubleSupplier cpuSeconds;
    private final int seconds;
    private final int changes;
    private final long beganNanos = System.nanoTime();
    private final double beganCpu;
    private final CountDownLatch over = new CountDownLatch(1);

    private long firstNanos;
    private double firstCpu;
    private @Nullable Schedule first;

    /**
     * A watch that begins now.
     *
     * @param cpuSeconds CPU time of the process
     * @param seconds CPU seconds to search behind the first plan
     * @param changes how many changes the plans know that are waited for
     */
    Watch(DoubleSupplier cpuSeconds, int seconds, int changes) {
        this.cpuSeconds = cpuSeconds;
        this.seconds = seconds;
        this.changes = changes;
        this.beganCpu = cpuSeconds.getAsDouble();
    }

    @Override
    public synchronized void accept(SolveProgress told) {
        if (told.changes() != changes) {
            return;
        }
        if (first == null && told.better() != null) {
            firstNanos = System.nanoTime();
            firstCpu = cpuSeconds.getAsDouble();
            first = told.better();
        }
        if (first != null && cpuSeconds.getAsDouble() - firstCpu >= seconds) {
            over.countDown();
        }
    }

    /** Until the search has had its time, or has ended before. */
    void await(SolveJob job) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(1L, seconds) * WALL_FOR_CPU);
        while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (job.result().isDone() || System.nanoTime() - latest > 0) {
                return;
            }
        }
    }

    /** Waits, ends the solve and tells what came of it. */
    Repair end(SolveJob job) throws InterruptedException, ExecutionException {
        await(job);
        job.stop();
        Schedule searched = job.result().get();
        synchronized (this) {
            return new Repair(
                    (firstNanos - beganNanos) / 1e6,
                    (firstCpu - beganCpu) * 1e3,
                    Objects.requireNonNull(first, "the solve told no plan"),
                    searched);
        }
    }
}
