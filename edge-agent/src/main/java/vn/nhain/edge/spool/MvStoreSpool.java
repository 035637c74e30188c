package vn.nhain.edge.spool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.plant.reading.Reading;

/**
 * The spool on H2's MVStore. One thread commits everything that arrived since its last commit and forces it to the disk,
 * at most once an interval, so that a thousand readings cost one flush. Readings, the memory of keys and the counts are
 * in the same commit: whatever instant the power fails at, they agree.
 */
public final class MvStoreSpool implements ReadingSpool {
    private static final Logger log = LoggerFactory.getLogger(MvStoreSpool.class);
    private static final int COMPACT_EVERY_COMMITS = 128;

    private final SpoolSettings settings;
    private final SpoolFile file;
    private final Queue queue;
    private final Ledger ledger;
    private final KeyMemory keys;
    private final Thread committer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Condition arrived = lock.newCondition();

    // guarded by lock
    private List<Runnable> waiting = new ArrayList<>();
    private int uncommitted;
    private boolean dirty;
    private boolean closed;
    private @Nullable SpoolException failure;
    private long inFlight;
    private long durable;
    private Counters published;

    /**
     * Opens the spool, or creates it.
     *
     * @throws SpoolException when the file is damaged or in use
     */
    public MvStoreSpool(Path path, SpoolSettings settings) {
        this.settings = settings;
        file = SpoolFile.open(path);
        queue = new Queue(file.store());
        ledger = new Ledger(file.store());
        keys = new KeyMemory(file.store());
        published = ledger.snapshot();
        durable = ledger.lastSequence;
        committer = new Thread(this::commitLoop, "edge-spool");
        committer.start();
    }

    @Override
    public void add(Intake intake, Runnable whenDurable) {
        lock.lock();
        try {
            while (uncommitted >= settings.maxUncommitted() && !closed && failure == null) {
                room.awaitUninterruptibly();
            }
            checkUsable();
            ledger.received += intake.received();
            ledger.derived += intake.derived();
            ledger.rejected += intake.rejected();
            ledger.suppressed += intake.suppressed();
            for (Reading reading : intake.readings()) {
                keep(reading);
            }
            makeRoom();
            waiting.add(whenDurable);
            uncommitted += intake.readings().size();
            dirty = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    private void keep(Reading reading) {
        long fingerprint = Hash64.ofValue(reading);
        Seen seen = keys.find(reading);
        if (seen == null) {
            ledger.accepted++;
            ledger.spooled++;
            append(reading, fingerprint, false);
            return;
        }
        ledger.suppressed++;
        if (seen.fingerprint() != fingerprint) {
            replace(reading, fingerprint, seen);
        }
    }

    /** The later value of a key wins, wherever the earlier one is by now. */
    private void replace(Reading reading, long fingerprint, Seen seen) {
        boolean waits = seen.sequence() > inFlight;
        if (waits && queue.replace(seen.sequence(), new QueuedReading(false, reading))) {
            keys.remember(reading, fingerprint, seen.sequence());
        } else {
            append(reading, fingerprint, true);
        }
    }

    private void append(Reading reading, long fingerprint, boolean replacement) {
        long sequence = ++ledger.lastSequence;
        queue.append(sequence, new QueuedReading(replacement, reading));
        keys.remember(reading, fingerprint, sequence);
    }

    private void makeRoom() {
        for (long surplus = queue.depth() - settings.capacity(); surplus > 0; surplus--) {
            QueuedReading victim = queue.dropOneAfter(inFlight);
            if (victim == null) {
                return;
            }
            // should the machine send it again, it is as good as new
            keys.forget(victim.reading());
            if (!victim.replacement()) {
                ledger.dropOne(victim.reading().machineId());
            }
        }
    }

    @Override
    public List<SpooledReading> next(int max, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            List<SpooledReading> batch = closed ? List.of() : queue.oldest(max, durable);
            while (batch.isEmpty() && nanos > 0 && !closed) {
                nanos = arrived.awaitNanos(nanos);
                batch = closed ? List.of() : queue.oldest(max, durable);
            }
            if (!batch.isEmpty()) {
                inFlight = batch.get(batch.size() - 1).sequence();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void settle(List<SpooledReading> batch, Set<Long> quarantined) {
        lock.lock();
        try {
            checkUsable();
            for (SpooledReading spooled : batch) {
                queue.remove(spooled);
                if (!spooled.replacement()) {
                    ledger.spooled--;
                    if (quarantined.contains(spooled.sequence())) {
                        ledger.quarantined++;
                    } else {
                        ledger.stored++;
                    }
                }
            }
            dirty = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public SpoolStatus status() {
        lock.lock();
        try {
            boolean usable = !closed && failure == null;
            return new SpoolStatus(
                    published,
                    usable ? queue.depth() : published.spooled(),
                    settings.capacity(),
                    usable ? queue.oldestTime() : null,
                    file.bytes(),
                    ledger.droppedByMachine());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            work.signalAll();
            room.signalAll();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        joinCommitter();
        if (failure == null) {
            file.close();
        }
    }

    private void joinCommitter() {
        try {
            committer.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkUsable() {
        if (failure != null) {
            throw new SpoolException(String.valueOf(failure.getMessage()), failure);
        }
        if (closed) {
            throw new SpoolException("The spool is closed.");
        }
    }

    private void commitLoop() {
        try {
            long commits = 0;
            while (awaitWork()) {
                commitOnce();
                if (++commits % COMPACT_EVERY_COMMITS == 0) {
                    compact();
                }
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Waits for work, then lets an interval's worth of it gather; false when closed and nothing is left. */
    private boolean awaitWork() {
        lock.lock();
        try {
            while (!dirty && !closed) {
                work.awaitUninterruptibly();
            }
            long nanos = settings.commitInterval().toNanos();
            while (!closed && nanos > 0 && uncommitted < settings.maxUncommitted() / 2) {
                nanos = work.awaitNanos(nanos);
            }
            return dirty;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return dirty;
        } finally {
            lock.unlock();
        }
    }

    private void commitOnce() {
        List<Runnable> nowDurable;
        Counters counted;
        long sequence;
        long version;
        lock.lock();
        try {
            keys.stage();
            ledger.stage();
            version = file.commit();
            nowDurable = waiting;
            waiting = new ArrayList<>();
            counted = ledger.snapshot();
            sequence = ledger.lastSequence;
            uncommitted = 0;
            dirty = false;
            room.signalAll();
        } finally {
            lock.unlock();
        }
        // outside the lock: readings go on arriving while the disk works
        file.force(version);
        lock.lock();
        try {
            durable = sequence;
            published = counted;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        nowDurable.forEach(this::run);
    }

    private void run(Runnable whenDurable) {
        try {
            whenDurable.run();
        } catch (RuntimeException e) {
            log.warn("A source could not acknowledge what is durable; it will be sent again", e);
        }
    }

    private void compact() {
        lock.lock();
        try {
            file.compactIfWasteful(queue.depth());
        } finally {
            lock.unlock();
        }
    }

    private void fail(RuntimeException cause) {
        lock.lock();
        try {
            failure = new SpoolException(
                    "The spool cannot write: %s.\nMaybe the disk is full: make room and start the agent again."
                            .formatted(cause.getMessage()),
                    cause);
            room.signalAll();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        log.error("The spool stopped; nothing is acknowledged to machines from here on", cause);
    }
}
