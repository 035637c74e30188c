package vn.nhain.edge.spool;

import java.nio.ByteBuffer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.reading.Reading;

/**
 * Remembers keys that were received, so that what a machine sends again counts once: the last {@value #RECENT_KEYS} keys of
 * all series, which covers redelivery after a reconnect, and the newest key of each series, which covers the present value
 * that an OPC UA server sends to a new subscription however old it is.
 *
 * <p>On disk a commit adds only its own keys to a journal. Not thread-safe: guarded by the spool's lock.
 */
final class KeyMemory {
    /** Keys of all series that are remembered. */
    static final int RECENT_KEYS = 20_000;

    private static final int FINGERPRINT = 0;
    private static final int SEQUENCE = 1;

    private final KeyJournal journal;
    private final NewestKeys newest;
    private final LongTable recent = new LongTable(2);
    /** Keys in the order in which they were remembered, in a circle. */
    private final long[] order = new long[RECENT_KEYS];

    private long remembered;

    KeyMemory(MVStore store) {
        MVMap<Long, byte[]> entries = store.openMap("keys");
        journal = new KeyJournal(entries);
        newest = new NewestKeys(store.openMap("newest-keys"));
        journal.replay(this::replay);
    }

    private void replay(ByteBuffer keys) {
        while (keys.remaining() >= KeyJournal.BYTES_PER_KEY) {
            long series = keys.getLong();
            long key = keys.getLong();
            long fingerprint = keys.getLong();
            long sequence = keys.getLong();
            if (sequence == 0) {
                recent.remove(key);
                newest.forget(series, key);
            } else {
                note(series, key, fingerprint, sequence);
            }
        }
    }

    @Nullable
    Seen find(Reading reading) {
        long series = seriesOf(reading);
        long key = keyOf(series, reading);
        int slot = recent.find(key);
        return slot >= 0
                ? new Seen(recent.value(slot, FINGERPRINT), recent.value(slot, SEQUENCE))
                : newest.find(series, key);
    }

    void remember(Reading reading, long fingerprint, long sequence) {
        long series = seriesOf(reading);
        long key = keyOf(series, reading);
        note(series, key, fingerprint, sequence);
        journal.add(series, key, fingerprint, sequence);
    }

    private void note(long series, long key, long fingerprint, long sequence) {
        if (recent.find(key) < 0) {
            int at = (int) (remembered++ % RECENT_KEYS);
            if (remembered > RECENT_KEYS) {
                recent.remove(order[at]);
            }
            order[at] = key;
        }
        int slot = recent.add(key);
        recent.set(slot, FINGERPRINT, fingerprint);
        recent.set(slot, SEQUENCE, sequence);
        newest.note(series, key, fingerprint, sequence);
    }

    void forget(Reading reading) {
        long series = seriesOf(reading);
        long key = keyOf(series, reading);
        recent.remove(key);
        newest.forget(series, key);
        journal.add(series, key, 0, 0);
    }

    /** Puts what was remembered since the last call into the maps; the caller commits. */
    void stage() {
        journal.stage();
        // the journal must still have all that the map of newest keys has not
        if (journal.sinceCheckpoint() >= Math.max(RECENT_KEYS, newest.worthwhile())) {
            newest.stage();
            journal.checkpoint(RECENT_KEYS);
        }
    }

    private static long seriesOf(Reading reading) {
        return Hash64.ofSeries(reading.machineId(), reading.metric());
    }

    private static long keyOf(long series, Reading reading) {
        return Hash64.ofKey(series, reading.sourceTime());
    }
}
