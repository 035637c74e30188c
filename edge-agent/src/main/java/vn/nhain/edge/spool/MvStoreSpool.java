package vn.nhain.edge.spool;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger log = LoggerFactory.getLogger(MvStoreSpool.class);
    private static final int COMPACT_EVERY_COMMITS = 128;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path path;
    private final SpoolSettings settings;
    private final Clock wallClock;
    private final LongSupplier freeBytes;
    private final Thread committer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition arrived = lock.newCondition();
    private final Condition usable = lock.newCondition();

    // guarded by lock
    private final Pending pending;
    /** Null while the file cannot be written. */
    private @Nullable SpoolContent content;

    private SpoolStatus last;
    private String problem = "";
    /** What a reader met in the file; the committer opens it anew. */
    private @Nullable RuntimeException damage;
    /** Whether it has to be mended when it is opened anew. */
    private boolean damaged;

    private boolean settled;
    private boolean closed;
    /** The last place that was handed to the store. */
    private long inFlight;
    /** The last place that the reader has, who may have to begin again. */
    private long given;
    /** The last place that is on the disk. */
    private long durable;

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
        this.path = path;
        this.settings = settings;
        this.wallClock = wallClock;
        this.freeBytes = freeBytes;
        pending = new Pending(lock, settings.maxUncommitted());
        SpoolContent opened = Salvage.openOrMend(path, settings);
        content = opened;
        durable = opened.lastPlace();
        last = look(opened, opened.counters());
        committer = new Thread(this::commitLoop, "edge-spool");
        committer.start();
    }

    @Override
    public void add(Intake intake, Runnable whenDurable) {
        lock.lock();
        try {
            if (!pending.add(intake, whenDurable)) {
                throw new SpoolException("The spool is closed.");
            }
            // in between it lets work gather, and would be woken for nothing
            if (pending.isFirst() || pending.size() >= settings.maxUncommitted() / 2) {
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<SpooledReading> next(int max, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            List<SpooledReading> batch = oldest(max);
            while (batch.isEmpty() && nanos > 0 && !closed) {
                nanos = arrived.awaitNanos(nanos);
                batch = oldest(max);
            }
            if (!batch.isEmpty()) {
                given = batch.get(batch.size() - 1).sequence();
                inFlight = Math.max(inFlight, given);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private List<SpooledReading> oldest(int max) {
        if (closed || content == null || damage != null) {
            return List.of();
        }
        try {
            return content.oldest(max, given, durable);
        } catch (RuntimeException | AssertionError e) {
            report(e);
            return List.of();
        }
    }

    private void report(Throwable met) {
        damage = new DamagedSpoolException(String.valueOf(met.getMessage()), met);
        work.signal();
    }

    @Override
    public void rewind() {
        lock.lock();
        try {
            given = 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void settle(List<SpooledReading> batch, Set<Long> quarantined) {
        lock.lock();
        try {
            while (!trySettle(batch, quarantined)) {
                if (closed) {
                    throw new SpoolException("The spool is closed.");
                }
                usable.awaitUninterruptibly();
            }
            settled = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean trySettle(List<SpooledReading> batch, Set<Long> quarantined) {
        if (closed || content == null || damage != null) {
            return false;
        }
        try {
            content.settle(batch, quarantined);
            return true;
        } catch (RuntimeException | AssertionError e) {
            report(e);
            return false;
        }
    }

    @Override
    public SpoolStatus status() {
        lock.lock();
        try {
            last = content == null || closed || damage != null
                    ? last.unread(pending.size(), problem)
                    : look(content, last.counters());
            return last;
        } catch (RuntimeException | AssertionError e) {
            report(e);
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** @param counters as they were when they became durable, together */
    private SpoolStatus look(SpoolContent at, Counters counters) {
        return new SpoolStatus(
                counters,
                at.depth(),
                settings.capacity(),
                at.oldestTime(),
                at.age(wallClock.instant()),
                SpoolFile.bytes(path),
                at.droppedByMachine(),
                pending.size(),
                problem);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            pending.close();
            work.signalAll();
            arrived.signalAll();
            usable.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            committer.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commitLoop() {
        long commits = 0;
        while (awaitWork()) {
            SpoolContent at = content;
            try {
                if (at == null) {
                    reopen();
                } else {
                    commitOnce(at);
                    if (++commits % COMPACT_EVERY_COMMITS == 0 || !problem.isEmpty()) {
                        compact(at);
                    }
                }
            } catch (RuntimeException e) {
                stall(at, e);
            } catch (AssertionError e) {
                // MVStore asserts what it reads where assertions are on
                stall(at, new DamagedSpoolException(String.valueOf(e.getMessage()), e));
            }
        }
        closeContent();
    }

    /** Waits for work, then lets an interval's worth of it gather; false when closed and nothing can be done any more. */
    private boolean awaitWork() {
        lock.lock();
        try {
            boolean held = !problem.isEmpty();
            long pause = held ? RETRY_NANOS : 0;
            while (pause > 0 && !closed && !settled) {
                pause = work.awaitNanos(pause);
            }
            while (!held && !settled && damage == null && pending.isEmpty() && !closed) {
                work.awaitUninterruptibly();
            }
            long nanos = settings.commitInterval().toNanos();
            while (!held && !closed && nanos > 0 && pending.size() < settings.maxUncommitted() / 2) {
                nanos = work.awaitNanos(nanos);
            }
            return closed ? problem.isEmpty() && (settled || !pending.isEmpty()) : true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void commitOnce(SpoolContent at) {
        long free = freeBytes.getAsLong();
        boolean full = free < settings.minFreeBytes();
        Counters counted;
        long place;
        SpoolContent.Commit commit;
        lock.lock();
        try {
            if (damage != null) {
                throw damage;
            }
            note(full ? fullDisk(free) : "");
            if (full && !settled) {
                return;
            }
            if (!full) {
                pending.begin().forEach(one -> at.take(one.intake(), inFlight, wallClock.instant()));
                at.makeRoom(inFlight, wallClock.instant());
            }
            settled = false;
            commit = at.commit();
            counted = at.counters();
            place = at.lastPlace();
        } finally {
            lock.unlock();
        }
        // outside the lock: readings go on arriving while the disk works
        at.force(commit);
        List<Pending.Delivery> nowDurable;
        lock.lock();
        try {
            durable = place;
            last = look(at, counted);
            nowDurable = pending.finish();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        nowDurable.forEach(this::acknowledge);
    }

    private String fullDisk(long free) {
        return "the disk has %d MiB left, at least %d must stay free: make room, or set spool.minFree"
                .formatted(free >> 20, settings.minFreeBytes() >> 20);
    }

    private void acknowledge(Pending.Delivery delivery) {
        try {
            delivery.whenDurable().run();
        } catch (RuntimeException e) {
            log.warn("A source could not acknowledge what is durable; it will be sent again", e);
        }
    }

    private void compact(SpoolContent at) {
        lock.lock();
        try {
            // it commits the readings, and the counts would not agree with what was settled since
            if (!settled) {
                at.compact(!problem.isEmpty());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says it once when it begins and once when it ends. */
    private void note(String now) {
        if (problem.isEmpty() && !now.isEmpty()) {
            log.error("The spool takes nothing in, sources have to wait: {}", now);
        } else if (!problem.isEmpty() && now.isEmpty()) {
            log.info("The spool takes readings in again");
        }
        problem = now;
    }

    /** What was not durable is as if it had not arrived yet; what was not settled durably will go to the store again. */
    private void stall(@Nullable SpoolContent at, RuntimeException cause) {
        lock.lock();
        try {
            if (at != null) {
                at.abandon();
            }
            content = null;
            damaged |= damage != null || cause instanceof DamagedSpoolException;
            damage = null;
            settled = false;
            pending.rollBack();
            String reason = "it cannot be written (%s); tried again every second".formatted(cause.getMessage());
            note(reason);
            last = last.unread(pending.size(), reason);
        } finally {
            lock.unlock();
        }
        log.debug("The spool's file", cause);
    }

    private void reopen() {
        SpoolContent opened = damaged ? Salvage.mend(path, settings) : Salvage.openOrMend(path, settings);
        lock.lock();
        try {
            content = opened;
            // places of what was rolled back are given out again, and what was settled in vain comes again
            durable = opened.lastPlace();
            given = 0;
            settled = true;
            damaged = false;
            note("");
            usable.signalAll();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void closeContent() {
        SpoolContent at = content;
        if (at == null) {
            return;
        }
        lock.lock();
        try {
            last = look(at, last.counters());
            at.close();
        } catch (RuntimeException e) {
            log.warn("The spool was not closed in order; it is mended at the next start", e);
            at.abandon();
        } finally {
            lock.unlock();
        }
    }
}
