package vn.nhain.edge.spool;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the callers of a spool and its {@link Committer} share, under one lock: the open file, deliveries that wait for it,
 * how far the reader is, and what is wrong with the disk. Thread-safe.
 */
final class SharedSpool {
    private static final Logger log = LoggerFactory.getLogger(SharedSpool.class);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path path;
    private final SpoolSettings settings;
    private final Clock wallClock;

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

    SharedSpool(Path path, SpoolSettings settings, Clock wallClock, SpoolContent opened) {
        this.path = path;
        this.settings = settings;
        this.wallClock = wallClock;
        pending = new Pending(lock, settings.maxUncommitted());
        content = opened;
        durable = opened.lastPlace();
        last = look(opened, opened.counters());
    }

    void add(Intake intake, Runnable whenDurable) {
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

    List<SpooledReading> next(int max, Duration patience) throws InterruptedException {
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

    void rewind() {
        lock.lock();
        try {
            given = 0;
        } finally {
            lock.unlock();
        }
    }

    void settle(List<SpooledReading> batch, Set<Long> quarantined) {
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

    SpoolStatus status() {
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

    /** Lets all that wait go; false when it was closed before. */
    boolean close() {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            closed = true;
            pending.close();
            work.signalAll();
            arrived.signalAll();
            usable.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work, then lets an interval's worth of it gather; false when closed and nothing can be done any more. */
    boolean awaitWork() {
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

    /** A commit that is written and not yet on the disk. */
    record Written(SpoolContent content, SpoolContent.Commit commit, Counters counters, long place) {}

    /**
     * Writes all that waits.
     *
     * @param fullDisk why nothing may be taken in, only what was settled written; empty when the disk has room
     * @return null when there is nothing to write
     */
    @Nullable
    Written write(SpoolContent at, String fullDisk) {
        lock.lock();
        try {
            if (damage != null) {
                throw damage;
            }
            note(fullDisk);
            boolean full = !fullDisk.isEmpty();
            if (full && !settled) {
                return null;
            }
            if (!full) {
                pending.begin().forEach(one -> at.take(one.intake(), inFlight, wallClock.instant()));
                at.makeRoom(inFlight, wallClock.instant());
            }
            settled = false;
            return new Written(at, at.commit(), at.counters(), at.lastPlace());
        } finally {
            lock.unlock();
        }
    }

    /** What was written is on the disk; gives what can be acknowledged. */
    List<Pending.Delivery> finish(Written written) {
        lock.lock();
        try {
            durable = written.place;
            last = look(written.content, written.counters);
            List<Pending.Delivery> nowDurable = pending.finish();
            arrived.signalAll();
            return nowDurable;
        } finally {
            lock.unlock();
        }
    }

    /** The open file; null while it cannot be written. */
    @Nullable
    SpoolContent content() {
        lock.lock();
        try {
            return content;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the disk takes nothing just now. */
    boolean isHeld() {
        lock.lock();
        try {
            return !problem.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the file has to be mended when it is opened anew. */
    boolean isDamaged() {
        lock.lock();
        try {
            return damaged;
        } finally {
            lock.unlock();
        }
    }

    /** Gives space back, now and then or when the disk is full. */
    void compact(SpoolContent at) {
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
    void stall(@Nullable SpoolContent at, RuntimeException cause) {
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
    }

    /** Goes on with the file that was opened anew. */
    void reopened(SpoolContent opened) {
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

    /** Releases the file. */
    void closeContent() {
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
