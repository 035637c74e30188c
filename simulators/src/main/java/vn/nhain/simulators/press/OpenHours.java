package vn.nhain.simulators.press;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.calendar.WorkingCalendar.Break;
import vn.nhain.plant.calendar.WorkingCalendar.Closure;
import vn.nhain.plant.calendar.WorkingCalendar.Shift;

/** Whether a machine works at an instant, by its calendar; exact to the minute. */
final class OpenHours {
    private static final List<String> MAINTENANCE_WORDS = List.of("maint", "bảo trì");

    /** What a calendar says of an instant. */
    enum Status {
        /** People are at work. */
        OPEN,
        /** Nobody is there. */
        CLOSED,
        /** Closed for maintenance. */
        MAINTENANCE
    }

    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private long cachedMinute = Long.MIN_VALUE;
    private Status cached = Status.CLOSED;

    /**
     * Hours of a calendar. Not thread-safe, as it remembers its last answer.
     *
     * @param calendar a calendar of the plant
     * @param zone the plant's zone
     */
    OpenHours(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** What holds at this second since the epoch. */
    Status at(long epochSecond) {
        long minute = Math.floorDiv(epochSecond, 60);
        if (minute != cachedMinute) {
            cached = look(Instant.ofEpochSecond(minute * 60));
            cachedMinute = minute;
        }
        return cached;
    }

    private Status look(Instant instant) {
        for (Closure closure : calendar.closuresBetween(instant, instant.plusSeconds(60), zone)) {
            if (!instant.isBefore(closure.from())) {
                return isMaintenance(closure) ? Status.MAINTENANCE : Status.CLOSED;
            }
        }
        ZonedDateTime local = instant.atZone(zone);
        LocalTime time = local.toLocalTime();
        for (Break pause : calendar.breaks()) {
            if (!time.isBefore(pause.from()) && time.isBefore(pause.to())) {
                return Status.CLOSED;
            }
        }
        LocalDate day = local.toLocalDate();
        boolean open = calendar.shifts().stream().anyMatch(s -> covers(s, day, time));
        return open ? Status.OPEN : Status.CLOSED;
    }

    private static boolean covers(Shift shift, LocalDate day, LocalTime time) {
        boolean startsToday = shift.days().contains(day.getDayOfWeek());
        if (shift.to().isAfter(shift.from())) {
            return startsToday && !time.isBefore(shift.from()) && time.isBefore(shift.to());
        }
        boolean startedYesterday = shift.days().contains(day.minusDays(1).getDayOfWeek());
        return (startsToday && !time.isBefore(shift.from())) || (startedYesterday && time.isBefore(shift.to()));
    }

    private static boolean isMaintenance(Closure closure) {
        String reason = closure.reason().toLowerCase(Locale.ROOT);
        return MAINTENANCE_WORDS.stream().anyMatch(reason::contains);
    }
}
