package vn.nhain.edge.spool;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The spool on H2's MVStore. One thread commits everything that arrived since its last commit and forces it to the disk,
 * at most once an interval, so that a thousand readings cost one flush. Readings, the memory of keys and the counts are
 * in the same commit: whatever instant the power fails at, they agree.
 *
 * <p>While the disk is nearly full nothing new is taken in, and what is there goes on to the store. When a write fails, the
 * file is opened anew as it was at the last commit, again and again until the disk takes it. In both cases deliveries stay
 * in memory unacknowledged up to {@link SpoolSettings#maxUncommitted}, then sources wait.
 */
public final class MvStoreSpool implements ReadingSpool {
    private static final long LONGEST_END_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final SharedSpool shared;
    private final Committer committer;

    /**
     * Opens the spool, or creates it.
     *
     * @param wallClock for the age of readings
     * @throws SpoolException when the file is in use or cannot be written
     */
    public MvStoreSpool(Path path, SpoolSettings settings, Clock wallClock) {
        this(path, settings, wallClock, () -> SpoolFile.usableBytes(path));
    }

    /** With another measure of the disk's room. */
    MvStoreSpool(Path path, SpoolSettings settings, Clock wallClock, LongSupplier freeBytes) {
        shared = new SharedSpool(path, settings, wallClock, Salvage.openOrMend(path, settings));
        committer = new Committer(path, settings, freeBytes, shared);
        committer.start();
    }

    @Override
    public void add(Intake intake, Runnable whenDurable) {
        shared.add(intake, whenDurable);
    }

    @Override
    public List<SpooledReading> next(int max, Duration patience) throws InterruptedException {
        return shared.next(max, patience);
    }

    @Override
    public void rewind() {
        shared.rewind();
    }

    @Override
    public void settle(List<SpooledReading> batch, Set<Long> quarantined) {
        shared.settle(batch, quarantined);
    }

    @Override
    public SpoolStatus status() {
        return shared.status();
    }

    @Override
    public void close() {
        if (!shared.close()) {
            return;
        }
        try {
            committer.join(LONGEST_END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
