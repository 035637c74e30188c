package vn.nhain.scheduler.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhain.plant.Plant;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.machine.Machine;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;

/** Every minute from the origin to the end of a plan: who is open, what a kWh costs, and which premium is due. */
final class PlantHours {
    private final Plant plant;
    private final Instant origin;
    private final int minutes;
    private final double[] vndPerKwh;
    private final Map<String, BitSet> openByMachine = new HashMap<>();
    private final Map<String, BitSet> nightByCalendar = new HashMap<>();
    private final Map<String, double[]> overtimeByCalendar = new HashMap<>();

    /**
     * The minutes of a plan.
     *
     * @param minutes how many
     */
    PlantHours(ScheduleRequest request, Schedule schedule, Instant origin, int minutes) {
        this.plant = request.plant();
        this.origin = origin;
        this.minutes = minutes;
        this.vndPerKwh = new double[minutes];
        for (int m = 0; m < minutes; m++) {
            LocalDateTime local = local(m);
            vndPerKwh[m] = plant.findTariffOn(local.toLocalDate())
                    .map(t -> t.vndPerKwhAt(local))
                    .orElse(0.0);
        }
        for (WorkingCalendar calendar : plant.calendars()) {
            premiums(calendar);
        }
        for (Machine machine : plant.machines()) {
            openByMachine.put(machine.id(), openMinutes(machine, request, schedule));
        }
    }

    /** Minutes in which a machine works; a set bit each. */
    BitSet open(Machine machine) {
        return Objects.requireNonNull(openByMachine.get(machine.id()));
    }

    /** Open minutes in {@code [from, to)}. */
    int openBetween(Machine machine, int from, int to) {
        return from >= to
                ? 0
                : open(machine).get(Math.max(0, from), Math.max(0, to)).cardinality();
    }

    double vndPerKwh(int minute) {
        return vndPerKwh[minute];
    }

    boolean isNight(Machine machine, int minute) {
        return Objects.requireNonNull(nightByCalendar.get(machine.calendarId())).get(minute);
    }

    double overtimeShare(Machine machine, int minute) {
        return Objects.requireNonNull(overtimeByCalendar.get(machine.calendarId()))[minute];
    }

    /** The minute that begins at or after an instant. */
    static int from(Instant origin, Instant instant) {
        return Math.toIntExact(-Math.floorDiv(-Duration.between(origin, instant).toSeconds(), 60L));
    }

    /** The last minute that ends at or before an instant. */
    static int until(Instant origin, Instant instant) {
        return Math.toIntExact(Math.floorDiv(Duration.between(origin, instant).toSeconds(), 60L));
    }

    private BitSet openMinutes(Machine machine, ScheduleRequest request, Schedule schedule) {
        BitSet open = new BitSet(minutes);
        plant.findCalendar(machine.calendarId())
                .orElseThrow()
                .openBetween(origin, origin.plus(Duration.ofMinutes(minutes)), plant.zone())
                .forEach(w -> mark(open, from(origin, w.from()), until(origin, w.to()), true));
        request.downtimes().stream()
                .filter(d -> d.machineId().equals(machine.id()))
                .forEach(d -> mark(open, until(origin, d.from()), from(origin, d.until()), false));
        schedule.recalibrations().stream()
                .filter(r -> r.machineId().equals(machine.id()))
                .forEach(r -> mark(open, until(origin, r.start()), from(origin, r.end()), false));
        return open;
    }

    private void mark(BitSet open, int from, int to, boolean value) {
        int first = Math.max(0, from);
        int end = Math.min(minutes, to);
        if (first < end) {
            open.set(first, end, value);
        }
    }

    private void premiums(WorkingCalendar calendar) {
        BitSet night = new BitSet(minutes);
        double[] overtime = new double[minutes];
        List<WorkingCalendar.Shift> dear = calendar.shifts().stream()
                .filter(s -> s.night() || s.overtimeShare() > 0)
                .toList();
        for (int m = 0; m < minutes && !dear.isEmpty(); m++) {
            LocalDateTime local = local(m);
            for (WorkingCalendar.Shift shift : dear) {
                if (covers(shift, local)) {
                    night.set(m, night.get(m) || shift.night());
                    overtime[m] = Math.max(overtime[m], shift.overtimeShare());
                }
            }
        }
        nightByCalendar.put(calendar.id(), night);
        overtimeByCalendar.put(calendar.id(), overtime);
    }

    private static boolean covers(WorkingCalendar.Shift shift, LocalDateTime local) {
        LocalDate today = local.toLocalDate();
        return covers(shift, today, local) || covers(shift, today.minusDays(1), local);
    }

    private static boolean covers(WorkingCalendar.Shift shift, LocalDate begun, LocalDateTime local) {
        LocalDateTime end = (shift.isOvernight() ? begun.plusDays(1) : begun).atTime(shift.to());
        return shift.days().contains(begun.getDayOfWeek())
                && !local.isBefore(begun.atTime(shift.from()))
                && local.isBefore(end);
    }

    private LocalDateTime local(int minute) {
        return LocalDateTime.ofInstant(origin.plus(Duration.ofMinutes(minute)), plant.zone());
    }
}
