package vn.nhain.dashboard.plant;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.nhain.dashboard.plant.api.PlantView.Closed;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.calendar.WorkingCalendar.Closure;
import vn.nhain.plant.calendar.WorkingCalendar.Window;

/** When a calendar is closed, and why: what lies between its open windows. */
final class ClosedTimes {
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    ClosedTimes(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Closed times between two instants, in order, none overlapping another. */
    List<Closed> between(Instant from, Instant to) {
        List<Closure> closures = calendar.closuresBetween(from, to, zone);
        List<Closed> closed = new ArrayList<>();
        Instant closedFrom = from;
        for (Window open : calendar.openBetween(from, to, zone)) {
            add(closed, closedFrom, open.from(), closures);
            closedFrom = open.to();
        }
        add(closed, closedFrom, to, closures);
        return closed;
    }

    private void add(List<Closed> closed, Instant from, Instant to, List<Closure> closures) {
        if (from.isBefore(to)) {
            closed.add(new Closed(from, to, reason(from, to, closures)));
        }
    }

    private String reason(Instant from, Instant to, List<Closure> closures) {
        for (Closure closure : closures) {
            if (closure.from().isBefore(to) && closure.to().isAfter(from)) {
                return closure.reason();
            }
        }
        LocalTime begins = from.atZone(zone).toLocalTime();
        LocalTime ends = to.atZone(zone).toLocalTime();
        boolean rest = calendar.breaks().stream().anyMatch(b -> b.from().equals(begins) && b.to().equals(ends));
        return rest ? "break" : "off shift";
    }
}
