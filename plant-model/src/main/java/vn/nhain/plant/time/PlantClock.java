package vn.nhain.plant.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * Plant time that runs faster than the wall clock, for demonstrations. At speed 60 a plant minute passes each second.
 * Changing the speed never makes time jump or run backwards.
 *
 * <p>Thread-safe.
 */
public final class PlantClock extends Clock {
    /** The slowest speed. */
    public static final double MIN_SPEED = 1;
    /** The fastest speed. */
    public static final double MAX_SPEED = 600;

    private final ZoneId zone;
    private final InstantSource wall;
    /** Shared by the clocks of all zones, so that a change of speed reaches every one of them. */
    private final Course course;

    /** Plant time from {@code wallStart} on was {@code plantStart} + (wall − wallStart) × speed. */
    private record Segment(Instant wallStart, Instant plantStart, double speed) {
        Instant at(Instant wall) {
            double nanos = Duration.between(wallStart, wall).toNanos() * speed;
            return plantStart.plusNanos((long) nanos);
        }
    }

    private static final class Course {
        private volatile Segment segment;

        private Course(Segment segment) {
            this.segment = segment;
        }
    }

    private PlantClock(ZoneId zone, InstantSource wall, Course course) {
        this.zone = zone;
        this.wall = wall;
        this.course = course;
    }

    /**
     * A clock that shows {@code start} now and runs at {@code speed} from here.
     *
     * @param start plant time now
     * @param speed plant seconds per wall second, {@value #MIN_SPEED} to {@value #MAX_SPEED}
     * @param zone zone in which the plant shows its time
     * @param wall the wall clock
     */
    public static PlantClock startingAt(Instant start, double speed, ZoneId zone, InstantSource wall) {
        return new PlantClock(zone, wall, new Course(new Segment(wall.instant(), start, checked(speed))));
    }

    /** Plant seconds per wall second. */
    public double speed() {
        return course.segment.speed();
    }

    /** Changes the speed from now on. */
    public void setSpeed(double speed) {
        double next = checked(speed);
        synchronized (course) {
            Instant now = wall.instant();
            course.segment = new Segment(now, course.segment.at(now), next);
        }
    }

    /** The wall time that a stretch of plant time takes at the present speed. */
    public Duration wallTimeOf(Duration plantTime) {
        return Duration.ofNanos((long) (plantTime.toNanos() / speed()));
    }

    @Override
    public Instant instant() {
        return course.segment.at(wall.instant());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public PlantClock withZone(ZoneId other) {
        return new PlantClock(other, wall, course);
    }

    private static double checked(double speed) {
        if (!(speed >= MIN_SPEED && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException(
                    "The speed (%s) must be between %s and %s.".formatted(speed, MIN_SPEED, MAX_SPEED));
        }
        return speed;
    }
}
