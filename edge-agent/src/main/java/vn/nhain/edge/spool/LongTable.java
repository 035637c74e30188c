package vn.nhain.edge.spool;

import java.util.Arrays;

/**
 * A hash table of longs without objects: open addressing with linear probing, and deletion by moving back what follows
 * (Knuth, The Art of Computer Programming 3, 6.4, algorithm R). Keys are hashes already. Not thread-safe.
 */
final class LongTable {
    private static final int SMALLEST = 64;

    private final int width;
    /** Slots of a key and its values; key 0 is an empty slot. */
    private long[] slots;

    private int mask;
    private int size;

    /** @param values longs that are kept with a key */
    LongTable(int values) {
        width = values + 1;
        slots = new long[SMALLEST * width];
        mask = SMALLEST - 1;
    }

    int size() {
        return size;
    }

    /** Where the key is; -1 when it is not. Good until the next change. */
    int find(long key) {
        int slot = slotOf(key);
        return slots[slot * width] == 0 ? -1 : slot;
    }

    /** Where the key is now, with whatever values it had or zeros. Good until the next change. */
    int add(long key) {
        if (2 * (size + 1) > mask) {
            grow();
        }
        int slot = slotOf(key);
        if (slots[slot * width] == 0) {
            slots[slot * width] = stored(key);
            size++;
        }
        return slot;
    }

    long value(int slot, int number) {
        return slots[slot * width + 1 + number];
    }

    void set(int slot, int number, long value) {
        slots[slot * width + 1 + number] = value;
    }

    void remove(long key) {
        int hole = slotOf(key);
        if (slots[hole * width] == 0) {
            return;
        }
        size--;
        for (int next = hole + 1 & mask; slots[next * width] != 0; next = next + 1 & mask) {
            int home = home(slots[next * width]);
            // whether its home is not between the hole and where it is: then it may be moved into the hole
            if ((next - home & mask) >= (next - hole & mask)) {
                System.arraycopy(slots, next * width, slots, hole * width, width);
                hole = next;
            }
        }
        Arrays.fill(slots, hole * width, (hole + 1) * width, 0);
    }

    /** Calls with the slot of each key. */
    void forEach(Visitor visitor) {
        for (int slot = 0; slot <= mask; slot++) {
            if (slots[slot * width] != 0) {
                visitor.visit(slots[slot * width], slot);
            }
        }
    }

    interface Visitor {
        void visit(long key, int slot);
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        mask = 2 * mask + 1;
        for (int at = 0; at < before.length; at += width) {
            if (before[at] != 0) {
                System.arraycopy(before, at, slots, slotOf(before[at]) * width, width);
            }
        }
    }

    private int slotOf(long key) {
        long wanted = stored(key);
        int slot = home(wanted);
        while (slots[slot * width] != 0 && slots[slot * width] != wanted) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int home(long key) {
        return (int) (key ^ key >>> 32) & mask;
    }

    /** Zero stands for an empty slot; the key 0 is kept as another, which may meet a key as any two hashes may. */
    private static long stored(long key) {
        return key == 0 ? 1 : key;
    }
}
