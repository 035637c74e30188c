package vn.nhain.scheduler.api;

import java.time.Instant;
import vn.nhain.plant.order.OperationKind;

/**
 * One operation in a plan.
 *
 * @param orderId the order
 * @param operationId the operation
 * @param kind what is done
 * @param machineId where
 * @param setupStart plant time at which the setup begins; {@code start} when there is none
 * @param start plant time at which the run begins
 * @param end plant time at which it ends, closed hours included
 * @param quantity good output to make, allowance of later steps included, in the unit of the operation
 * @param unitsIn units that go in, waste included
 * @param makereadySheets waste of the setup, in units that go in
 * @param setupMinutes minutes of setup
 * @param washMinutes part of them that is wash-up
 * @param setupReason what the setup changes, such as {@code plates 4, ink P286, paper}; empty when nothing
 * @param pinned whether it may not move
 * @param because why it starts when it does
 */
public record PlannedOperation(
        String orderId,
        String operationId,
        OperationKind kind,
        String machineId,
        Instant setupStart,
        Instant start,
        Instant end,
        int quantity,
        int unitsIn,
        int makereadySheets,
        double setupMinutes,
        double washMinutes,
        String setupReason,
        boolean pinned,
        Reason because) {}
