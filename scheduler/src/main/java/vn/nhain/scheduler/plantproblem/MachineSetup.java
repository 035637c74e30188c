package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.Plant;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;

/** How each machine stands when planning begins: when it is open, what is set up on it, how it is calibrated. */
final class MachineSetup {
    private final ScheduleRequest request;
    private final PlanTime time;
    private final int horizon;

    /**
     * @param horizon minutes for which calendars are laid out
     */
    MachineSetup(ScheduleRequest request, PlanTime time, int horizon) {
        this.request = request;
        this.time = time;
        this.horizon = horizon;
    }

    /** Machines of the plant, in its order; a machine that is busy is open from the end of what it does. */
    List<PlantMachine> machines() {
        Plant plant = request.plant();
        OpenTimes openTimes = new OpenTimes(time, plant.zone(), horizon);
        List<PlantMachine> machines = new ArrayList<>();
        for (Machine machine : plant.machines()) {
            List<Actual> onIt = request.actuals().stream()
                    .filter(a -> a.machineId().equals(machine.id()))
                    .sorted(Comparator.comparing(Actual::start))
                    .toList();
            int busyUntil = onIt.stream()
                    .filter(a -> !a.done())
                    .mapToInt(a -> time.from(a.end()))
                    .max()
                    .orElse(-1);
            Setting standing = onIt.isEmpty() ? null : setting(onIt.get(onIt.size() - 1));
            WorkingCalendar calendar = plant.findCalendar(machine.calendarId()).orElseThrow();
            Windows windows = openTimes.of(
                    calendar,
                    request.downtimes().stream()
                            .filter(d -> d.machineId().equals(machine.id()))
                            .toList(),
                    Math.max(0, busyUntil));
            Recalibration recalibration = recalibration(machine, windows);
            machines.add(new PlantMachine(
                    machines.size(),
                    machine,
                    recalibration == null ? windows : recalibration.outOf(windows),
                    standing,
                    new ChangeOver(machine),
                    busyUntil,
                    request.qualityStates().getOrDefault(machine.id(), QualityState.GREEN),
                    recalibration));
        }
        return machines;
    }

    /** The planned recalibration of a machine; null when there is none or no time for it. */
    private @Nullable Recalibration recalibration(Machine machine, Windows windows) {
        return request.recalibrations().stream()
                .filter(r -> r.machineId().equals(machine.id()))
                .findFirst()
                .map(r -> Recalibration.in(
                        windows, time.from(r.notBefore()), PlantProblemBuilder.minutes(r.length()), r.after()))
                .filter(Recalibration::isPossible)
                .orElse(null);
    }

    private @Nullable Setting setting(Actual actual) {
        return request.orders().stream()
                .filter(o -> o.id().equals(actual.orderId()))
                .flatMap(o -> o.operations().stream())
                .filter(o -> o.id().equals(actual.operationId()))
                .findFirst()
                .map(o -> Setting.of(o.form()))
                .orElse(null);
    }
}
