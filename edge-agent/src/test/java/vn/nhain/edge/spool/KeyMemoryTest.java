package vn.nhain.edge.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.reading.Reading;

/** What is remembered in memory is what a restart finds on the disk, at any commit. */
class KeyMemoryTest {
    private static final int SERIES = 3_000;

    private MVStore store;
    private KeyMemory memory;
    private long place;

    @BeforeEach
    void open() {
        store = MVStore.open(null);
        memory = new KeyMemory(store);
    }

    @AfterEach
    void close() {
        store.closeImmediately();
    }

    private static Reading reading(int series, int round) {
        return Reading.number("OF1", "metric" + series, round, SpoolWriter.T0.plusSeconds(round));
    }

    private void round(int round, int series) {
        for (int i = 0; i < series; i++) {
            memory.remember(reading(i, round), round, ++place);
        }
        memory.stage();
    }

    private void restart() {
        memory = new KeyMemory(store);
    }

    @Test
    void theNewestKeyOfEachSeriesSurvivesARestartAtAnyCommit() {
        round(0, SERIES + 1);
        for (int round = 1; round <= 40; round++) {
            round(round, SERIES);
            if (round % 3 == 0) {
                restart();
            }
            for (int i = 0; i < SERIES; i += 100) {
                Seen seen = memory.find(reading(i, round));
                assertNotNull(seen, "round " + round);
                assertEquals(round, seen.fingerprint());
            }
            assertNotNull(memory.find(reading(SERIES, 0)), "one that was silent ever since, round " + round);
        }
        assertNull(memory.find(reading(0, 1)), "neither recent nor the newest");
    }

    @Test
    void aKeyThatWasForgottenIsForgottenAfterARestartToo() {
        round(0, SERIES);
        memory.forget(reading(7, 0));
        memory.stage();
        restart();
        assertNull(memory.find(reading(7, 0)));
        for (int round = 1; round <= 20; round++) {
            round(round, SERIES);
        }
        memory.forget(reading(5, 20));
        memory.stage();
        for (int round = 21; round <= 30; round++) {
            round(round, 4);
        }
        restart();
        assertNull(memory.find(reading(5, 20)));
        assertNotNull(memory.find(reading(6, 20)));
    }

    @Test
    void theJournalStaysSmall() {
        for (int round = 0; round <= 100; round++) {
            round(round, SERIES);
        }
        long bytes = 0;
        for (var entry : store.<Long, byte[]>openMap("keys").entrySet()) {
            bytes += entry.getValue().length;
        }
        long keys = bytes / KeyJournal.BYTES_PER_KEY;
        assertTrue(keys <= KeyMemory.RECENT_KEYS + 9 * SERIES, () -> "keys: " + keys);
    }
}
