package vn.nhain.plant.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import vn.nhain.plant.validation.Require;

/**
 * Weekly shifts less breaks, maintenance and closures, in the plant's zone.
 *
 * @param id unique
 * @param shifts when it works
 * @param breaks daily breaks that are taken out, such as the meal break
 * @param closures single closed times, such as holidays and overhauls
 * @param maintenance weekly maintenance, which is taken out
 */
public record WorkingCalendar(
        String id, List<Shift> shifts, List<Break> breaks, List<Closure> closures, List<Maintenance> maintenance) {
    public WorkingCalendar {
        shifts = List.copyOf(shifts);
        breaks = List.copyOf(breaks);
        closures = List.copyOf(closures);
        maintenance = List.copyOf(maintenance);
        Require.id("a calendar", "id", id);
    }

    /** A calendar without weekly maintenance. */
    public WorkingCalendar(String id, List<Shift> shifts, List<Break> breaks, List<Closure> closures) {
        this(id, shifts, breaks, closures, List.of());
    }

    /** When it is open between two instants: shifts less all that is taken out, in order, none touching another. */
    public List<Window> openBetween(Instant from, Instant until, ZoneId zone) {
        return new OpenWindows(this, zone).between(from, until);
    }

    /** Closures between two instants, weekly maintenance among them, by start; they may begin before or end after. */
    public List<Closure> closuresBetween(Instant from, Instant until, ZoneId zone) {
        return new OpenWindows(this, zone).closuresBetween(from, until);
    }

    /**
     * A stretch of time.
     *
     * @param from start
     * @param to exclusive end, after {@code from}
     */
    public record Window(Instant from, Instant to) {
        public Window {
            // thousands are made for a plan: the words only when they are needed
            if (!to.isAfter(from)) {
                Require.that(false, "a window", "to", to, "must be after its from (%s)".formatted(from));
            }
        }
    }

    /**
     * A shift.
     *
     * @param name as people call it
     * @param days days on which it starts
     * @param from start
     * @param to end; the next day when not after {@code from}
     * @param night whether night pay is due
     * @param overtimeShare premium on wages because the shift is overtime, such as 0.5; 0 for regular hours, at most 3
     */
    public record Shift(
            String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, boolean night, double overtimeShare) {
        public Shift {
            days = Set.copyOf(days);
            Require.between("shift " + name, "overtimeShare", overtimeShare, 0, 3);
        }

        /** A shift of regular hours. */
        public Shift(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, boolean night) {
            this(name, days, from, to, night, 0);
        }

        /** Whether it ends on the day after it starts. */
        public boolean isOvernight() {
            return !to.isAfter(from);
        }
    }

    /**
     * A daily break.
     *
     * @param from start
     * @param to end, after {@code from}
     */
    public record Break(LocalTime from, LocalTime to) {
        public Break {
            Require.that(to.isAfter(from), "a break", "to", to, "must be after its from (%s)".formatted(from));
        }
    }

    /**
     * A single closed time.
     *
     * @param reason why, in a few words
     * @param from start
     * @param to end, after {@code from}
     */
    public record Closure(String reason, Instant from, Instant to) {
        public Closure {
            Require.that(
                    to.isAfter(from), "closure " + reason, "to", to, "must be after its from (%s)".formatted(from));
        }
    }

    /**
     * Maintenance that comes back every week.
     *
     * @param reason why, in a few words, such as {@code Maintenance: rollers and blankets}
     * @param day the day
     * @param from start
     * @param to end, after {@code from}
     */
    public record Maintenance(String reason, DayOfWeek day, LocalTime from, LocalTime to) {
        public Maintenance {
            Require.that(
                    to.isAfter(from), "maintenance " + reason, "to", to, "must be after its from (%s)".formatted(from));
        }
    }
}
