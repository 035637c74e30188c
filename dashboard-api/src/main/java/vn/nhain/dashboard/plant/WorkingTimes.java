package vn.nhain.dashboard.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Machine;

/** Arithmetic in the working time of machines: shifts less breaks, maintenance and closures. Thread-safe. */
public final class WorkingTimes {
    private final Map<String, OpenLine> byMachine = new HashMap<>();

    /**
     * @param plant whose machines and calendars to take
     */
    public WorkingTimes(Plant plant) {
        Map<String, OpenLine> byCalendar = new HashMap<>();
        plant.calendars().forEach(c -> byCalendar.put(c.id(), new OpenLine(c, plant.zone())));
        for (Machine machine : plant.machines()) {
            OpenLine line = byCalendar.get(machine.calendarId());
            if (line != null) {
                byMachine.put(machine.id(), line);
            }
        }
    }

    /** Working time of the machine between two instants; none when {@code to} is not after {@code from}. */
    public synchronized Duration between(String machineId, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        OpenLine line = byMachine.get(machineId);
        return line == null ? Duration.between(from, to) : line.between(from, to);
    }

    /** When {@code work} of working time has passed since {@code start}. */
    public synchronized Instant after(String machineId, Instant start, Duration work) {
        if (work.isZero() || work.isNegative()) {
            return start;
        }
        OpenLine line = byMachine.get(machineId);
        return line == null ? start.plus(work) : line.after(start, work);
    }
}
