package vn.nhain.plant;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.validation.Require;

/**
 * A printing plant as its plant file describes it.
 *
 * @param id short; letters, digits, hyphens and underscores; the Sparkplug group and the tag of the store
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
        Require.id("a plant", "id", id);
        String owner = "plant " + id;
        Require.text(owner, "name", name);
        Require.text(owner, "nameVi", nameVi);
        Require.distinct(owner, "machines", machines, Machine::id);
        Require.distinct(owner, "calendars", calendars, WorkingCalendar::id);
        Require.distinct(owner, "materials", materials, Material::id);
        Require.distinct(owner, "stopReasons", stopReasons, StopReason::code);
        for (Machine machine : machines) {
            Require.that(
                    calendars.stream().anyMatch(c -> c.id().equals(machine.calendarId())),
                    "machine " + machine.id(),
                    "calendarId",
                    machine.calendarId(),
                    "must name one of the plant's calendars");
        }
    }

    /** The same plant with its machines changed, such as their connections in a demonstration. */
    public Plant withMachines(UnaryOperator<Machine> change) {
        return new Plant(
                id,
                name,
                nameVi,
                zone,
                machines.stream().map(change).toList(),
                calendars,
                tariffs,
                materials,
                waste,
                prices,
                stopReasons);
    }

    /** The tariff that holds on a day: the newest of those that are valid; empty when none is yet. */
    public Optional<Tariff> findTariffOn(LocalDate day) {
        return tariffs.stream().filter(t -> !t.validFrom().isAfter(day)).max(Comparator.comparing(Tariff::validFrom));
    }

    /** The allowance for a process and, when it prints, a number of inks; empty when nothing is planned as waste. */
    public Optional<WasteAllowance> findWaste(OperationKind kind, int colours) {
        return waste.stream()
                .filter(w -> w.kind() == kind && w.minColours() <= colours)
                .max(Comparator.comparingInt(WasteAllowance::minColours));
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
