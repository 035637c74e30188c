package vn.nhain.edge.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * The readings on disk, in blocks by the place of their first one. What was added since the last commit gathers in memory
 * and becomes part of the map with {@link #stage}. Not thread-safe: guarded by the spool's lock.
 */
final class Queue {
    private final MVMap<Long, Block> blocks;
    private List<SpooledReading> tail = new ArrayList<>();
    private long depth;
    /** No sample lies before this place that could be given up. */
    private long samplesFrom;

    /** @param depth readings that are in it, as the last commit has counted them */
    Queue(MVStore store, long depth) {
        blocks = store.openMap(
                "queue",
                new MVMap.Builder<Long, Block>().keyType(LongDataType.INSTANCE).valueType(BlockType.INSTANCE));
        this.depth = depth;
    }

    /** Readings that wait. */
    long depth() {
        return depth;
    }

    /** @param spooled its place is behind all that were given out before */
    void append(SpooledReading spooled) {
        tail.add(spooled);
        depth++;
        if (tail.size() == Block.FULL) {
            stage();
        }
    }

    /** Puts what gathered into the map; the caller commits. A small last block is filled first. */
    void stage() {
        if (tail.isEmpty()) {
            return;
        }
        Long lastKey = blocks.lastKey();
        Block last = lastKey == null ? null : blocks.get(lastKey);
        if (last != null && last.size() + tail.size() <= Block.FULL) {
            put(new Block(last.followedBy(tail)));
        } else {
            put(new Block(tail));
        }
        tail = new ArrayList<>();
    }

    private void put(Block block) {
        blocks.put(block.firstPlace(), block);
    }

    /** The block that begins at this place, if any. */
    @Nullable
    Block blockAt(long place) {
        return blocks.get(place);
    }

    /** Puts a later value in the place of an earlier one of the same key; false when that has left. */
    boolean replace(SpooledReading later) {
        stage();
        Long key = blocks.floorKey(later.sequence());
        Block block = key == null ? null : blocks.get(key);
        if (block == null) {
            return false;
        }
        List<SpooledReading> changed = new ArrayList<>(block.readings());
        for (int i = 0; i < changed.size(); i++) {
            SpooledReading earlier = changed.get(i);
            if (earlier.sequence() == later.sequence()) {
                changed.set(i, new SpooledReading(later.sequence(), earlier.replacement(), later.reading()));
                put(new Block(changed));
                return true;
            }
        }
        return false;
    }

    /** Takes out all that lies between two places, both included; gives each to the taker, in order. */
    void remove(long from, long to, Consumer<SpooledReading> taker) {
        stage();
        Long key = blocks.floorKey(from);
        key = key == null ? blocks.higherKey(from) : key;
        while (key != null && key <= to) {
            Long next = blocks.higherKey(key);
            takeOut(key, one -> one.sequence() >= from && one.sequence() <= to, taker);
            key = next;
        }
    }

    private void takeOut(long key, Predicate<SpooledReading> leaving, Consumer<SpooledReading> taker) {
        Block block = blocks.get(key);
        if (block == null) {
            return;
        }
        List<SpooledReading> rest = block.without(one -> {
            boolean leaves = leaving.test(one);
            if (leaves) {
                taker.accept(one);
            }
            return leaves;
        });
        if (rest.size() == block.size()) {
            return;
        }
        depth -= block.size() - rest.size();
        if (rest.isEmpty() || rest.get(0).sequence() != key) {
            blocks.remove(key);
        }
        if (!rest.isEmpty()) {
            put(new Block(rest));
        }
    }

    /** Gives up so many readings behind this place, the least valuable first: the oldest samples, then the oldest records. */
    void dropAfter(long place, long count, Consumer<SpooledReading> victims) {
        stage();
        long left = count - dropOf(Worth.SAMPLE, Math.max(place + 1, samplesFrom), count, victims);
        dropOf(Worth.RECORD, place + 1, left, victims);
    }

    private long dropOf(Worth worth, long from, long count, Consumer<SpooledReading> victims) {
        long[] left = {count};
        Long key = blocks.floorKey(from);
        key = key == null ? blocks.higherKey(from) : key;
        while (key != null && left[0] > 0) {
            Long next = blocks.higherKey(key);
            takeOut(key, one -> one.sequence() >= from && isOf(worth, one) && left[0]-- > 0, victims);
            if (worth == Worth.SAMPLE && left[0] > 0) {
                samplesFrom = next == null ? samplesFrom : next;
            }
            key = next;
        }
        return count - Math.max(0, left[0]);
    }

    private static boolean isOf(Worth worth, SpooledReading spooled) {
        return Worth.of(spooled.reading().metric()) == worth;
    }

    /** The first place that is taken; 0 when it is empty. */
    long firstPlace() {
        Long first = blocks.firstKey();
        return first != null ? first : tail.isEmpty() ? 0 : tail.get(0).sequence();
    }

    /** The oldest of those readings that lie behind one place and not behind another, in order of arrival. */
    List<SpooledReading> oldest(int max, long after, long upTo) {
        List<SpooledReading> batch = new ArrayList<>();
        Cursor<Long, Block> cursor = blocks.cursor(blocks.floorKey(after + 1));
        while (cursor.hasNext() && batch.size() < max && cursor.next() <= upTo) {
            for (SpooledReading spooled : cursor.getValue().readings()) {
                if (spooled.sequence() > upTo || batch.size() == max) {
                    break;
                }
                if (spooled.sequence() > after) {
                    batch.add(spooled);
                }
            }
        }
        return batch;
    }
}
