package vn.nhain.scheduler.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.machine.Machine;
import vn.nhain.scheduler.check.PlantPlan.Recalibrated;

/** Minutes in which each machine works, by asking minute for minute whether something closes it. */
final class PlantWindows {
    private final PlantCase problem;
    private final Instant until;
    private final Map<String, Recalibrated> recalibrated;
    private final Map<String, Windows> byMachine = new HashMap<>();

    PlantWindows(PlantCase problem, Instant until, Map<String, Recalibrated> recalibrated) {
        this.recalibrated = recalibrated;
        this.problem = problem;
        this.until = until;
    }

    Windows of(Machine machine) {
        return byMachine.computeIfAbsent(machine.id(), id -> lay(machine));
    }

    private Windows lay(Machine machine) {
        WorkingCalendar calendar =
                problem.plant().findCalendar(machine.calendarId()).orElseThrow();
        int minutes = Math.toIntExact(Duration.between(problem.origin(), until).toMinutes());
        boolean[] open = new boolean[Math.max(0, minutes)];
        if (minutes > 0) {
            calendar.openBetween(problem.origin(), until, problem.plant().zone())
                    .forEach(w -> mark(open, w.from(), w.to(), true));
        }
        problem.downtimes().stream()
                .filter(d -> d.machine().equals(machine.id()))
                .forEach(d -> mark(open, d.from(), d.until(), false));
        Recalibrated closed = recalibrated.get(machine.id());
        if (closed != null) {
            mark(open, closed.start(), closed.end(), false);
        }
        List<Windows.Window> list = new ArrayList<>();
        for (int m = 0, from = -1; m <= open.length; m++) {
            boolean now = m < open.length && open[m];
            if (now && from < 0) {
                from = m;
            } else if (!now && from >= 0) {
                list.add(new Windows.Window(from, m));
                from = -1;
            }
        }
        return new Windows(list);
    }

    private void mark(boolean[] open, Instant from, Instant to, boolean value) {
        long first = Math.floorDiv(Duration.between(problem.origin(), from).toSeconds(), 60L);
        long end = -Math.floorDiv(-Duration.between(problem.origin(), to).toSeconds(), 60L);
        for (long m = Math.max(0, first); m < Math.min(open.length, end); m++) {
            open[(int) m] = value;
        }
    }
}
