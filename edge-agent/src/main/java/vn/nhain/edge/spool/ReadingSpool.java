package vn.nhain.edge.spool;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A durable, bounded queue of readings. A reading counts as accepted once it is durable; it leaves when the store has
 * taken it. Delivers at least once and in the order of arrival; since a store keeps one row a key, that is once.
 *
 * <p>{@link #add} may be called by many threads; {@link #next} by one at a time, and
 * {@link #settle} by one at a time.
 */
public interface ReadingSpool extends AutoCloseable {
    /**
     * Takes in a delivery. A key that was seen before is counted as suppressed; if its value differs, the later value
     * wins. Blocks while more than the limit waits for the disk.
     *
     * @param intake what to keep and to count
     * @param whenDurable run once on the spool's own thread when all of it is durable; not run when that fails
     * @throws SpoolException when the disk refuses, or after {@link #close}
     */
    void add(Intake intake, Runnable whenDurable);

    /**
     * The oldest durable readings that were not given before, in order. Those that were given and not settled come again
     * after {@link #rewind}, and after the file had to be opened anew.
     *
     * @param max at most so many, at least 1
     * @param patience how long to wait for the first one
     * @return empty when there is none
     */
    List<SpooledReading> next(int max, Duration patience) throws InterruptedException;

    /** {@link #next} begins again with the oldest that is not settled. */
    void rewind();

    /**
     * Removes readings that {@link #next} gave.
     *
     * @param batch what a call gave, or a part of that without a gap
     * @param quarantined sequences of those that the store has refused for good
     */
    void settle(List<SpooledReading> batch, Set<Long> quarantined);

    /** How full it is; consistent in itself. */
    SpoolStatus status();

    /** Makes everything durable and releases the file. */
    @Override
    void close();
}
