package vn.nhain.scheduler.kernel.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendar arithmetic against counting time unit by time unit. */
class MachineCalendarTest {
    /** Beyond the last opening: from there on every time unit is worked. */
    private static final int SPAN = 1500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void unitsAndTimesAreThoseThatCountingGives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<MachineCalendar.Window> windows = windows(random);
        MachineCalendar calendar = MachineCalendar.of(windows);
        int[] timeOfUnit = timesWorked(windows);
        for (int u = 0; u < timeOfUnit.length; u++) {
            assertEquals(timeOfUnit[u], calendar.timeOf(u), "unit " + u);
        }
        int last = timeOfUnit[timeOfUnit.length - 1];
        for (int t = 0; t <= last; t++) {
            int time = t;
            int expected = (int) Arrays.stream(timeOfUnit).filter(w -> w < time).count();
            assertEquals(expected, calendar.unitAtOrAfter(t), "time " + t);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSetupFindsRoomInOneWindow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<MachineCalendar.Window> windows = windows(random);
        MachineCalendar calendar = MachineCalendar.of(windows);
        int[] timeOfUnit = timesWorked(windows);
        for (int i = 0; i < 300; i++) {
            int room = random.nextInt(40);
            int unit = random.nextInt(timeOfUnit.length / 2);
            int first = unit;
            while (!hasRoom(timeOfUnit, first, room)) {
                first++;
            }
            assertEquals(first, calendar.unitWithRoom(unit, room), "first from " + unit + " with " + room);
            int before = unit;
            while (before >= 0 && !hasRoom(timeOfUnit, before, room)) {
                before--;
            }
            assertEquals(before, calendar.lastUnitWithRoom(unit, room), "last until " + unit + " with " + room);
        }
    }

    @Test
    void theLastWindowNeverEnds() {
        MachineCalendar calendar =
                MachineCalendar.of(List.of(new MachineCalendar.Window(5, 10), new MachineCalendar.Window(20, 25)));
        assertEquals(Integer.MAX_VALUE - 15, calendar.unitAtOrAfter(Integer.MAX_VALUE));
        assertEquals(Integer.MAX_VALUE, MachineCalendar.ALWAYS.unitAtOrAfter(Integer.MAX_VALUE));
    }

    @Test
    void windowsOutOfOrderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> MachineCalendar.of(List.of()));
        for (int[] wrong : new int[][] {{10, 20, 15, 30}, {10, 10, 20, 30}, {-1, 5, 6, 7}}) {
            List<MachineCalendar.Window> windows = List.of(
                    new MachineCalendar.Window(wrong[0], wrong[1]), new MachineCalendar.Window(wrong[2], wrong[3]));
            assertThrows(IllegalArgumentException.class, () -> MachineCalendar.of(windows), Arrays.toString(wrong));
        }
    }

    /** The units before it without a gap among them or before it: the setup and the start lie in one window. */
    private static boolean hasRoom(int[] timeOfUnit, int unit, int room) {
        return room == 0 || (unit >= room && timeOfUnit[unit] - timeOfUnit[unit - room] == room);
    }

    private static List<MachineCalendar.Window> windows(SplittableRandom random) {
        List<MachineCalendar.Window> windows = new ArrayList<>();
        int from = random.nextInt(20);
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            int to = from + 1 + random.nextInt(60);
            windows.add(new MachineCalendar.Window(from, to));
            from = to + 1 + random.nextInt(60);
        }
        assertTrue(from < SPAN, "the span is too short for the windows");
        return windows;
    }

    private static int[] timesWorked(List<MachineCalendar.Window> windows) {
        int last = windows.size() - 1;
        return IntStream.range(0, SPAN)
                .filter(t ->
                        t >= windows.get(last).from() || windows.stream().anyMatch(w -> w.from() <= t && t < w.to()))
                .toArray();
    }
}
