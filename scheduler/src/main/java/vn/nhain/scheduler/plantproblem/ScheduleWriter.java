package vn.nhain.scheduler.plantproblem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.Schedule.OrderOutcome;
import vn.nhain.scheduler.api.Schedule.Recalibrated;
import vn.nhain.scheduler.api.Schedule.Unplanned;

/** Writes machine sequences back as a schedule in the plant's words. Stateless. */
public final class ScheduleWriter {
    private static final Reason NOT_LATE = new Reason("origin", "", "");

    private final PlantProblem problem;
    private final List<Placement> placements;
    private final Reasons reasons;

    private ScheduleWriter(PlantProblem problem, List<Placement> placements) {
        this.problem = problem;
        this.placements = placements;
        this.reasons = new Reasons(problem, placements);
    }

    /**
     * The schedule in which every task starts as early as the sequences allow.
     *
     * @throws IllegalArgumentException when the sequences leave a task out or contradict its predecessors
     */
    public static Schedule write(PlantProblem problem, MachineSequences sequences) {
        return new ScheduleWriter(problem, Timing.of(problem, sequences)).schedule();
    }

    private Schedule schedule() {
        List<PlannedOperation> operations = new ArrayList<>();
        problem.fixed().forEach(row -> operations.add(fixed(row)));
        placements.forEach(p -> operations.add(planned(p)));
        operations.sort(Comparator.comparing(PlannedOperation::machineId).thenComparing(PlannedOperation::start));
        Map<Order, Instant> ends = ends();
        List<OrderOutcome> outcomes = outcomes(ends);
        return new Schedule(
                problem.time().origin(),
                operations,
                outcomes,
                problem.barred().stream()
                        .map(b -> new Unplanned(b.order().id(), b.operation().id(), b.reason()))
                        .toList(),
                new FiguresWriter(problem, placements).figures(outcomes, ends),
                recalibrations());
    }

    private PlannedOperation fixed(FixedRow row) {
        boolean done = row.actual().done();
        return new PlannedOperation(
                row.order().id(),
                row.operation().id(),
                row.operation().kind(),
                row.actual().machineId(),
                row.actual().start(),
                row.actual().start(),
                row.actual().end(),
                row.quantities().goodOut(),
                row.quantities().unitsIn(),
                0,
                0,
                0,
                "",
                true,
                done ? new Reason("frozen", "is done", "đã xong") : new Reason("frozen", "is running", "đang chạy"));
    }

    private PlannedOperation planned(Placement p) {
        Task task = p.task();
        PlantMachine on = problem.machines().get(p.machine());
        return new PlannedOperation(
                task.order().id(),
                task.operation().id(),
                task.operation().kind(),
                on.machine().id(),
                at(p.setupStart()),
                at(p.start()),
                at(p.end()),
                task.quantities().goodOut(),
                task.quantities().unitsIn(),
                p.change().sheets() + on.changeOver().turn(task.form()).sheets(),
                p.change().minutes(),
                p.change().washMinutes(),
                on.reason(p.before() == null ? null : p.before().task(), task),
                task.pinned(),
                reasons.because(p));
    }

    private List<Recalibrated> recalibrations() {
        List<Recalibrated> planned = new ArrayList<>();
        for (PlantMachine on : problem.machines()) {
            Recalibration recalibration = on.recalibration();
            if (recalibration != null) {
                planned.add(new Recalibrated(on.machine().id(), at(recalibration.from()), at(recalibration.to())));
            }
        }
        return planned;
    }

    /** When the planned part of each order ends. */
    private Map<Order, Instant> ends() {
        Map<Order, Instant> end = new LinkedHashMap<>();
        for (FixedRow row : problem.fixed()) {
            end.merge(row.order(), row.actual().end(), (a, b) -> a.isAfter(b) ? a : b);
        }
        for (Placement p : placements) {
            end.merge(p.task().order(), at(p.end()), (a, b) -> a.isAfter(b) ? a : b);
        }
        return end;
    }

    /** Outcomes of the orders of which every operation is in the plan. */
    private List<OrderOutcome> outcomes(Map<Order, Instant> ends) {
        Set<Order> barred = new HashSet<>();
        problem.barred().forEach(b -> barred.add(b.order()));
        Map<Order, Placement> last = new HashMap<>();
        for (Placement p : placements) {
            last.merge(p.task().order(), p, (a, b) -> b.end() >= a.end() ? b : a);
        }
        return ends.entrySet().stream()
                .filter(e -> !barred.contains(e.getKey()))
                .map(e -> outcome(e.getKey(), e.getValue(), last))
                .toList();
    }

    private OrderOutcome outcome(Order order, Instant end, Map<Order, Placement> last) {
        long late = minutesAfter(order.due(), end);
        Placement placement = last.get(order);
        Reason because = NOT_LATE;
        if (late > 0) {
            because = placement == null
                    ? new Reason("frozen", "its work has started already", "đã bắt đầu làm")
                    : reasons.late(placement);
        }
        return new OrderOutcome(order.id(), end, late, because);
    }

    /** Minutes from a due time to an end, rounded up; 0 when it ends before. */
    static long minutesAfter(Instant due, Instant end) {
        return Math.max(0, -Math.floorDiv(-Duration.between(due, end).toSeconds(), 60L));
    }

    private Instant at(int minute) {
        return problem.time().at(minute);
    }
}
