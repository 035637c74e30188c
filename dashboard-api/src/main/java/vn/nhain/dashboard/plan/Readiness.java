package vn.nhain.dashboard.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.order.OrderBook;
import vn.nhain.dashboard.order.api.Bilingual;
import vn.nhain.dashboard.plan.api.ReadyView;
import vn.nhain.dashboard.stock.StockService;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;

/** Whether all that an operation needs is there: paper, plates, die, proof, and the steps before it. Thread-safe. */
public final class Readiness {
    private static final ReadyView.Check NOT_NEEDED =
            new ReadyView.Check(true, new Bilingual("Not needed", "Không cần"));

    private final OrderBook orders;
    private final StockService stock;
    private final boolean gatesOpenAsExpected;

    /** With {@code gatesOpenAsExpected} when a gate counts as open once its expected time has come. */
    public Readiness(OrderBook orders, StockService stock, boolean gatesOpenAsExpected) {
        this.orders = orders;
        this.stock = stock;
        this.gatesOpenAsExpected = gatesOpenAsExpected;
    }

    /**
     * Checks an operation.
     *
     * @param planned the operation
     * @param at plant time at which it is to begin
     * @param before sheets of its material that operations before it will take
     * @param executions what became of all operations
     */
    ReadyView check(PlannedOperation planned, Instant at, long before, Map<JobKey, Execution> executions) {
        Optional<Order> order = orders.findOrder(planned.orderId());
        Optional<Operation> operation = order.flatMap(o -> o.operations().stream()
                .filter(x -> x.id().equals(planned.operationId()))
                .findFirst());
        if (order.isEmpty() || operation.isEmpty()) {
            ReadyView.Check gone = new ReadyView.Check(false, new Bilingual("The order is gone", "Đơn hàng không còn"));
            return new ReadyView(gone, gone, gone, gone, gone);
        }
        boolean prints = planned.kind() == OperationKind.PRINT;
        boolean needsTool = operation.get().form().toolId() != null;
        return new ReadyView(
                prints ? paper(planned, order.get(), operation.get(), at, before) : NOT_NEEDED,
                prints ? gate(order.get(), Gate.Kind.PLATES, at, "Plates", "Kẽm") : NOT_NEEDED,
                gate(order.get(), Gate.Kind.PROOF, at, "Proof", "Bản ký mẫu"),
                needsTool ? gate(order.get(), Gate.Kind.DIE, at, "Die", "Khuôn bế") : NOT_NEEDED,
                steps(planned, operation.get(), order.get(), at, executions));
    }

    private ReadyView.Check paper(PlannedOperation planned, Order order, Operation operation, Instant at, long before) {
        String material = operation.form().materialId();
        List<StockLot> lots = stock.listLots().stream()
                .filter(l -> l.materialId().equals(material) && (l.certified() || !order.fsc()))
                .toList();
        long usable = lots.stream()
                .filter(l -> !l.usableFrom().isAfter(at))
                .mapToLong(StockLot::sheets)
                .sum();
        long missing = before + planned.unitsIn() - usable;
        if (missing <= 0) {
            return new ReadyView.Check(
                    true, new Bilingual("Paper is here: %s".formatted(material), "Giấy đã có: %s".formatted(material)));
        }
        Optional<Instant> next = lots.stream()
                .map(StockLot::usableFrom)
                .filter(t -> t.isAfter(at))
                .min(Instant::compareTo);
        return new ReadyView.Check(
                false,
                new Bilingual(
                        "%d sheets of %s are missing%s"
                                .formatted(
                                        missing,
                                        material,
                                        next.map(t -> "; next delivery " + t).orElse("")),
                        "Thiếu %d tờ %s%s"
                                .formatted(
                                        missing,
                                        material,
                                        next.map(t -> "; lô tới về lúc " + t).orElse(""))));
    }

    private ReadyView.Check gate(Order order, Gate.Kind kind, Instant at, String en, String vi) {
        Optional<Gate> gate =
                order.gates().stream().filter(g -> g.kind() == kind).findFirst();
        if (gate.isEmpty() || gate.get().cleared()) {
            return new ReadyView.Check(true, new Bilingual(en + " ready", vi + " đã có"));
        }
        Instant expected = gate.get().expected();
        if (expected == null) {
            return new ReadyView.Check(false, new Bilingual(en + " missing, no date", vi + " chưa có, chưa hẹn ngày"));
        }
        boolean open = gatesOpenAsExpected && !expected.isAfter(at);
        return new ReadyView.Check(
                open,
                open
                        ? new Bilingual(en + " ready", vi + " đã có")
                        : new Bilingual(en + " expected at " + expected, vi + " dự kiến lúc " + expected));
    }

    private static boolean isHandedOn(
            @Nullable Execution execution, String before, Order order, PlannedOperation planned, Instant at) {
        return order.operations().stream()
                .filter(o -> o.id().equals(before))
                .anyMatch(o -> HandedOn.isEnough(execution, o, planned, at));
    }

    private static ReadyView.Check steps(
            PlannedOperation planned, Operation operation, Order order, Instant at, Map<JobKey, Execution> executions) {
        for (String before : operation.predecessors()) {
            Execution execution = executions.get(new JobKey(planned.orderId(), before));
            Instant ended = execution == null ? null : execution.endedAt();
            if (ended == null && isHandedOn(execution, before, order, planned, at)) {
                continue;
            }
            if (ended == null) {
                return new ReadyView.Check(
                        false,
                        new Bilingual(
                                "Step %s is not done".formatted(before), "Công đoạn %s chưa xong".formatted(before)));
            }
            Instant dry = order.operations().stream()
                    .filter(o -> o.id().equals(before))
                    .map(o -> ended.plus(o.minLag()))
                    .findFirst()
                    .orElse(ended);
            if (dry.isAfter(at)) {
                return new ReadyView.Check(
                        false,
                        new Bilingual(
                                "Step %s dries until %s".formatted(before, dry),
                                "Chờ khô sau %s đến %s".formatted(before, dry)));
            }
        }
        return new ReadyView.Check(true, new Bilingual("Steps before are done", "Các công đoạn trước đã xong"));
    }
}
