package vn.nhain.scheduler.plantproblem;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.scheduler.api.ScheduleRequest.Downtime;
import vn.nhain.scheduler.plantproblem.Windows.Window;

/** Lays a working calendar out as windows in minutes, less downtimes and all before a machine is free. */
final class OpenTimes {
    private final PlanTime time;
    private final ZoneId zone;
    private final int horizon;

    OpenTimes(PlanTime time, ZoneId zone, int horizon) {
        this.time = time;
        this.zone = zone;
        this.horizon = horizon;
    }

    /** Windows of a machine from minute {@code free} to the horizon. */
    Windows of(WorkingCalendar calendar, List<Downtime> downtimes, int free) {
        Instant from = time.at(free);
        Instant until = time.at(horizon);
        List<Window> open = new ArrayList<>();
        if (from.isBefore(until)) {
            for (WorkingCalendar.Window w : calendar.openBetween(from, until, zone)) {
                open.add(new Window(time.from(w.from()), time.until(w.to())));
            }
        }
        for (Downtime down : downtimes) {
            open = without(open, time.until(down.from()), time.from(down.until()));
        }
        return new Windows(open.stream().filter(w -> w.from() < w.to()).toList());
    }

    static List<Window> without(List<Window> open, int from, int to) {
        List<Window> rest = new ArrayList<>();
        for (Window w : open) {
            if (to <= w.from() || from >= w.to()) {
                rest.add(w);
                continue;
            }
            rest.add(new Window(w.from(), from));
            rest.add(new Window(to, w.to()));
        }
        return rest;
    }
}
