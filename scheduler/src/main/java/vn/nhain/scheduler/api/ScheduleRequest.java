package vn.nhain.scheduler.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                other,
                recalibrations);
    }

    /** The same with other recalibrations. */
    public ScheduleRequest withRecalibrations(List<Recalibration> others) {
        return new ScheduleRequest(
                plant, orders, stock, origin, actuals, inForce, frozenUntil, downtimes, qualityStates, weights, others);
    }

    /** The same in a changed plant. */
    public ScheduleRequest on(Plant other) {
        return new ScheduleRequest(
                other,
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

    /** The same with other orders. */
    public ScheduleRequest withOrders(List<Order> other) {
        return new ScheduleRequest(
                plant,
                other,
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

    /** The same with other paper. */
    public ScheduleRequest withStock(Stock other) {
        return new ScheduleRequest(
                plant,
                orders,
                other,
                origin,
                actuals,
                inForce,
                frozenUntil,
                downtimes,
                qualityStates,
                weights,
                recalibrations);
    }

    /** The same with other starts and ends. */
    public ScheduleRequest withActuals(List<Actual> other) {
        return new ScheduleRequest(
                plant,
                orders,
                stock,
                origin,
                other,
                inForce,
                frozenUntil,
                downtimes,
                qualityStates,
                weights,
                recalibrations);
    }

    /** The same with other downtimes. */
    public ScheduleRequest withDowntimes(List<Downtime> other) {
        return new ScheduleRequest(
                plant,
                orders,
                stock,
                origin,
                actuals,
                inForce,
                frozenUntil,
                other,
                qualityStates,
                weights,
                recalibrations);
    }

    /** The same with other quality states. */
    public ScheduleRequest withQualityStates(Map<String, QualityState> other) {
        return new ScheduleRequest(
                plant, orders, stock, origin, actuals, inForce, frozenUntil, downtimes, other, weights, recalibrations);
    }

    /**
     * The same at a later time, with a plan in force.
     *
     * @param operations the plan in force
     * @param now the origin from now on
     * @param frozen how far ahead operations keep machine and order
     */
    public ScheduleRequest keeping(List<PlannedOperation> operations, Instant now, Duration frozen) {
        return new ScheduleRequest(
                plant,
                orders,
                stock,
                now,
                actuals,
                operations,
                now.plus(frozen),
                downtimes,
                qualityStates,
                weights,
                recalibrations);
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
