package vn.nhain.dashboard.plant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.nhain.dashboard.plant.api.PlantView.Closed;
import vn.nhain.plant.calendar.WorkingCalendar;

/** When a calendar is closed, with the reason: the complement of its shifts, its breaks, its closures and maintenance. */
final class ClosedTimes {
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    ClosedTimes(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Closed times between two instants, by start; they may overlap where two reasons hold. */
    List<Closed> between(Instant from, Instant to) {
        List<Closed> closed = new ArrayList<>(offShift(from, to));
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (WorkingCalendar.Break rest : calendar.breaks()) {
                addWithin(closed, at(day, rest.from()), at(day, rest.to()), "break", from, to);
            }
        }
        calendar.closuresBetween(from, to, zone)
                .forEach(c -> addWithin(closed, c.from(), c.to(), c.reason(), from, to));
        closed.sort(Comparator.comparing(Closed::from));
        return closed;
    }

    private List<Closed> offShift(Instant from, Instant to) {
        List<Instant[]> open = new ArrayList<>();
        LocalDate last = to.atZone(zone).toLocalDate();
        // a night shift of yesterday reaches into the first day
        for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (WorkingCalendar.Shift shift : calendar.shifts()) {
                if (shift.days().contains(day.getDayOfWeek())) {
                    boolean overnight = !shift.to().isAfter(shift.from());
                    open.add(new Instant[] {at(day, shift.from()), at(overnight ? day.plusDays(1) : day, shift.to())});
                }
            }
        }
        open.sort(Comparator.comparing(span -> span[0]));
        List<Closed> closed = new ArrayList<>();
        Instant free = from;
        for (Instant[] span : open) {
            addWithin(closed, free, span[0], "off shift", from, to);
            free = span[1].isAfter(free) ? span[1] : free;
        }
        addWithin(closed, free, to, "off shift", from, to);
        return closed;
    }

    private static void addWithin(
            List<Closed> closed, Instant start, Instant end, String reason, Instant from, Instant to) {
        Instant first = start.isBefore(from) ? from : start;
        Instant last = end.isAfter(to) ? to : end;
        if (first.isBefore(last)) {
            closed.add(new Closed(first, last, reason));
        }
    }

    private Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }
}
