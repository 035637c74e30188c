package vn.nhain.dashboard.alarm.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm.
 *
 * @param id number
 * @param cause root cause
 * @param at plant time at which it was raised
 * @param clearedAt plant time at which its cause was gone; null while it is there
 * @param severity {@code INFO WARNING CRITICAL}
 * @param machineId machine that it is about; null for none
 * @param orderId order that it is about; null for none
 * @param code kind
 * @param en English
 * @param vi Vietnamese
 * @param acknowledgedBy who has seen it; null for nobody
 * @param acknowledgedAt plant time; null for not yet
 */
public record AlarmView(
        String id,
        String cause,
        Instant at,
        @Nullable Instant clearedAt,
        String severity,
        @Nullable String machineId,
        @Nullable String orderId,
        String code,
        String en,
        String vi,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {}
