package vn.nhain.edge.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {
    /** Few different keys in few slots, so that what a removal moves back has every form. */
    @Test
    void itHoldsWhatAMapHoldsWhateverIsAddedAndRemoved() {
        long seed = 11;
        Random random = new Random(seed);
        LongTable table = new LongTable(2);
        Map<Long, Long> map = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long key = 1 + (long) random.nextInt(40) * (random.nextBoolean() ? 1L : (1L << 32) + 64);
            if (random.nextInt(3) > 0) {
                int slot = table.add(key);
                table.set(slot, 0, i);
                table.set(slot, 1, -i);
                map.put(key, (long) i);
            } else {
                table.remove(key);
                map.remove(key);
            }
            long probe = 1L + random.nextInt(40);
            int slot = table.find(probe);
            assertEquals(map.containsKey(probe), slot >= 0, "seed 11, step " + i);
            if (slot >= 0) {
                assertEquals(map.get(probe), table.value(slot, 0));
                assertEquals(-map.get(probe), table.value(slot, 1));
            }
        }
        assertEquals(map.size(), table.size());
        table.forEach((key, slot) -> assertEquals(map.remove(key), table.value(slot, 0)));
        assertTrue(map.isEmpty());
    }

    @Test
    void itGrows() {
        LongTable table = new LongTable(1);
        for (long key = 1; key <= 10_000; key++) {
            table.set(table.add(Hash64.ofKey(key, SpoolWriter.T0)), 0, key);
        }
        for (long key = 1; key <= 10_000; key++) {
            assertEquals(key, table.value(table.find(Hash64.ofKey(key, SpoolWriter.T0)), 0));
        }
        assertEquals(-1, table.find(Hash64.ofKey(0, SpoolWriter.T0)));
    }
}
