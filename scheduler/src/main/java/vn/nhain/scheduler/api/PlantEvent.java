package vn.nhain.scheduler.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.api.ScheduleRequest.Downtime;

/** Something that happened to the plant which the plan in force does not know. */
public sealed interface PlantEvent {
    /** What is to be planned after it; the plan in force stays the one it was. */
    ScheduleRequest applyTo(ScheduleRequest request);

    /**
     * A machine is out of work; it replaces what was known of this machine before.
     *
     * @param machineId the machine
     * @param from plant time at which it broke
     * @param until plant time at which it is expected back
     */
    record MachineDown(String machineId, Instant from, Instant until) implements PlantEvent {
        @Override
        public ScheduleRequest applyTo(ScheduleRequest request) {
            return request.withDowntimes(replaced(
                    request.downtimes(),
                    d -> d.machineId().equals(machineId),
                    List.of(new Downtime(machineId, from, until))));
        }
    }

    /**
     * A machine works again.
     *
     * @param machineId the machine
     */
    record MachineUp(String machineId) implements PlantEvent {
        @Override
        public ScheduleRequest applyTo(ScheduleRequest request) {
            return request.withDowntimes(
                    replaced(request.downtimes(), d -> d.machineId().equals(machineId), List.of()));
        }
    }

    /**
     * An order came in, or is another than before: it replaces the one of its id.
     *
     * @param order as it is now
     */
    record OrderChanged(Order order) implements PlantEvent {
        @Override
        public ScheduleRequest applyTo(ScheduleRequest request) {
            return request.withOrders(replaced(request.orders(), o -> o.id().equals(order.id()), List.of(order)));
        }
    }

    /**
     * An order is not to be made any more. What of it has started stays as it is.
     *
     * @param orderId the order
     */
    record OrderCancelled(String orderId) implements PlantEvent {
        @Override
        public ScheduleRequest applyTo(ScheduleRequest request) {
            return request.withOrders(replaced(request.orders(), o -> o.id().equals(orderId), List.of()));
        }
    }

    /**
     * Paper comes at another time.
     *
     * @param lotId the lot
     * @param usableFrom plant time from which it may be printed
     */
    record PaperMoved(String lotId, Instant usableFrom) implements PlantEvent {
        @Override
        public ScheduleRequest applyTo(ScheduleRequest request) {
            return request.withStock(new Stock(request.stock().lots().stream()
                    .map(lot -> lot.id().equals(lotId) ? moved(lot) : lot)
                    .toList()));
        }

        private StockLot moved(StockLot lot) {
            return new StockLot(
                    lot.id(),
                    lot.materialId(),
                    lot.sheets(),
                    usableFrom,
                    lot.arrival(),
                    lot.certified(),
                    lot.expires());
        }
    }

    /**
     * The quality state of a machine is another.
     *
     * @param machineId the machine
     * @param state as it is now
     */
    record QualityChanged(String machineId, QualityState state) implements PlantEvent {
        @Override
        public ScheduleRequest applyTo(ScheduleRequest request) {
            Map<String, QualityState> states = new HashMap<>(request.qualityStates());
            states.put(machineId, state);
            return request.withQualityStates(states);
        }
    }

    /**
     * An operation has started or ended, sooner or later than planned, or its end is now expected at another time.
     *
     * @param actual as it is now
     */
    record OperationReported(Actual actual) implements PlantEvent {
        @Override
        public ScheduleRequest applyTo(ScheduleRequest request) {
            return request.withActuals(replaced(
                    request.actuals(),
                    a -> a.orderId().equals(actual.orderId()) && a.operationId().equals(actual.operationId()),
                    List.of(actual)));
        }
    }

    private static <T> List<T> replaced(List<T> all, Predicate<T> old, List<T> by) {
        return new ArrayList<>(
                Stream.concat(all.stream().filter(old.negate()), by.stream()).toList());
    }
}
