package vn.nhain.edge.connection;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.log.Repeats;

/**
 * Threads for the blocking steps of connections. A step that fails is logged and does not end the repetition of others;
 * a step that comes after {@link #close} is dropped. Thread-safe.
 */
public final class TaskRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TaskRunner.class);

    private final Repeats repeats = new Repeats(log);
    private final ScheduledExecutorService executor;

    /**
     * @param name of the threads
     * @param threads how many steps may block at the same time, at least 1
     */
    public TaskRunner(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        executor = Executors.newScheduledThreadPool(threads, task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs it soon. */
    public void run(Runnable step) {
        after(Duration.ZERO, step);
    }

    /** Runs it after a pause. */
    public void after(Duration pause, Runnable step) {
        try {
            var unused = executor.schedule(() -> guarded(step), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("Dropped a step after the end", e);
        }
    }

    /** Runs it again and again with this pause before and between. */
    public void every(Duration pause, Runnable step) {
        var unused = executor.scheduleWithFixedDelay(
                () -> guarded(step), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            repeats.error("A step failed", e);
        }
    }

    /** Drops what waits; a step that is under way may end later. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
