package vn.nhain.scheduler.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.nhain.plant.Plant;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.quality.QualityState;

/**
 * What to plan, at one instant.
 *
 * @param plant the plant
 * @param orders orders to plan; done and cancelled ones are ignored
 * @param stock paper on hand and on its way; what operations took that have started or are done is no longer in it
 * @param origin plant time from which to plan; nothing that is not yet started may start before it
 * @param actuals operations that have started or are done, which stay as they are
 * @param inForce the plan in force, from which a new one should not stray without need; empty for none
 * @param frozenUntil operations of the plan in force that start before this instant keep machine and order
 * @param downtimes machines that are out of work for a known time
 * @param qualityStates quality state by machine id; a machine that is not named is GREEN
 * @param weights how much each line of cost counts
 * @param recalibrations recalibrations to plan; one a machine at most
 */
public record ScheduleRequest(
        Plant plant,
        List<Order> orders,
        Stock stock,
        Instant origin,
        List<Actual> actuals,
        List<PlannedOperation> inForce,
        Instant frozenUntil,
        List<Downtime> downtimes,
        Map<String, QualityState> qualityStates,
        CostWeights weights,
        List<Recalibration> recalibrations) {
    public ScheduleRequest {
        orders = List.copyOf(orders);
        actuals = List.copyOf(actuals);
        inForce = List.copyOf(inForce);
        downtimes = List.copyOf(downtimes);
        qualityStates = Map.copyOf(qualityStates);
        recalibrations = List.copyOf(recalibrations);
    }

    /** A request in which every line of cost counts as it costs. */
    public ScheduleRequest(
            Plant plant,
            List<Order> orders,
            Stock stock,
            Instant origin,
            List<Actual> actuals,
            List<PlannedOperation> inForce,
            Instant frozenUntil,
            List<Downtime> downtimes,
            Map<String, QualityState> qualityStates) {
        this(
                plant,
                orders,
                stock,
                origin,
                actuals,
                inForce,
                frozenUntil,
                downtimes,
                qualityStates,
                CostWeights.EVEN,
                List.of());
    }

    /** The same with other weights. */
    public ScheduleRequest with(CostWeights other) {
        return changed(copy -> copy.weights = other);
    }

    /** The same with other recalibrations. */
    public ScheduleRequest withRecalibrations(List<Recalibration> other) {
        return changed(copy -> copy.recalibrations = other);
    }

    /** The same in a changed plant. */
    public ScheduleRequest on(Plant other) {
        return changed(copy -> copy.plant = other);
    }

    /** The same with other orders. */
    public ScheduleRequest withOrders(List<Order> other) {
        return changed(copy -> copy.orders = other);
    }

    /** The same with other paper. */
    public ScheduleRequest withStock(Stock other) {
        return changed(copy -> copy.stock = other);
    }

    /** The same with other starts and ends. */
    public ScheduleRequest withActuals(List<Actual> other) {
        return changed(copy -> copy.actuals = other);
    }

    /** The same with other downtimes. */
    public ScheduleRequest withDowntimes(List<Downtime> other) {
        return changed(copy -> copy.downtimes = other);
    }

    /** The same with other quality states. */
    public ScheduleRequest withQualityStates(Map<String, QualityState> other) {
        return changed(copy -> copy.qualityStates = other);
    }

    /**
     * The same at a later time, with a plan in force.
     *
     * @param operations the plan in force
     * @param now the origin from now on
     * @param frozen how far ahead operations keep machine and order
     */
    public ScheduleRequest keeping(List<PlannedOperation> operations, Instant now, Duration frozen) {
        return changed(copy -> {
            copy.origin = now;
            copy.inForce = operations;
            copy.frozenUntil = now.plus(frozen);
        });
    }

    private ScheduleRequest changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.request();
    }

    /** Every part of a request, to be changed before it is one again. */
    private static final class Copy {
        private Plant plant;
        private List<Order> orders;
        private Stock stock;
        private Instant origin;
        private List<Actual> actuals;
        private List<PlannedOperation> inForce;
        private Instant frozenUntil;
        private List<Downtime> downtimes;
        private Map<String, QualityState> qualityStates;
        private CostWeights weights;
        private List<Recalibration> recalibrations;

        private Copy(ScheduleRequest of) {
            plant = of.plant;
            orders = of.orders;
            stock = of.stock;
            origin = of.origin;
            actuals = of.actuals;
            inForce = of.inForce;
            frozenUntil = of.frozenUntil;
            downtimes = of.downtimes;
            qualityStates = of.qualityStates;
            weights = of.weights;
            recalibrations = of.recalibrations;
        }

        private ScheduleRequest request() {
            return new ScheduleRequest(
                    plant,
                    orders,
                    stock,
                    origin,
                    actuals,
                    inForce,
                    frozenUntil,
                    downtimes,
                    qualityStates,
                    weights,
                    recalibrations);
        }
    }

    /** A first plan: nothing started, nothing in force, every machine up and GREEN. */
    public static ScheduleRequest fresh(Plant plant, List<Order> orders, Stock stock, Instant origin) {
        return new ScheduleRequest(plant, orders, stock, origin, List.of(), List.of(), origin, List.of(), Map.of());
    }

    /**
     * An operation that has started or ended.
     *
     * @param orderId the order
     * @param operationId the operation
     * @param machineId where it runs or ran
     * @param start plant time of its start, setup included
     * @param end plant time of its end; expected when {@code done} is false
     * @param done whether it has ended
     */
    public record Actual(
            String orderId, String operationId, String machineId, Instant start, Instant end, boolean done) {}

    /**
     * A recalibration that is to be planned: as soon as the machine is free, in one stretch of its open time. Until it ends the
     * machine is in the quality state in which it is now; work that needs a better one waits for it.
     *
     * @param machineId the machine
     * @param notBefore earliest start
     * @param length how long it takes, more than nothing
     * @param after quality state from its end on
     */
    public record Recalibration(String machineId, Instant notBefore, Duration length, QualityState after) {}

    /**
     * A machine that cannot work.
     *
     * @param machineId the machine
     * @param from start
     * @param until end
     */
    public record Downtime(String machineId, Instant from, Instant until) {}
}
