package vn.nhain.dashboard.configure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that happens by itself at intervals of wall time; a task that fails is logged and called again. */
final class Beat implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Beat.class);
    private static final long CLOSE_SECONDS = 5;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "dashboard-beat");
        thread.setDaemon(true);
        return thread;
    });

    void every(Duration interval, String name, Runnable task) {
        var unused = executor.scheduleWithFixedDelay(
                () -> run(name, task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("The task {} failed; it is tried again", name, e);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
