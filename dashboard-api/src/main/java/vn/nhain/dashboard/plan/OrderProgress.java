package vn.nhain.dashboard.plan;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.order.OrderBook;
import vn.nhain.dashboard.stock.StockService;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.scheduler.api.PlannedOperation;

/** What the floor means for orders and stock: a first operation begins an order and takes its paper, the last one ends it. */
public final class OrderProgress implements FloorListener {
    private static final Logger log = LoggerFactory.getLogger(OrderProgress.class);

    private final OrderBook orders;
    private final StockService stock;
    private final Floor floor;
    private final PlanBook plans;

    public OrderProgress(OrderBook orders, StockService stock, Floor floor, PlanBook plans) {
        this.orders = orders;
        this.stock = stock;
        this.floor = floor;
        this.plans = plans;
    }

    @Override
    public void started(Execution execution) {
        orders.findOrder(execution.key().orderId()).ifPresent(order -> {
            if (order.status() == OrderStatus.OPEN) {
                orders.setStatus(order.id(), OrderStatus.IN_PROGRESS);
            }
            order.operations().stream()
                    .filter(o -> o.id().equals(execution.key().operationId()) && o.kind() == OperationKind.PRINT)
                    .findFirst()
                    .ifPresent(o -> takePaper(order, o, execution));
        });
    }

    @Override
    public void done(Execution execution) {
        orders.findOrder(execution.key().orderId()).ifPresent(order -> {
            boolean all = order.operations().stream().allMatch(o -> floor.find(new JobKey(order.id(), o.id()))
                    .filter(e -> e.status() == Execution.Status.DONE)
                    .isPresent());
            if (all) {
                orders.setStatus(order.id(), OrderStatus.DONE);
                log.info("Order {} is done", order.id());
            }
        });
    }

    @Override
    public void stopped(Execution execution) {
        // the order goes on: its rest is sent anew
    }

    private void takePaper(Order order, Operation operation, Execution execution) {
        int sheets = plans.findPlanned(execution)
                .map(PlannedOperation::unitsIn)
                .orElse(execution.total() + execution.command().makereadySheets());
        int taken = stock.take(operation.form().materialId(), sheets, order.fsc());
        if (taken < sheets) {
            log.warn(
                    "{} takes {} sheets of {}, the store knew of {} only",
                    execution.key().jobId(),
                    sheets,
                    operation.form().materialId(),
                    taken);
        }
    }
}
