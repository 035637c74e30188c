package vn.nhain.simulators.demo;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes plant time down every few seconds and at the end. */
final class PlantTimeKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PlantTimeKeeper.class);
    private static final long SECONDS = 2;

    private final PlantTimeFile file;
    private final Clock clock;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "plant-time");
        thread.setDaemon(true);
        return thread;
    });

    PlantTimeKeeper(PlantTimeFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    void start() {
        // the future would only tell of failures, which write() logs
        ScheduledFuture<?> unused = beat.scheduleAtFixedRate(this::write, 0, SECONDS, TimeUnit.SECONDS);
    }

    private void write() {
        try {
            file.write(clock.instant());
        } catch (IOException e) {
            log.warn("plant time was not written: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        beat.shutdown();
        try {
            if (beat.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
