package vn.nhain.simulators.press;

import java.time.ZoneId;
import java.util.List;
import vn.nhain.plant.Plant;
import vn.nhain.plant.StopReason;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.machine.Machine;

/**
 * Everything about a simulated machine that does not change while it lives.
 *
 * @param machine the machine of the plant file
 * @param calendar when it works
 * @param zone the plant's zone
 * @param stopReasons codes that its operator can give for a stop
 * @param temper how it differs from others of its kind
 * @param seed the same seed gives the same course
 */
public record MachineSetting(
        Machine machine, WorkingCalendar calendar, ZoneId zone, List<String> stopReasons, Temper temper, long seed) {
    public MachineSetting {
        stopReasons = List.copyOf(stopReasons);
    }

    /**
     * The setting of a machine of a plant.
     *
     * @throws IllegalArgumentException when its calendar is not among the plant's
     */
    public static MachineSetting of(Plant plant, Machine machine, Temper temper, long seed) {
        WorkingCalendar calendar = plant.findCalendar(machine.calendarId())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The calendarId (%s) of machine (%s) is none of the plant's calendars."
                                .formatted(machine.calendarId(), machine.id())));
        List<String> reasons =
                plant.stopReasons().stream().map(StopReason::code).toList();
        return new MachineSetting(machine, calendar, plant.zone(), reasons, temper, seed);
    }
}
