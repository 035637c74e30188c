package vn.nhain.dashboard.machine.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A machine on the live board.
 *
 * @param id the machine
 * @param name English name
 * @param nameVi Vietnamese name
 * @param kind name of a {@link vn.nhain.plant.machine.MachineKind}
 * @param state name of a {@link vn.nhain.plant.machine.MachineState}
 * @param since plant time of the last change of state
 * @param job job in it; null for none
 * @param speed actual speed, 1/h
 * @param speedSet speed set, 1/h
 * @param countGood good output ever
 * @param countWaste waste ever
 * @param power kW; null when it is not measured
 * @param energy kWh ever; null when it is not measured
 * @param quality name of a {@link vn.nhain.plant.quality.QualityState}
 * @param stale whether the values are too old to be believed
 * @param fault fault; null for none
 * @param stopReason code that the operator gave; null for none
 * @param next what the plan has next; null for nothing
 */
public record MachineLive(
        String id,
        String name,
        String nameVi,
        String kind,
        String state,
        Instant since,
        @Nullable JobLive job,
        double speed,
        double speedSet,
        long countGood,
        long countWaste,
        @Nullable Double power,
        @Nullable Double energy,
        String quality,
        boolean stale,
        @Nullable Fault fault,
        @Nullable String stopReason,
        @Nullable Next next) {
    /**
     * A job in a machine.
     *
     * @param id {@code orderId/operationId}
     * @param orderId the order; empty when the job is not ours
     * @param operationId the operation; empty when the job is not ours
     * @param title what is made
     * @param good good output so far
     * @param waste waste so far
     * @param total good output wanted
     * @param plannedEnd plant time of its end by the plan in force; null when that does not have it
     * @param eta plant time at which it is expected to end: while it runs at the present speed, else by the plan and what the
     *     floor did since; null when that cannot be said
     * @param phase phase of the job: {@code Setup InProgress Cleanup Suspended} or empty
     */
    public record JobLive(
            String id,
            String orderId,
            String operationId,
            String title,
            long good,
            long waste,
            long total,
            @Nullable Instant plannedEnd,
            @Nullable Instant eta,
            String phase) {}

    /**
     * A fault.
     *
     * @param code code of the machine's maker
     * @param text in words
     */
    public record Fault(String code, String text) {}

    /**
     * What comes next.
     *
     * @param orderId the order
     * @param operationId the operation
     * @param start plant time
     */
    public record Next(String orderId, String operationId, Instant start) {}
}
