package vn.nhain.edge.spool;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that makes durable what arrived, at most once an interval, and opens the file anew when that failed. */
final class Committer {
    private static final Logger log = LoggerFactory.getLogger(Committer.class);
    private static final int COMPACT_EVERY_COMMITS = 128;

    private final Path path;
    private final SpoolSettings settings;
    private final LongSupplier freeBytes;
    private final SharedSpool shared;
    private final Thread thread = new Thread(this::commitLoop, "edge-spool");

    Committer(Path path, SpoolSettings settings, LongSupplier freeBytes, SharedSpool shared) {
        this.path = path;
        this.settings = settings;
        this.freeBytes = freeBytes;
        this.shared = shared;
    }

    void start() {
        thread.start();
    }

    /** Waits until all is durable and the file released, at most so long. */
    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    private void commitLoop() {
        long commits = 0;
        while (shared.awaitWork()) {
            SpoolContent at = shared.content();
            try {
                if (at == null) {
                    shared.reopened(
                            shared.isDamaged() ? Salvage.mend(path, settings) : Salvage.openOrMend(path, settings));
                } else {
                    commitOnce(at);
                    if (++commits % COMPACT_EVERY_COMMITS == 0 || shared.isHeld()) {
                        shared.compact(at);
                    }
                }
            } catch (RuntimeException e) {
                stall(at, e);
            } catch (AssertionError e) {
                // MVStore asserts what it reads where assertions are on
                stall(at, new DamagedSpoolException(String.valueOf(e.getMessage()), e));
            }
        }
        shared.closeContent();
    }

    private void stall(@Nullable SpoolContent at, RuntimeException cause) {
        shared.stall(at, cause);
        log.debug("The spool's file", cause);
    }

    private void commitOnce(SpoolContent at) {
        long free = freeBytes.getAsLong();
        SharedSpool.Written written = shared.write(at, free < settings.minFreeBytes() ? fullDisk(free) : "");
        if (written != null) {
            // outside the lock: readings go on arriving while the disk works
            at.force(written.commit());
            shared.finish(written).forEach(Committer::acknowledge);
        }
    }

    private String fullDisk(long free) {
        return "the disk has %d MiB left, at least %d must stay free: make room, or set spool.minFree"
                .formatted(free >> 20, settings.minFreeBytes() >> 20);
    }

    private static void acknowledge(Pending.Delivery delivery) {
        try {
            delivery.whenDurable().run();
        } catch (RuntimeException e) {
            log.warn("A source could not acknowledge what is durable; it will be sent again", e);
        }
    }
}
