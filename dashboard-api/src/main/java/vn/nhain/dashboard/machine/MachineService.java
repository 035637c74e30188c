package vn.nhain.dashboard.machine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.machine.api.MachineDetail;
import vn.nhain.dashboard.machine.api.MachineLive;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;

/** The live board: machines of the plant file, what they do, and what the plan says about it. Thread-safe. */
public final class MachineService {
    private final Plant plant;
    private final LiveMachines live;
    private final JobBook jobs;
    private final ReportedStops stops;
    private final QualityStates quality;
    private final Clock plantClock;

    public MachineService(
            Plant plant,
            LiveMachines live,
            JobBook jobs,
            ReportedStops stops,
            QualityStates quality,
            Clock plantClock) {
        this.plant = plant;
        this.live = live;
        this.jobs = jobs;
        this.stops = stops;
        this.quality = quality;
        this.plantClock = plantClock;
    }

    /** Every machine of the plant, in the order of the board. */
    public List<MachineLive> listMachines() {
        Map<String, Machine> byId = new TreeMap<>();
        plant.machines().forEach(m -> byId.put(m.id(), m));
        List<MachineLive> all = new ArrayList<>();
        for (MachineSnapshot snapshot : live.list()) {
            Machine machine = byId.get(snapshot.machineId());
            if (machine != null) {
                all.add(view(machine, snapshot));
            }
        }
        return all;
    }

    /**
     * One machine.
     *
     * @throws NotFoundException when the plant has no such machine
     */
    public MachineDetail getMachine(String id) {
        Machine machine = plant.findMachine(id).orElseThrow(() -> NotFoundException.of("machine", id));
        MachineSnapshot snapshot = live.get(id);
        Map<String, MachineDetail.Metric> metrics = new TreeMap<>();
        snapshot.metrics()
                .forEach((metric, value) -> metrics.put(
                        metric,
                        new MachineDetail.Metric(
                                Double.isFinite(value.value()) ? value.value() : null,
                                value.text(),
                                MetricUnits.of(metric),
                                value.quality().name().toLowerCase(Locale.ROOT),
                                value.at())));
        return MachineDetail.of(view(machine, snapshot), metrics);
    }

    private MachineLive view(Machine machine, MachineSnapshot now) {
        String fault = now.text(Metrics.FAULT_CODE);
        String stopReason = stopReason(now);
        return new MachineLive(
                machine.id(),
                machine.name(),
                machine.nameVi(),
                machine.kind().name(),
                now.state().name(),
                now.since(),
                job(now),
                now.state() == MachineState.OFFLINE ? 0 : number(now, Metrics.SPEED_ACTUAL),
                number(now, Metrics.SPEED_SET),
                Math.round(number(now, Metrics.COUNT_GOOD)),
                Math.round(number(now, Metrics.COUNT_WASTE)),
                boxed(now.number(Metrics.POWER)),
                boxed(now.number(Metrics.ENERGY)),
                quality.of(machine.id()).name(),
                now.stale(),
                fault.isEmpty() ? null : new MachineLive.Fault(fault, now.text(Metrics.FAULT_TEXT)),
                stopReason.isEmpty() ? null : stopReason,
                jobs.findNext(machine.id())
                        .map(n -> new MachineLive.Next(n.orderId(), n.operationId(), n.start()))
                        .orElse(null));
    }

    private String stopReason(MachineSnapshot now) {
        boolean stands = now.state() == MachineState.STOPPED || now.state() == MachineState.DOWN;
        Optional<String> given = stands ? stops.findReason(now.machineId(), now.since()) : Optional.empty();
        return given.orElse(now.text(Metrics.STOP_REASON));
    }

    private MachineLive.@Nullable JobLive job(MachineSnapshot now) {
        String id = now.text(Metrics.JOB);
        if (id.isEmpty()) {
            return null;
        }
        Optional<JobBook.Job> known = jobs.findJob(id);
        double before = known.map(JobBook.Job::goodBefore).orElse(0.0);
        long good = Math.round(before + number(now, Metrics.JOB_GOOD));
        long total = known.map(job -> (long) job.quantity()).orElse(Math.round(number(now, Metrics.JOB_TOTAL)));
        return new MachineLive.JobLive(
                id,
                known.map(JobBook.Job::orderId).orElse(""),
                known.map(JobBook.Job::operationId).orElse(""),
                known.map(JobBook.Job::title).orElse(id),
                good,
                Math.round(number(now, Metrics.JOB_WASTE)),
                total,
                known.flatMap(JobBook.Job::plannedEnd).orElse(null),
                atPresentSpeed(now, total - good)
                        .or(() -> known.flatMap(JobBook.Job::expectedEnd))
                        .orElse(null),
                now.text(Metrics.JOB_PHASE));
    }

    private Optional<Instant> atPresentSpeed(MachineSnapshot now, long left) {
        double speed = number(now, Metrics.SPEED_ACTUAL);
        if (now.state() != MachineState.RUNNING || now.stale() || speed < 1) {
            return Optional.empty();
        }
        return Optional.of(
                plantClock.instant().plus(Duration.ofSeconds(Math.round(Math.max(0, left) * 3600.0 / speed))));
    }

    private static double number(MachineSnapshot now, String metric) {
        return now.number(metric).orElse(0);
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
