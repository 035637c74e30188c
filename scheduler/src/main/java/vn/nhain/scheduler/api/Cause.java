package vn.nhain.scheduler.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of time in a chain of causes, and what took it. The stretches of a chain touch: each begins where the next
 * one, which is earlier, ends.
 *
 * @param code what took it: {@code run setup drying} of an order, {@code machine} busy with other work, {@code tool} in use
 *     elsewhere, {@code paper gate part} not there yet, {@code calendar} closed, {@code down} out of work, {@code quality}
 *     busy while the quality state bars the other machines, {@code lag} held back so that what must follow
 *     soon can, {@code slack} nothing
 * @param from plant time at which it begins
 * @param until plant time at which it ends
 * @param minutes what the cause itself took of it
 * @param closedMinutes the rest: closed hours over which a run pauses
 * @param orderId the order whose work it is; null when it is nobody's
 * @param operationId its operation, the last one of several; null when it is nobody's
 * @param machineId where; null when it is nowhere
 * @param en a sentence in English
 * @param vi the same in Vietnamese
 */
public record Cause(
        String code,
        Instant from,
        Instant until,
        long minutes,
        long closedMinutes,
        @Nullable String orderId,
        @Nullable String operationId,
        @Nullable String machineId,
        String en,
        String vi) {}
