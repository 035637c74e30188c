package vn.nhain.edge.spool;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.reading.Reading;

/**
 * What an open file holds: the readings, the memory of keys, the counts. They change together and are committed together.
 * After a write that failed it is abandoned, and opened anew as it was at the last commit. Not thread-safe: guarded by the
 * spool's lock.
 */
final class SpoolContent {
    private final SpoolSettings settings;
    private final SpoolFile file;
    private final Queue queue;
    private final Ledger ledger;
    private final KeyMemory keys;
    private final Arrivals arrivals;

    private SpoolContent(SpoolFile file, SpoolSettings settings) {
        this.settings = settings;
        this.file = file;
        queue = new Queue(file.store());
        ledger = new Ledger(file.store());
        keys = new KeyMemory(file.store());
        arrivals = new Arrivals(file.store());
    }

    /**
     * Opens the file, or creates it.
     *
     * @throws SpoolException when it is in use or cannot be written
     * @throws DamagedSpoolException when it is not what was written
     */
    static SpoolContent open(Path path, SpoolSettings settings) {
        SpoolFile file = SpoolFile.open(path);
        try {
            SpoolContent content = new SpoolContent(file, settings);
            Facts marked = file.facts();
            if (marked != null && !marked.agreesWith(content.counters())) {
                throw new DamagedSpoolException(
                        "its counts (%s) are not those of its last commit (%s)"
                                .formatted(content.counters(), marked.counters()),
                        null);
            }
            return content;
        } catch (SpoolException | DamagedSpoolException e) {
            file.abandon();
            throw e;
        } catch (RuntimeException | AssertionError e) {
            file.abandon();
            throw new DamagedSpoolException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Takes in a delivery.
     *
     * @param inFlight the last place that was handed to the store; what is up to there cannot be changed any more
     */
    void take(Intake intake, long inFlight, Instant now) {
        ledger.received += intake.received();
        ledger.derived += intake.derived();
        ledger.reject(intake.rejectedByReason());
        ledger.suppressed += intake.suppressed();
        arrivals.note(ledger.lastSequence + 1, now);
        for (Reading reading : intake.readings()) {
            keep(reading, inFlight);
        }
        makeRoom(inFlight);
    }

    private void keep(Reading reading, long inFlight) {
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
            replace(reading, fingerprint, seen, inFlight);
        }
    }

    /** The later value of a key wins, wherever the earlier one is by now. */
    private void replace(Reading reading, long fingerprint, Seen seen, long inFlight) {
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

    private void makeRoom(long inFlight) {
        for (long surplus = queue.depth() - settings.capacity(); surplus > 0; surplus--) {
            QueuedReading victim = queue.dropOneAfter(inFlight);
            if (victim == null) {
                return;
            }
            drop(victim);
        }
    }

    private void drop(QueuedReading victim) {
        // should the machine send it again, it is as good as new
        keys.forget(victim.reading());
        if (!victim.replacement()) {
            ledger.dropOne(victim.reading().machineId());
        }
    }

    /** Gives up what has waited for longer than the greatest age, whatever it is worth. */
    void dropOld(long inFlight, Instant now) {
        long end = arrivals.firstPlaceSince(now.minus(settings.maxAge()));
        QueuedReading victim = end == 0 ? null : queue.dropFirstBetween(inFlight, end);
        while (victim != null) {
            drop(victim);
            victim = queue.dropFirstBetween(inFlight, end);
        }
    }

    /** Removes what the store has taken, or refused for good. */
    void settle(List<SpooledReading> batch, Set<Long> quarantined) {
        for (SpooledReading spooled : batch) {
            if (queue.remove(spooled) && !spooled.replacement()) {
                ledger.spooled--;
                if (quarantined.contains(spooled.sequence())) {
                    ledger.quarantined++;
                } else {
                    ledger.stored++;
                }
            }
        }
    }

    /** Written, and not yet durable. */
    record Commit(long version, Facts facts) {}

    /** Writes all of it; {@link #force} makes it durable. */
    Commit commit() {
        long place = queue.firstPlace();
        long first = place == 0 ? ledger.lastSequence + 1 : place;
        arrivals.forgetBefore(first);
        keys.stage();
        ledger.stage();
        return new Commit(file.commit(), new Facts(ledger.snapshot(), ledger.lastSequence, first));
    }

    /** Makes a commit durable; may run beside the other methods. */
    void force(Commit commit) {
        file.force(commit.version(), commit.facts());
    }

    /** Takes over what can be read of a damaged spool; what cannot be read is counted as dropped. */
    void salvage(Facts facts, Map<String, Long> drops, LongFunction<@Nullable QueuedReading> damaged) {
        ledger.continueFrom(facts, drops);
        long counted = 0;
        for (long place = facts.firstPlace(); place <= facts.lastPlace(); place++) {
            QueuedReading queued = damaged.apply(place);
            if (queued != null) {
                queue.append(place, queued);
                keys.remember(queued.reading(), Hash64.ofValue(queued.reading()), place);
                counted += queued.replacement() ? 0 : 1;
            }
        }
        ledger.dropDamaged(facts.counters().spooled() - counted);
        force(commit());
    }

    /**
     * Gives space back to the disk.
     *
     * @param needed whether the disk is full, so that little counts as well
     */
    void compact(boolean needed) {
        file.compactIfWasteful(queue.depth(), needed);
    }

    List<SpooledReading> oldest(int max, long upTo) {
        return queue.oldest(max, upTo);
    }

    long depth() {
        return queue.depth();
    }

    @Nullable
    Instant oldestTime() {
        return queue.oldestTime();
    }

    Duration age(Instant now) {
        long first = queue.firstPlace();
        return first == 0 ? Duration.ZERO : arrivals.ageAt(first, now);
    }

    long lastPlace() {
        return ledger.lastSequence;
    }

    Counters counters() {
        return ledger.snapshot();
    }

    Map<String, Long> droppedByMachine() {
        return ledger.droppedByMachine();
    }

    void close() {
        file.close();
    }

    /** Lets go of the file without writing to it. */
    void abandon() {
        file.abandon();
    }
}
