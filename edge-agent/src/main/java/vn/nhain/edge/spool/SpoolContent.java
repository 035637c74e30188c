package vn.nhain.edge.spool;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.h2.mvstore.MVStore;
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
        leaveEarlierLayout(file.store());
        ledger = new Ledger(file.store());
        queue = new Queue(file.store(), ledger.depth);
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

    /** Before there were blocks, readings lay alone in two maps, and keys in two others. */
    private static void leaveEarlierLayout(MVStore store) {
        for (String name : List.of("samples", "records", "key-journal", "key-heads")) {
            if (store.hasMap(name)) {
                boolean waits = !name.startsWith("key") && !store.openMap(name).isEmpty();
                if (waits) {
                    throw new SpoolException(
                            "The spool holds readings of an earlier layout.\nStart the version that wrote it until it is drained.");
                }
                store.removeMap(name);
            }
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
        if (waits && queue.replace(new SpooledReading(seen.sequence(), false, reading))) {
            keys.remember(reading, fingerprint, seen.sequence());
        } else {
            append(reading, fingerprint, true);
        }
    }

    private void append(Reading reading, long fingerprint, boolean replacement) {
        long sequence = ++ledger.lastSequence;
        queue.append(new SpooledReading(sequence, replacement, reading));
        keys.remember(reading, fingerprint, sequence);
    }

    private void drop(SpooledReading victim) {
        // should the machine send it again, it is as good as new
        keys.forget(victim.reading());
        if (!victim.replacement()) {
            ledger.dropOne(victim.reading().machineId());
        }
    }

    /**
     * Gives up what has waited for longer than the greatest age, whatever it is worth, and the least valuable of what is
     * beyond the capacity.
     */
    void makeRoom(long inFlight, Instant now) {
        long end = arrivals.firstPlaceSince(now.minus(settings.maxAge()));
        if (end > inFlight + 1) {
            queue.remove(inFlight + 1, end - 1, this::drop);
        }
        long surplus = queue.depth() - settings.capacity();
        if (surplus > 0) {
            queue.dropAfter(inFlight, surplus, this::drop);
        }
    }

    /**
     * Removes what the store has taken, or refused for good.
     *
     * @param batch neighbours in the queue, in order
     */
    void settle(List<SpooledReading> batch, Set<Long> quarantined) {
        if (batch.isEmpty()) {
            return;
        }
        long last = batch.get(batch.size() - 1).sequence();
        queue.remove(batch.get(0).sequence(), last, gone -> {
            if (!gone.replacement()) {
                ledger.spooled--;
                if (quarantined.contains(gone.sequence())) {
                    ledger.quarantined++;
                } else {
                    ledger.stored++;
                }
            }
        });
    }

    /** Written, and not yet durable. */
    record Commit(long version, Facts facts) {}

    /** Writes all of it; {@link #force} makes it durable. */
    Commit commit() {
        queue.stage();
        ledger.depth = queue.depth();
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
    void salvage(Facts facts, Map<String, Long> drops, LongFunction<@Nullable Block> damaged) {
        ledger.continueFrom(facts, drops);
        long counted = 0;
        for (long place = facts.firstPlace(); place <= facts.lastPlace(); place++) {
            Block block = damaged.apply(place);
            if (block != null) {
                for (SpooledReading spooled : block.readings()) {
                    queue.append(spooled);
                    Reading reading = spooled.reading();
                    keys.remember(reading, Hash64.ofValue(reading), spooled.sequence());
                    counted += spooled.replacement() ? 0 : 1;
                }
                place = block.lastPlace();
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

    /** The oldest of those readings that lie behind one place and not behind another. */
    List<SpooledReading> oldest(int max, long after, long upTo) {
        return queue.oldest(max, after, upTo);
    }

    long depth() {
        return queue.depth();
    }

    @Nullable
    Instant oldestTime() {
        List<SpooledReading> oldest = queue.oldest(1, 0, Long.MAX_VALUE);
        return oldest.isEmpty() ? null : oldest.get(0).reading().sourceTime();
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
