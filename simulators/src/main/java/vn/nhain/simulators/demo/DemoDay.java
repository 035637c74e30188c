package vn.nhain.simulators.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a fresh demonstration begins. */
final class DemoDay {
    /** A quarter of an hour into the first shift: machines are manned, and the first jobs begin at once. */
    private static final LocalTime MORNING = LocalTime.of(6, 15);

    private DemoDay() {}

    /**
     * The morning of today, or of Monday when today is Saturday or Sunday: a visitor on a Sunday night wants to see a plant at
     * work.
     *
     * @param now wall time
     * @param zone zone of the plant
     */
    static Instant startFor(Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(MORNING).atZone(zone).toInstant();
    }
}
