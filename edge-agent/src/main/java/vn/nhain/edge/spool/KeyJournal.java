package vn.nhain.edge.spool;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;

/** Keys on disk in the order in which they were remembered or forgotten, an entry a commit. Not thread-safe. */
final class KeyJournal {
    /** Series, key, fingerprint, place; without fingerprint and place it is forgotten. */
    static final int BYTES_PER_KEY = 4 * Long.BYTES;

    private static final int FIRST_ROOM = 256 * BYTES_PER_KEY;

    private final MVMap<Long, byte[]> entries;
    private ByteBuffer uncommitted = ByteBuffer.allocate(FIRST_ROOM);
    private long keys;
    private long sinceCheckpoint;

    KeyJournal(MVMap<Long, byte[]> entries) {
        this.entries = entries;
    }

    /** Gives all entries, oldest first. */
    void replay(Consumer<ByteBuffer> reader) {
        entries.cursor(null).forEachRemaining(number -> {
            byte[] entry = entries.get(number);
            if (entry != null) {
                keys += entry.length / BYTES_PER_KEY;
                reader.accept(ByteBuffer.wrap(entry));
            }
        });
        sinceCheckpoint = keys;
    }

    void add(long series, long key, long fingerprint, long sequence) {
        if (!uncommitted.hasRemaining()) {
            uncommitted = ByteBuffer.allocate(2 * uncommitted.capacity()).put(uncommitted.flip());
        }
        uncommitted.putLong(series).putLong(key).putLong(fingerprint).putLong(sequence);
    }

    /** Makes an entry of what was added since the last call. */
    void stage() {
        if (uncommitted.position() == 0) {
            return;
        }
        Long last = entries.lastKey();
        entries.put(last == null ? 1 : last + 1, Arrays.copyOf(uncommitted.array(), uncommitted.position()));
        keys += uncommitted.position() / BYTES_PER_KEY;
        sinceCheckpoint += uncommitted.position() / BYTES_PER_KEY;
        uncommitted.clear();
    }

    /** Keys that were added since the last checkpoint. */
    long sinceCheckpoint() {
        return sinceCheckpoint;
    }

    /** What is older than so many keys is not needed any more. */
    void checkpoint(long needed) {
        sinceCheckpoint = 0;
        Long first = entries.firstKey();
        while (first != null) {
            byte[] entry = entries.get(first);
            int its = entry == null ? 0 : entry.length / BYTES_PER_KEY;
            if (keys - its < needed) {
                return;
            }
            entries.remove(first);
            keys -= its;
            first = entries.firstKey();
        }
    }
}
