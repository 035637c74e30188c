package vn.nhain.simulators.press;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.calendar.WorkingCalendar.Closure;
import vn.nhain.plant.calendar.WorkingCalendar.Window;

/** Whether a machine works at an instant, by its calendar. Lays the calendar out a day at a time. Not thread-safe. */
final class OpenHours {
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final List<String> MAINTENANCE_WORDS = List.of("maintenance", "bảo trì", "bảo dưỡng");

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
    private long day = Long.MIN_VALUE;
    private List<Window> open = List.of();
    private List<Closure> maintenance = List.of();

    /**
     * Hours of a calendar.
     *
     * @param zone the plant's zone
     */
    OpenHours(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** What holds at this second since the epoch. */
    Status at(long epochSecond) {
        long wanted = Math.floorDiv(epochSecond, DAY_SECONDS);
        if (wanted != day) {
            layOut(wanted);
        }
        for (Window window : open) {
            if (covers(window.from(), window.to(), epochSecond)) {
                return Status.OPEN;
            }
        }
        for (Closure closure : maintenance) {
            if (covers(closure.from(), closure.to(), epochSecond)) {
                return Status.MAINTENANCE;
            }
        }
        return Status.CLOSED;
    }

    private void layOut(long wanted) {
        day = wanted;
        Instant from = Instant.ofEpochSecond(wanted * DAY_SECONDS);
        Instant until = from.plusSeconds(DAY_SECONDS);
        open = calendar.openBetween(from, until, zone);
        maintenance = calendar.closuresBetween(from, until, zone).stream()
                .filter(OpenHours::isMaintenance)
                .toList();
    }

    private static boolean covers(Instant from, Instant to, long epochSecond) {
        return epochSecond >= from.getEpochSecond() && epochSecond < to.getEpochSecond();
    }

    private static boolean isMaintenance(Closure closure) {
        String reason = closure.reason().toLowerCase(Locale.ROOT);
        return MAINTENANCE_WORDS.stream().anyMatch(reason::contains);
    }
}
