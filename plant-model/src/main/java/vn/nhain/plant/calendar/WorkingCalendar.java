package vn.nhain.plant.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * Weekly shifts less breaks and closures, in the plant's zone.
 *
 * @param id unique
 * @param shifts when it works
 * @param breaks daily breaks that are taken out, such as the meal break
 * @param closures single closed times, such as holidays and maintenance
 */
public record WorkingCalendar(String id, List<Shift> shifts, List<Break> breaks, List<Closure> closures) {
    public WorkingCalendar {
        shifts = List.copyOf(shifts);
        breaks = List.copyOf(breaks);
        closures = List.copyOf(closures);
    }

    /**
     * A shift.
     *
     * @param name as people call it
     * @param days days on which it starts
     * @param from start
     * @param to end; the next day when not after {@code from}
     * @param night whether night pay is due
     */
    public record Shift(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, boolean night) {
        public Shift {
            days = Set.copyOf(days);
        }
    }

    /**
     * A daily break.
     *
     * @param from start
     * @param to end, after {@code from}
     */
    public record Break(LocalTime from, LocalTime to) {}

    /**
     * A single closed time.
     *
     * @param reason why, in a few words
     * @param from start
     * @param to end, after {@code from}
     */
    public record Closure(String reason, Instant from, Instant to) {}
}
