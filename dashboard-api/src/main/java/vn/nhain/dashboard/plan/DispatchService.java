package vn.nhain.dashboard.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.MachineSnapshot;
import vn.nhain.dashboard.order.OrderBook;
import vn.nhain.plant.Plant;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.scheduler.api.PlannedOperation;

/**
 * Sends the plan in force to the floor: each machine gets its next job when it is idle, the planned time has come and all
 * that the job needs is there. Nothing is sent that was not released. A command without an answer is sent again under the
 * same id; a job that a machine refused or lost is sent anew, its rest only.
 */
public final class DispatchService {
    private static final Logger log = LoggerFactory.getLogger(DispatchService.class);
    /** A machine that refused is left in peace so long, wall time. */
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(20);

    private final Plant plant;
    private final PlanBook plans;
    private final Floor floor;
    private final FloorTracker tracker;
    private final LiveMachines live;
    private final OrderBook orders;
    private final Readiness readiness;
    private final CommandSender sender;
    private final Clock plantClock;
    private final InstantSource wall;
    private final Duration repeatAfter;
    /** Wall times, valid for this process. */
    private final Map<JobKey, Instant> lastSent = new HashMap<>();

    private final Map<JobKey, Instant> missingSince = new HashMap<>();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

    public DispatchService(
            Plant plant,
            PlanBook plans,
            Floor floor,
            FloorTracker tracker,
            LiveMachines live,
            OrderBook orders,
            Readiness readiness,
            CommandSender sender,
            Clock plantClock,
            InstantSource wall,
            Duration repeatAfter) {
        this.plant = plant;
        this.plans = plans;
        this.floor = floor;
        this.tracker = tracker;
        this.live = live;
        this.orders = orders;
        this.readiness = readiness;
        this.sender = sender;
        this.plantClock = plantClock;
        this.wall = wall;
        this.repeatAfter = repeatAfter;
    }

    /** Looks at every machine once; to be called on a beat. */
    public synchronized void tick() {
        Optional<PlanVersion> plan = plans.findReleased();
        Map<JobKey, Execution> executions = floor.executions();
        for (MachineSnapshot machine : live.list()) {
            Optional<Execution> open = floor.findOpenOn(machine.machineId());
            if (open.isPresent()) {
                follow(open.get(), machine);
            } else if (plan.isPresent() && isFree(machine)) {
                sendNext(plan.get(), machine, executions);
            }
        }
    }

    private boolean isFree(MachineSnapshot machine) {
        Instant waits = notBefore.get(machine.machineId());
        return machine.state() == MachineState.IDLE
                && !machine.stale()
                && machine.text(Metrics.JOB).isEmpty()
                && (waits == null || !wall.instant().isBefore(waits));
    }

    private void follow(Execution execution, MachineSnapshot machine) {
        if (machine.state() == MachineState.OFFLINE || machine.stale()) {
            missingSince.remove(execution.key());
            return; // nobody knows; it is asked again when the machine is back
        }
        if (execution.status() == Execution.Status.RUNNING) {
            watchLoss(execution, machine);
        } else {
            repeat(execution);
        }
    }

    /** A running job that its machine no longer names was lost: a restart of its control, a job taken out by hand. */
    private void watchLoss(Execution execution, MachineSnapshot machine) {
        if (machine.text(Metrics.JOB).equals(execution.key().jobId())) {
            missingSince.remove(execution.key());
            return;
        }
        Instant now = wall.instant();
        Instant since = missingSince.computeIfAbsent(execution.key(), k -> now);
        if (Duration.between(since, now).compareTo(repeatAfter) >= 0) {
            missingSince.remove(execution.key());
            log.warn(
                    "{} no longer has {}; the rest is sent anew",
                    machine.machineId(),
                    execution.key().jobId());
            tracker.giveUp(execution, "The machine no longer has the job.");
        }
    }

    private void repeat(Execution execution) {
        Instant now = wall.instant();
        Instant sent = lastSent.get(execution.key());
        if (sent == null || Duration.between(sent, now).compareTo(repeatAfter) >= 0) {
            sender.send(execution.command());
            lastSent.put(execution.key(), now);
        }
    }

    private void sendNext(PlanVersion plan, MachineSnapshot machine, Map<JobKey, Execution> executions) {
        Instant now = plantClock.instant();
        List<PlannedOperation> due = plan.schedule().operations().stream()
                .filter(o -> o.machineId().equals(machine.machineId()))
                .filter(o -> !o.setupStart().isAfter(now))
                .filter(o -> isToDo(executions.get(new JobKey(o.orderId(), o.operationId()))))
                .sorted(Comparator.comparing(PlannedOperation::setupStart))
                .toList();
        for (PlannedOperation planned : due) {
            if (readiness.check(planned, now, 0, executions).allOk()) {
                send(plan, planned, executions.get(new JobKey(planned.orderId(), planned.operationId())), now);
                return;
            }
        }
    }

    private static boolean isToDo(@Nullable Execution execution) {
        return execution == null || execution.status() == Execution.Status.STOPPED;
    }

    private void send(PlanVersion plan, PlannedOperation planned, @Nullable Execution before, Instant now) {
        Machine machine = plant.findMachine(planned.machineId()).orElseThrow();
        JobKey key = new JobKey(planned.orderId(), planned.operationId());
        Optional<Operation> operation = findOperation(key);
        int total = operation.map(o -> machine.strokes(o, planned.quantity())).orElse(planned.quantity());
        // what was good on another machine counts by its share: the two may count differently
        double good = before == null ? 0 : Math.floor(before.progress() * total);
        int attempt = before == null ? 1 : before.attempt() + 1;
        JobStart command = new JobStart(
                "v%d:%s#%d".formatted(plan.version(), key.jobId(), attempt),
                planned.machineId(),
                key.jobId(),
                planned.orderId(),
                planned.operationId(),
                planned.kind().name(),
                (int) Math.max(1, total - good),
                planned.makereadySheets(),
                planned.setupMinutes(),
                planned.washMinutes(),
                machine.netSpeed(),
                operation.map(DispatchService::inks).orElse(List.of()));
        // stored before it is sent: its answer may come at once, and a crash in between is mended by repeating it
        floor.put(new Execution(
                key,
                planned.machineId(),
                Execution.Status.SENT,
                plan.version(),
                attempt,
                command,
                now,
                null,
                before == null ? null : before.startedAt(),
                null,
                good,
                good,
                0,
                total,
                ""));
        lastSent.put(key, wall.instant());
        sender.send(command);
        log.info("Sent {} to {}", key.jobId(), planned.machineId());
    }

    /**
     * Leaves a machine in peace for a while after it refused a job. Takes no lock: it is called while a message is being
     * taken, and sending one waits for that.
     */
    public void hold(String machineId) {
        notBefore.put(machineId, wall.instant().plus(AFTER_REFUSAL));
    }

    private Optional<Operation> findOperation(JobKey key) {
        return orders.findOrder(key.orderId()).stream()
                .flatMap(order -> order.operations().stream())
                .filter(o -> o.id().equals(key.operationId()))
                .findFirst();
    }

    private static List<String> inks(Operation operation) {
        return Stream.concat(operation.form().frontInks().stream(), operation.form().backInks().stream())
                .distinct()
                .toList();
    }
}
