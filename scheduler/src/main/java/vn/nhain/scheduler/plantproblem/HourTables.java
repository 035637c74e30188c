package vn.nhain.scheduler.plantproblem;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vn.nhain.plant.machine.Machine;

/** Prices of electricity and premium hours by minute, up to the end of the horizon. */
final class HourTables {
    private final HourPrices prices;
    private final Map<String, PremiumHours> payByCalendar = new HashMap<>();

    HourTables(PlantProblem problem, int minutes) {
        prices = new HourPrices(problem.plant(), problem.time(), minutes);
        for (PlantMachine machine : problem.machines()) {
            payByCalendar.computeIfAbsent(
                    machine.machine().calendarId(),
                    id -> new PremiumHours(
                            problem.plant().findCalendar(id).orElseThrow(),
                            problem.plant().zone(),
                            problem.time(),
                            minutes));
        }
    }

    HourPrices prices() {
        return prices;
    }

    PremiumHours pay(Machine machine) {
        return Objects.requireNonNull(payByCalendar.get(machine.calendarId()));
    }
}
