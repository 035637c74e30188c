package vn.nhain.edge.spool;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.reading.Reading;

/**
 * Remembers keys that were received, so that what a machine sends again counts once: the last {@value #JOURNAL_KEYS} keys
 * of all series, which covers redelivery after a reconnect, and the newest key of each series, which covers the present
 * value that an OPC UA server sends to a new subscription however old it is.
 *
 * <p>On disk a commit adds only its own keys to a journal; the newest key of a series is written now and then, well
 * before the journal forgets it. Not thread-safe: guarded by the spool's lock.
 */
final class KeyMemory {
    /** Keys that the journal remembers. */
    static final int JOURNAL_KEYS = 20_000;

    private static final int HEADS_EVERY = JOURNAL_KEYS / 4;
    private static final int BYTES_PER_KEY = 3 * Long.BYTES;

    private static final Seen FORGOTTEN = new Seen(0, 0);

    private final MVMap<Long, byte[]> journal;
    private final MVMap<Long, byte[]> heads;
    private final Map<Long, Seen> recent = new LinkedHashMap<>();
    private final Map<Long, Head> headBySeries = new HashMap<>();
    private final Set<Long> changedHeads = new HashSet<>();
    private final List<Long> uncommitted = new ArrayList<>();
    private long journaledKeys;
    private int sinceHeads;

    /** The newest key of a series. */
    private record Head(long key, Seen seen) {}

    KeyMemory(MVStore store) {
        journal = store.openMap("key-journal");
        heads = store.openMap("key-heads");
        journal.cursor(null).forEachRemaining(entry -> readJournal(journal.get(entry)));
        heads.cursor(null).forEachRemaining(series -> readHead(series, heads.get(series)));
    }

    @Nullable
    Seen find(Reading reading) {
        long series = seriesOf(reading);
        long key = keyOf(series, reading);
        Seen seen = recent.get(key);
        if (seen != null) {
            return seen;
        }
        Head head = headBySeries.get(series);
        return head != null && head.key == key ? head.seen : null;
    }

    void remember(Reading reading, long fingerprint, long sequence) {
        long series = seriesOf(reading);
        long key = keyOf(series, reading);
        Seen seen = new Seen(fingerprint, sequence);
        recent.put(key, seen);
        headBySeries.put(series, new Head(key, seen));
        changedHeads.add(series);
        uncommitted.add(key);
    }

    void forget(Reading reading) {
        long series = seriesOf(reading);
        long key = keyOf(series, reading);
        recent.remove(key);
        uncommitted.add(key);
        Head head = headBySeries.get(series);
        if (head != null && head.key == key) {
            headBySeries.remove(series);
            changedHeads.add(series);
        }
    }

    /** Puts what was remembered since the last call into the maps; the caller commits. */
    void stage() {
        if (uncommitted.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(uncommitted.size() * BYTES_PER_KEY);
        for (long key : uncommitted) {
            Seen seen = recent.getOrDefault(key, FORGOTTEN);
            bytes.putLong(key).putLong(seen.fingerprint()).putLong(seen.sequence());
        }
        Long last = journal.lastKey();
        journal.put(last == null ? 1 : last + 1, bytes.array());
        journaledKeys += uncommitted.size();
        sinceHeads += uncommitted.size();
        uncommitted.clear();
        if (sinceHeads >= HEADS_EVERY) {
            stageHeads();
        }
        forget();
    }

    private void stageHeads() {
        for (long series : changedHeads) {
            Head head = headBySeries.get(series);
            if (head == null) {
                heads.remove(series);
            } else {
                byte[] bytes = ByteBuffer.allocate(BYTES_PER_KEY)
                        .putLong(head.key)
                        .putLong(head.seen.fingerprint())
                        .putLong(head.seen.sequence())
                        .array();
                heads.put(series, bytes);
            }
        }
        changedHeads.clear();
        sinceHeads = 0;
    }

    private void forget() {
        Long first = journal.firstKey();
        while (first != null && journaledKeys > JOURNAL_KEYS) {
            byte[] entry = journal.get(first);
            int keys = entry == null ? 0 : entry.length / BYTES_PER_KEY;
            if (journaledKeys - keys < JOURNAL_KEYS) {
                break;
            }
            journal.remove(first);
            journaledKeys -= keys;
            first = journal.firstKey();
        }
        Iterator<Long> oldest = recent.keySet().iterator();
        for (int surplus = recent.size() - JOURNAL_KEYS; surplus > 0 && oldest.hasNext(); surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    private void readJournal(byte @Nullable [] entry) {
        if (entry == null) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(entry);
        while (bytes.remaining() >= BYTES_PER_KEY) {
            long key = bytes.getLong();
            Seen seen = new Seen(bytes.getLong(), bytes.getLong());
            journaledKeys++;
            if (seen.equals(FORGOTTEN)) {
                recent.remove(key);
            } else {
                recent.put(key, seen);
            }
        }
    }

    private void readHead(long series, byte @Nullable [] entry) {
        if (entry != null) {
            ByteBuffer bytes = ByteBuffer.wrap(entry);
            headBySeries.put(series, new Head(bytes.getLong(), new Seen(bytes.getLong(), bytes.getLong())));
        }
    }

    private static long seriesOf(Reading reading) {
        return Hash64.ofSeries(reading.machineId(), reading.metric());
    }

    private static long keyOf(long series, Reading reading) {
        return Hash64.ofKey(series, reading.sourceTime());
    }
}
