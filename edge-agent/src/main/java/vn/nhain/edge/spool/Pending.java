package vn.nhain.edge.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Deliveries that are not on the disk yet, in order: those of the commit under way, then those that wait for the next. Not
 * thread-safe: guarded by the spool's lock, on which a source waits here for room.
 */
final class Pending {
    private final Condition room;
    private final int limit;
    private List<Delivery> committing = new ArrayList<>();
    private List<Delivery> waiting = new ArrayList<>();
    private int size;
    private boolean closed;

    /**
     * A delivery.
     *
     * @param whenDurable run once it is on the disk
     */
    record Delivery(Intake intake, Runnable whenDurable) {
        /** A delivery without a reading takes memory too. */
        int size() {
            return Math.max(1, intake.readings().size());
        }
    }

    /** @param limit readings beyond which a source has to wait */
    Pending(ReentrantLock lock, int limit) {
        room = lock.newCondition();
        this.limit = limit;
    }

    /** Waits for room; false when closed. */
    boolean add(Intake intake, Runnable whenDurable) {
        while (size >= limit && !closed) {
            room.awaitUninterruptibly();
        }
        if (closed) {
            return false;
        }
        Delivery delivery = new Delivery(intake, whenDurable);
        waiting.add(delivery);
        size += delivery.size();
        return true;
    }

    /** Readings that are not durable. */
    int size() {
        return size;
    }

    /** Whether nothing waits for a commit. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether the last delivery is the only one that waits for a commit. */
    boolean isFirst() {
        return waiting.size() == 1;
    }

    /** What waits becomes part of the commit that begins now. */
    List<Delivery> begin() {
        committing = waiting;
        waiting = new ArrayList<>();
        return committing;
    }

    /** The commit is durable; gives what was part of it. */
    List<Delivery> finish() {
        List<Delivery> done = committing;
        committing = new ArrayList<>();
        done.forEach(delivery -> size -= delivery.size());
        room.signalAll();
        return done;
    }

    /** The commit has failed: what was part of it waits again, in its place. */
    void rollBack() {
        committing.addAll(waiting);
        waiting = committing;
        committing = new ArrayList<>();
    }

    /** Lets all that wait for room go. */
    void close() {
        closed = true;
        room.signalAll();
    }
}
