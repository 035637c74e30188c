package vn.nhain.scheduler.plantproblem;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.nhain.plant.Plant;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.calendar.WorkingCalendar.Closure;
import vn.nhain.plant.calendar.WorkingCalendar.Shift;
import vn.nhain.plant.machine.Machine;

/** Opens one machine once, in hours in which it is closed, at overtime pay. */
final class Overtime {
    /** Pay of overtime on a working day is 150 %, on a Sunday 200 %. */
    private static final double WORKING_DAY = 0.5;

    private static final double SUNDAY = 1.0;
    private static final int WEEKS = 52;

    private Overtime() {}

    /** The plant with {@code machineId} open from {@code from} to {@code until}, less than a day. */
    static Plant open(Plant plant, String machineId, Instant from, Instant until) {
        ZoneId zone = plant.zone();
        ZonedDateTime begin = from.atZone(zone);
        DayOfWeek day = begin.getDayOfWeek();
        Machine machine = plant.findMachine(machineId).orElseThrow();
        WorkingCalendar calendar = plant.findCalendar(machine.calendarId()).orElseThrow();
        List<Shift> shifts = new ArrayList<>(calendar.shifts());
        shifts.add(new Shift(
                "overtime",
                Set.of(day),
                begin.toLocalTime(),
                until.atZone(zone).toLocalTime(),
                false,
                day == DayOfWeek.SUNDAY ? SUNDAY : WORKING_DAY));
        // a shift comes every week; this one only once
        List<Closure> closures = new ArrayList<>(calendar.closures());
        for (int week = -1; week <= WEEKS; week++) {
            Duration away = Duration.ofDays(7L * week);
            if (week != 0) {
                closures.add(new Closure("no overtime", from.plus(away), until.plus(away)));
            }
        }
        WorkingCalendar own = new WorkingCalendar(
                calendar.id() + "-overtime", shifts, calendar.breaks(), closures, calendar.maintenance());
        List<WorkingCalendar> calendars = new ArrayList<>(plant.calendars());
        calendars.add(own);
        return new Plant(
                plant.id(),
                plant.name(),
                plant.nameVi(),
                zone,
                plant.machines().stream()
                        .map(m -> m.id().equals(machineId) ? m.withCalendar(own.id()) : m)
                        .toList(),
                calendars,
                plant.tariffs(),
                plant.materials(),
                plant.waste(),
                plant.prices(),
                plant.stopReasons());
    }
}
