package vn.nhain.plant.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.nhain.plant.calendar.WorkingCalendar.Closure;
import vn.nhain.plant.calendar.WorkingCalendar.Window;

/** Lays the weeks of a calendar out on the line of time. */
final class OpenWindows {
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    OpenWindows(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    List<Window> between(Instant from, Instant until) {
        List<Window> open = shifts(from, until);
        for (Window closed : closed(from, until)) {
            open = without(open, closed);
        }
        return open.stream()
                .filter(w -> w.to().isAfter(from) && w.from().isBefore(until))
                .map(w -> new Window(later(w.from(), from), earlier(w.to(), until)))
                .toList();
    }

    List<Closure> closuresBetween(Instant from, Instant until) {
        Stream<Closure> weekly = days(from, until).flatMap(day -> calendar.maintenance().stream()
                .filter(m -> m.day() == day.getDayOfWeek())
                .map(m -> new Closure(m.reason(), at(day, m.from()), at(day, m.to()))));
        return Stream.concat(calendar.closures().stream(), weekly)
                .filter(c -> c.to().isAfter(from) && c.from().isBefore(until))
                .sorted(Comparator.comparing(Closure::from))
                .toList();
    }

    private List<Window> closed(Instant from, Instant until) {
        Stream<Window> breaks = days(from, until)
                .flatMap(day -> calendar.breaks().stream().map(b -> new Window(at(day, b.from()), at(day, b.to()))));
        Stream<Window> closures = closuresBetween(from, until).stream().map(c -> new Window(c.from(), c.to()));
        return Stream.concat(breaks, closures).toList();
    }

    /** Shifts in order; those that touch or overlap are one window. */
    private List<Window> shifts(Instant from, Instant until) {
        List<Window> shifts = days(from, until)
                .flatMap(day -> calendar.shifts().stream()
                        .filter(s -> s.days().contains(day.getDayOfWeek()))
                        .map(s -> new Window(at(day, s.from()), at(s.isOvernight() ? day.plusDays(1) : day, s.to()))))
                .sorted(Comparator.comparing(Window::from))
                .toList();
        List<Window> merged = new ArrayList<>();
        for (Window shift : shifts) {
            int last = merged.size() - 1;
            if (last >= 0 && !shift.from().isAfter(merged.get(last).to())) {
                Window before = merged.get(last);
                merged.set(last, new Window(before.from(), later(before.to(), shift.to())));
            } else {
                merged.add(shift);
            }
        }
        return merged;
    }

    private static List<Window> without(List<Window> open, Window closed) {
        List<Window> rest = new ArrayList<>(open.size() + 1);
        for (Window window : open) {
            if (!closed.from().isBefore(window.to()) || !closed.to().isAfter(window.from())) {
                rest.add(window);
                continue;
            }
            if (window.from().isBefore(closed.from())) {
                rest.add(new Window(window.from(), closed.from()));
            }
            if (closed.to().isBefore(window.to())) {
                rest.add(new Window(closed.to(), window.to()));
            }
        }
        return rest;
    }

    /** Local days that can bear on the stretch: the day before too, whose night shift reaches into the first day. */
    private Stream<LocalDate> days(Instant from, Instant until) {
        LocalDate first = from.atZone(zone).toLocalDate().minusDays(1);
        return first.datesUntil(until.atZone(zone).toLocalDate().plusDays(1));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
