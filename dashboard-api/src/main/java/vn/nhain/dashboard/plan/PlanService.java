package vn.nhain.dashboard.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.order.OrderService;
import vn.nhain.dashboard.order.api.Bilingual;
import vn.nhain.dashboard.order.api.OrderView;
import vn.nhain.dashboard.plan.api.OrderDetail;
import vn.nhain.dashboard.plan.api.PlanView;
import vn.nhain.dashboard.plan.api.PlannedOperationView;
import vn.nhain.dashboard.plan.api.QueueView;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.plant.Plant;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.Schedule;

/** Plans, read and released. Thread-safe. */
public final class PlanService {
    private static final int QUEUE = 3;

    private final Plant plant;
    private final PlanBook plans;
    private final PlanBoard board;
    private final OrderService orders;
    private final Readiness readiness;

    public PlanService(Plant plant, PlanBook plans, PlanBoard board, OrderService orders, Readiness readiness) {
        this.plant = plant;
        this.plans = plans;
        this.board = board;
        this.orders = orders;
        this.readiness = readiness;
    }

    /**
     * A plan.
     *
     * @param version its number; null for the one in force, or the newest draft when none is
     * @throws NotFoundException when there is none
     */
    public PlanView getPlan(@Nullable Integer version) {
        return PlanViews.plan(plans.getVersion(version), board.state());
    }

    /** All plans, the newest first. */
    public List<PlanView.Head> listPlans() {
        return plans.listVersions().stream().map(PlanViews::head).toList();
    }

    /**
     * Puts the newest draft into force.
     *
     * @throws NotFoundException when there is no such version
     * @throws vn.nhain.dashboard.problem.ConflictException when it is not the newest draft
     */
    public PlanView release(int version, String who) {
        PlanVersion released = plans.release(version, who);
        board.refresh();
        return PlanViews.plan(released, board.state());
    }

    /** Number of the plan in force, if there is one. */
    public Optional<Integer> findReleasedVersion() {
        return plans.findReleased().map(PlanVersion::version);
    }

    /**
     * What a machine does and has next.
     *
     * @throws NotFoundException when the plant has no such machine
     */
    public QueueView queue(String machineId) {
        if (plant.findMachine(machineId).isEmpty()) {
            throw NotFoundException.of("machine", machineId);
        }
        PlanState now = board.state();
        boolean released = now.inForce();
        List<PlannedOperation> all =
                now.shown().map(p -> p.schedule().operations()).orElse(List.of());
        Optional<PlannedOperationView> current = now.executions().values().stream()
                .filter(e -> e.isOpen() && e.machineId().equals(machineId))
                .flatMap(e -> all.stream().filter(o -> keyOf(o).equals(e.key())))
                .findFirst()
                .map(o -> PlanViews.operation(o, released, now));
        Map<JobKey, Long> before = takenBefore(now);
        List<QueueView.Queued> next = PlanBoard.toCome(now, machineId)
                .limit(QUEUE)
                .map(o -> QueueView.Queued.of(
                        PlanViews.operation(o, released, now),
                        readiness.check(o, o.setupStart(), before.getOrDefault(keyOf(o), 0L), now.executions())))
                .toList();
        return new QueueView(current.orElse(null), next);
    }

    /**
     * An order with its operations.
     *
     * @throws NotFoundException when there is no such order
     */
    public OrderDetail getOrder(String id) {
        OrderView order = orders.getOrder(id);
        PlanState now = board.state();
        Map<JobKey, PlannedOperation> planned = new HashMap<>();
        now.shown().map(p -> p.schedule().operations()).orElse(List.of()).forEach(o -> planned.put(keyOf(o), o));
        List<Object> operations = new ArrayList<>();
        Order known = now.orders().get(id);
        for (Operation operation : known == null ? List.<Operation>of() : known.operations()) {
            PlannedOperation in = planned.get(new JobKey(id, operation.id()));
            operations.add(in == null ? barred(now, id, operation) : PlanViews.operation(in, now.inForce(), now));
        }
        return OrderDetail.of(order, operations);
    }

    private static OrderDetail.Barred barred(PlanState now, String orderId, Operation operation) {
        Execution execution = now.executions().get(new JobKey(orderId, operation.id()));
        Bilingual why = now.shown().map(PlanVersion::schedule).stream()
                .flatMap(s -> s.unplanned().stream())
                .filter(u -> u.orderId().equals(orderId) && u.operationId().equals(operation.id()))
                .map(Schedule.Unplanned::barredBy)
                .map(PlanService::sentence)
                .findFirst()
                .orElse(null);
        String status = execution != null && execution.status() == Execution.Status.DONE ? "done" : "planned";
        return new OrderDetail.Barred(operation.id(), operation.kind().name(), why, status);
    }

    private static Bilingual sentence(Reason reason) {
        return new Bilingual(reason.en(), reason.vi());
    }

    /** Sheets of the same material that operations before each one will take. */
    private static Map<JobKey, Long> takenBefore(PlanState now) {
        Map<String, Long> taken = new HashMap<>();
        Map<JobKey, Long> before = new HashMap<>();
        PlanBoard.toCome(now, null).forEach(o -> PlanBoard.materialOf(now, o).ifPresent(material -> {
            before.put(keyOf(o), taken.getOrDefault(material, 0L));
            taken.merge(material, (long) o.unitsIn(), Long::sum);
        }));
        return before;
    }

    private static JobKey keyOf(PlannedOperation o) {
        return new JobKey(o.orderId(), o.operationId());
    }
}
