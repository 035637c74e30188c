package vn.nhain.dashboard.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.MachineSnapshot;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.scheduler.api.ScheduleRequest.Downtime;

/** When machines that are down are expected back: what somebody has said, otherwise an assumed repair. Thread-safe. */
public final class Repairs {
    private static final Duration AT_LEAST = Duration.ofMinutes(15);

    private final LiveMachines live;
    private final Clock plantClock;
    private final Duration assumed;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    public Repairs(LiveMachines live, Clock plantClock, Duration assumed) {
        this.live = live;
        this.plantClock = plantClock;
        this.assumed = assumed;
    }

    /** Somebody has said when a machine will be back. */
    public void expect(String machineId, Instant until) {
        told.put(machineId, until);
    }

    /** Machines that are down now. */
    List<Downtime> downtimes() {
        return live.list().stream()
                .filter(m -> m.state() == MachineState.DOWN || m.state() == MachineState.MAINTENANCE)
                .map(m -> new Downtime(m.machineId(), m.since(), until(m)))
                .toList();
    }

    /** The same by machine: when each is expected back. */
    Map<String, Instant> freeFrom() {
        Map<String, Instant> free = new HashMap<>();
        downtimes().forEach(d -> free.put(d.machineId(), d.until()));
        return free;
    }

    private Instant until(MachineSnapshot machine) {
        Instant now = plantClock.instant();
        Instant said = told.get(machine.machineId());
        Instant until = said != null && said.isAfter(machine.since())
                ? said
                : machine.since().plus(assumed);
        Instant soonest = now.plus(AT_LEAST);
        // overdue: nobody knows better than "soon"
        return until.isAfter(now) ? until : soonest;
    }
}
