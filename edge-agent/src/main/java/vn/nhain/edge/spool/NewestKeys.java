package vn.nhain.edge.spool;

import java.nio.ByteBuffer;
import java.util.BitSet;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest key of each series: all in memory, and on disk in buckets, so that the keys of ten thousand series are
 * written by some hundred changes. Not thread-safe.
 */
final class NewestKeys {
    private static final int BUCKETS = 256;
    private static final int BYTES_PER_SERIES = 4 * Long.BYTES;
    /** Readings a series between two times that all are written: less is wasteful, more makes opening slow. */
    private static final int READINGS_PER_SERIES = 8;

    private static final int KEY = 0;
    private static final int FINGERPRINT = 1;
    private static final int SEQUENCE = 2;

    private final MVMap<Long, byte[]> buckets;
    private final LongTable bySeries = new LongTable(3);
    private final BitSet changed = new BitSet(BUCKETS);

    NewestKeys(MVMap<Long, byte[]> buckets) {
        this.buckets = buckets;
        buckets.cursor(null).forEachRemaining(bucket -> read(buckets.get(bucket)));
        changed.clear();
    }

    private void read(byte @Nullable [] bucket) {
        ByteBuffer bytes = ByteBuffer.wrap(bucket == null ? new byte[0] : bucket);
        while (bytes.remaining() >= BYTES_PER_SERIES) {
            note(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        }
    }

    @Nullable
    Seen find(long series, long key) {
        int slot = bySeries.find(series);
        return slot >= 0 && bySeries.value(slot, KEY) == key
                ? new Seen(bySeries.value(slot, FINGERPRINT), bySeries.value(slot, SEQUENCE))
                : null;
    }

    void note(long series, long key, long fingerprint, long sequence) {
        int slot = bySeries.add(series);
        bySeries.set(slot, KEY, key);
        bySeries.set(slot, FINGERPRINT, fingerprint);
        bySeries.set(slot, SEQUENCE, sequence);
        changed.set(bucketOf(series));
    }

    /** Forgets the key if it is the newest of its series. */
    void forget(long series, long key) {
        if (find(series, key) != null) {
            bySeries.remove(series);
            changed.set(bucketOf(series));
        }
    }

    /** After how many keys it is worthwhile to {@link #stage}. */
    long worthwhile() {
        return (long) READINGS_PER_SERIES * bySeries.size();
    }

    /** Puts what has changed into the map; the caller commits. */
    void stage() {
        ByteBuffer[] contents = new ByteBuffer[BUCKETS];
        int[] sizes = new int[BUCKETS];
        bySeries.forEach((series, slot) -> sizes[bucketOf(series)]++);
        changed.stream().forEach(bucket -> contents[bucket] = ByteBuffer.allocate(sizes[bucket] * BYTES_PER_SERIES));
        bySeries.forEach((series, slot) -> {
            ByteBuffer content = contents[bucketOf(series)];
            if (content != null) {
                content.putLong(series)
                        .putLong(bySeries.value(slot, KEY))
                        .putLong(bySeries.value(slot, FINGERPRINT))
                        .putLong(bySeries.value(slot, SEQUENCE));
            }
        });
        changed.stream().forEach(bucket -> buckets.put((long) bucket, contents[bucket].array()));
        changed.clear();
    }

    private static int bucketOf(long series) {
        // not the bits by which the table finds it
        return (int) (series >>> 48 & BUCKETS - 1);
    }
}
