package vn.nhain.plant.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PlantClockTest {
    private static final Instant PLANT_START = Instant.parse("2026-11-24T01:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final TurnedByHand wall = new TurnedByHand();

    @Test
    void aMinutePassesEachSecondAtSpeedSixty() {
        PlantClock clock = PlantClock.startingAt(PLANT_START, 60, ZONE, wall);
        wall.turn(Duration.ofSeconds(10));
        assertEquals(PLANT_START.plus(Duration.ofMinutes(10)), clock.instant());
    }

    @Test
    void aChangeOfSpeedNeverMakesTimeJump() {
        PlantClock clock = PlantClock.startingAt(PLANT_START, 60, ZONE, wall);
        wall.turn(Duration.ofSeconds(10));
        Instant before = clock.instant();
        clock.setSpeed(600);
        assertEquals(before, clock.instant());
        wall.turn(Duration.ofSeconds(1));
        assertEquals(before.plus(Duration.ofMinutes(10)), clock.instant());
        clock.setSpeed(1);
        wall.turn(Duration.ofSeconds(1));
        assertEquals(before.plus(Duration.ofMinutes(10)).plusSeconds(1), clock.instant());
    }

    /** The page and the scheduler may hold the clock in different zones. */
    @Test
    void aChangeOfSpeedReachesTheClocksOfAllZones() {
        PlantClock clock = PlantClock.startingAt(PLANT_START, 1, ZONE, wall);
        Clock utc = clock.withZone(ZoneOffset.UTC);
        clock.setSpeed(600);
        wall.turn(Duration.ofSeconds(6));
        assertEquals(PLANT_START.plus(Duration.ofHours(1)), utc.instant());
        assertEquals(ZoneOffset.UTC, utc.getZone());
        assertEquals(ZONE, clock.getZone());
    }

    @Test
    void tellsHowLongAStretchOfPlantTimeTakes() {
        PlantClock clock = PlantClock.startingAt(PLANT_START, 60, ZONE, wall);
        assertEquals(Duration.ofSeconds(30), clock.wallTimeOf(Duration.ofMinutes(30)));
    }

    /** A refused speed leaves the clock as it was. */
    @Test
    void aSpeedOutOfRangeIsRefused() {
        PlantClock clock = PlantClock.startingAt(PLANT_START, 60, ZONE, wall);
        for (double speed : new double[] {0.5, 601, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> clock.setSpeed(speed));
        }
        assertEquals(60, clock.speed());
    }

    private static final class TurnedByHand implements InstantSource {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
