package vn.nhain.dashboard._support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.GangProposal;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.Remedy;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;
import vn.nhain.scheduler.configure.SchedulingServices;

/**
 * A scheduler that is small enough for a test to foretell: orders by due date, each step on the first machine that can do
 * it, ten minutes of setup and a run of an hour, one after another. Steps that have begun or are done are left out.
 */
public final class GreedyScheduler implements SchedulingService {
    private static final Duration SETUP = Duration.ofMinutes(10);
    private static final Duration RUN = Duration.ofHours(1);

    /** The last request, to look at. */
    public volatile ScheduleRequest last;

    /** While set, a solve waits for its stop. */
    public volatile boolean endless;

    @Override
    public SolveJob solve(ScheduleRequest request, SolveLimits limits, Consumer<SolveProgress> progress) {
        AtomicReference<Schedule> best = new AtomicReference<>(dueDateFirst(request));
        AtomicInteger changes = new AtomicInteger();
        CompletableFuture<Schedule> result = new CompletableFuture<>();
        tell(progress, best.get(), 0);
        if (!endless) {
            result.complete(best.get());
        }
        return new SolveJob() {
            @Override
            public void stop() {
                result.complete(best.get());
            }

            @Override
            public boolean change(ScheduleRequest changed) {
                if (result.isDone()) {
                    return false;
                }
                best.set(dueDateFirst(changed));
                tell(progress, best.get(), changes.incrementAndGet());
                return true;
            }

            @Override
            public CompletableFuture<Schedule> result() {
                return result;
            }
        };
    }

    private static void tell(Consumer<SolveProgress> progress, Schedule plan, int changes) {
        double cost = plan.figures().totalVnd();
        progress.accept(
                new SolveProgress(Duration.ofMillis(5), changes, true, cost, 2 * cost, plan.figures(), 1000, plan));
    }

    @Override
    public Schedule dueDateFirst(ScheduleRequest request) {
        last = request;
        Map<String, Instant> free = new HashMap<>();
        Map<String, Instant> ended = new HashMap<>();
        Set<String> fixed = new HashSet<>();
        for (ScheduleRequest.Actual actual : request.actuals()) {
            fixed.add(actual.orderId() + "/" + actual.operationId());
            ended.put(actual.orderId() + "/" + actual.operationId(), actual.end());
            free.merge(actual.machineId(), actual.end(), (a, b) -> a.isAfter(b) ? a : b);
        }
        request.downtimes().forEach(d -> free.merge(d.machineId(), d.until(), (a, b) -> a.isAfter(b) ? a : b));
        List<PlannedOperation> operations = new ArrayList<>();
        List<Schedule.OrderOutcome> outcomes = new ArrayList<>();
        request.orders().stream().sorted(Comparator.comparing(Order::due)).forEach(order -> {
            Instant end = request.origin();
            for (Operation operation : order.operations()) {
                String job = order.id() + "/" + operation.id();
                if (!fixed.contains(job)) {
                    Machine machine = request.plant().machines().stream()
                            .filter(m -> m.operations().contains(operation.kind()))
                            .findFirst()
                            .orElseThrow();
                    Instant start = free.getOrDefault(machine.id(), request.origin());
                    for (String before : operation.predecessors()) {
                        Instant dry = ended.getOrDefault(order.id() + "/" + before, request.origin())
                                .plus(Duration.ofMinutes(30));
                        start = dry.isAfter(start) ? dry : start;
                    }
                    start = start.isBefore(request.origin()) ? request.origin() : start;
                    PlannedOperation planned = planned(order, operation, machine, start);
                    operations.add(planned);
                    free.put(machine.id(), planned.end());
                    ended.put(job, planned.end());
                }
                end = ended.getOrDefault(job, end);
            }
            long late = Math.max(0, Duration.between(order.due(), end).toMinutes());
            outcomes.add(new Schedule.OrderOutcome(order.id(), end, late, new Reason("machine", "Busy.", "Máy bận.")));
        });
        return new Schedule(request.origin(), operations, outcomes, List.of(), figures(operations, outcomes));
    }

    @Override
    public List<GangProposal> gangProposals(ScheduleRequest request) {
        return SchedulingServices.create().gangProposals(request);
    }

    @Override
    public PlanExplanation explainPlan(ScheduleRequest request, Schedule schedule) {
        return SchedulingServices.create().explainPlan(request, schedule);
    }

    @Override
    public Optional<Schedule> planOfRemedy(ScheduleRequest request, Schedule schedule, String orderId, String code) {
        return SchedulingServices.create().planOfRemedy(request, schedule, orderId, code);
    }

    @Override
    public List<Remedy> remedies(ScheduleRequest request, Schedule schedule, String orderId) {
        return SchedulingServices.create().remedies(request, schedule, orderId);
    }

    @Override
    public Explanation explain(ScheduleRequest request, Schedule schedule, String orderId) {
        return SchedulingServices.create().explain(request, schedule, orderId);
    }

    private static PlannedOperation planned(Order order, Operation operation, Machine machine, Instant start) {
        return new PlannedOperation(
                order.id(),
                operation.id(),
                operation.kind(),
                machine.id(),
                start,
                start.plus(SETUP),
                start.plus(SETUP).plus(RUN),
                operation.goodQuantity(),
                operation.goodQuantity() + 150,
                150,
                SETUP.toMinutes(),
                0,
                "plates 4",
                false,
                new Reason("machine", "The machine is free.", "Máy rảnh."));
    }

    private static Figures figures(List<PlannedOperation> operations, List<Schedule.OrderOutcome> outcomes) {
        double setupHours = operations.size() * SETUP.toMinutes() / 60.0;
        Map<String, Double> lines = new LinkedHashMap<>();
        lines.put("setup", setupHours * 900_000);
        int late = (int) outcomes.stream().filter(o -> o.lateMinutes() > 0).count();
        return new Figures(late, 0, setupHours, 150L * operations.size(), setupHours * 900_000, 10, 2, 6.6, lines);
    }
}
