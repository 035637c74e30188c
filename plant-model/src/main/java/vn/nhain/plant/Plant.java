package vn.nhain.plant;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.Material;

/**
 * A printing plant as its plant file describes it.
 *
 * @param id short, letters and digits; the Sparkplug group and the tag of the store
 * @param name English name
 * @param nameVi Vietnamese name
 * @param zone zone in which its time is shown
 * @param machines in the order of the board
 * @param calendars working calendars that machines refer to
 * @param tariffs electricity tariffs, the newest that is valid wins
 * @param materials papers and boards
 * @param waste allowances by process
 * @param prices prices that are not a material's
 * @param stopReasons reasons that an operator can give for a stop, in the order of the buttons
 */
public record Plant(
        String id,
        String name,
        String nameVi,
        ZoneId zone,
        List<Machine> machines,
        List<WorkingCalendar> calendars,
        List<Tariff> tariffs,
        List<Material> materials,
        List<WasteAllowance> waste,
        Prices prices,
        List<StopReason> stopReasons) {
    public Plant {
        machines = List.copyOf(machines);
        calendars = List.copyOf(calendars);
        tariffs = List.copyOf(tariffs);
        materials = List.copyOf(materials);
        waste = List.copyOf(waste);
        stopReasons = List.copyOf(stopReasons);
    }

    /** The machine with this id, if there is one. */
    public Optional<Machine> findMachine(String id) {
        return machines.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** The material with this id, if there is one. */
    public Optional<Material> findMaterial(String id) {
        return materials.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** The calendar with this id, if there is one. */
    public Optional<WorkingCalendar> findCalendar(String id) {
        return calendars.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
