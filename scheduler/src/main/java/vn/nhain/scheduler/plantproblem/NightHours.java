package vn.nhain.scheduler.plantproblem;

import java.time.LocalDate;
import java.time.ZoneId;
import vn.nhain.plant.calendar.WorkingCalendar;

/** Minutes for which night pay is due, summed up from the origin. */
final class NightHours {
    private final int[] before;

    NightHours(WorkingCalendar calendar, ZoneId zone, PlanTime time, int minutes) {
        boolean[] night = new boolean[minutes];
        LocalDate first = time.origin().atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = time.at(minutes).atZone(zone).toLocalDate();
        for (WorkingCalendar.Shift shift : calendar.shifts()) {
            for (LocalDate day = first; shift.night() && !day.isAfter(last); day = day.plusDays(1)) {
                if (shift.days().contains(day.getDayOfWeek())) {
                    LocalDate end = shift.isOvernight() ? day.plusDays(1) : day;
                    int from = time.from(day.atTime(shift.from()).atZone(zone).toInstant());
                    int to = Math.min(
                            minutes,
                            time.until(end.atTime(shift.to()).atZone(zone).toInstant()));
                    for (int m = from; m < to; m++) {
                        night[m] = true;
                    }
                }
            }
        }
        before = new int[minutes + 1];
        for (int m = 0; m < minutes; m++) {
            before[m + 1] = before[m] + (night[m] ? 1 : 0);
        }
    }

    /** Night minutes in {@code [from, to)}. */
    int minutes(int from, int to) {
        return before[to] - before[from];
    }
}
