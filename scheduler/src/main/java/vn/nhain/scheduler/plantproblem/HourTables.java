package vn.nhain.scheduler.plantproblem;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vn.nhain.plant.machine.Machine;

/** Prices of electricity and night hours by minute, up to the end of the horizon. */
final class HourTables {
    private final HourPrices prices;
    private final Map<String, NightHours> nightByCalendar = new HashMap<>();

    HourTables(PlantProblem problem, int minutes) {
        prices = new HourPrices(problem.plant(), problem.time(), minutes);
        for (PlantMachine machine : problem.machines()) {
            nightByCalendar.computeIfAbsent(
                    machine.machine().calendarId(),
                    id -> new NightHours(
                            problem.plant().findCalendar(id).orElseThrow(),
                            problem.plant().zone(),
                            problem.time(),
                            minutes));
        }
    }

    HourPrices prices() {
        return prices;
    }

    NightHours night(Machine machine) {
        return Objects.requireNonNull(nightByCalendar.get(machine.calendarId()));
    }
}
