package vn.nhain.dashboard.plant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import vn.nhain.dashboard.plant.api.ClockView;
import vn.nhain.dashboard.plant.api.PlantView;
import vn.nhain.plant.Plant;
import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.machine.Machine;

/** The plant and its clock. Thread-safe. */
public final class PlantService {
    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Plant plant;
    private final Clock plantClock;
    private final InstantSource wall;
    private final DoubleSupplier speed;

    /** With {@code speed} in plant seconds per wall second. */
    public PlantService(Plant plant, Clock plantClock, InstantSource wall, DoubleSupplier speed) {
        this.plant = plant;
        this.plantClock = plantClock;
        this.wall = wall;
        this.speed = speed;
    }

    /** What time it is. */
    public ClockView clock() {
        return new ClockView(plantClock.instant(), speed.getAsDouble(), wall.instant());
    }

    /** The plant. */
    public PlantView plant() {
        Instant now = plantClock.instant();
        Optional<Tariff> tariff = tariffOn(now.atZone(plant.zone()).toLocalDate());
        Map<String, List<PlantView.Closed>> byCalendar = new HashMap<>();
        plant.calendars()
                .forEach(c -> byCalendar.put(
                        c.id(), new ClosedTimes(c, plant.zone()).between(now.minus(BACK), now.plus(AHEAD))));
        Map<String, List<PlantView.Closed>> byMachine = new HashMap<>();
        plant.machines().forEach(m -> byMachine.put(m.id(), byCalendar.getOrDefault(m.calendarId(), List.of())));
        return new PlantView(
                plant.id(),
                plant.name(),
                plant.nameVi(),
                plant.zone().getId(),
                plant.machines().stream().map(PlantService::info).toList(),
                tariff.map(t -> t.bands().stream().map(PlantService::band).toList())
                        .orElse(List.of()),
                tariff.map(Tariff::normalVndPerKwh).orElse(0.0),
                plant.stopReasons().stream()
                        .map(r -> new PlantView.StopReasonView(r.code(), r.en(), r.vi()))
                        .toList(),
                byMachine);
    }

    private Optional<Tariff> tariffOn(LocalDate day) {
        return plant.tariffs().stream()
                .filter(t -> !t.validFrom().isAfter(day))
                .max(Comparator.comparing(Tariff::validFrom));
    }

    private static PlantView.MachineInfo info(Machine machine) {
        return new PlantView.MachineInfo(
                machine.id(),
                machine.name(),
                machine.nameVi(),
                machine.kind().name(),
                machine.units(),
                Map.of(
                        "long",
                        machine.maxSheet().longSide_mm(),
                        "short",
                        machine.maxSheet().shortSide_mm()),
                machine.netSpeed(),
                machine.crew(),
                machine.power().running());
    }

    private static PlantView.Band band(Tariff.Band band) {
        return new PlantView.Band(
                band.level().name(),
                band.days().stream().sorted().toList(),
                band.from().toString(),
                band.to().toString(),
                band.vndPerKwh());
    }
}
