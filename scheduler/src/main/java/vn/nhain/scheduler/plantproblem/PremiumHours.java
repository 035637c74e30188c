package vn.nhain.scheduler.plantproblem;

import java.time.LocalDate;
import java.time.ZoneId;
import vn.nhain.plant.calendar.WorkingCalendar;

/**
 * Hours for which night or overtime premium is due, summed up from the origin. Where shifts overlap, the higher overtime
 * share counts.
 */
final class PremiumHours {
    private final int[] nightMinutes;
    /** Minutes weighted by their overtime share. */
    private final double[] overtimeMinutes;

    PremiumHours(WorkingCalendar calendar, ZoneId zone, PlanTime time, int minutes) {
        nightMinutes = new int[minutes + 1];
        overtimeMinutes = new double[minutes + 1];
        LocalDate first = time.origin().atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = time.at(minutes).atZone(zone).toLocalDate();
        for (WorkingCalendar.Shift shift : calendar.shifts()) {
            if (!shift.night() && shift.overtimeShare() == 0) {
                continue;
            }
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                if (shift.days().contains(day.getDayOfWeek())) {
                    LocalDate end = shift.isOvernight() ? day.plusDays(1) : day;
                    int from = time.from(day.atTime(shift.from()).atZone(zone).toInstant());
                    int to = time.until(end.atTime(shift.to()).atZone(zone).toInstant());
                    mark(shift, from, Math.min(minutes, to));
                }
            }
        }
        for (int m = 0; m < minutes; m++) {
            nightMinutes[m + 1] += nightMinutes[m];
            overtimeMinutes[m + 1] += overtimeMinutes[m];
        }
    }

    private void mark(WorkingCalendar.Shift shift, int from, int to) {
        for (int m = from; m < to; m++) {
            nightMinutes[m + 1] = shift.night() ? 1 : nightMinutes[m + 1];
            overtimeMinutes[m + 1] = Math.max(overtimeMinutes[m + 1], shift.overtimeShare());
        }
    }

    /** Night hours in {@code [from, to)}. */
    double nightHours(int from, int to) {
        return (nightMinutes[to] - nightMinutes[from]) / 60.0;
    }

    /** Hours in {@code [from, to)}, each times its overtime share. */
    double overtimeHours(int from, int to) {
        return (overtimeMinutes[to] - overtimeMinutes[from]) / 60;
    }
}
