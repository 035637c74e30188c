package vn.nhain.dashboard.alarm;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong now.
 *
 * @param cause what it is one alarm for, such as {@code down:OF1}: the same cause is the same alarm
 * @param severity how bad
 * @param code kind of alarm, such as {@code MACHINE_DOWN}
 * @param machineId machine that it is about; null for none
 * @param orderId order that it is about; null for none or several
 * @param en what it is and what to do, English
 * @param vi the same in Vietnamese
 */
public record Condition(
        String cause,
        Severity severity,
        String code,
        @Nullable String machineId,
        @Nullable String orderId,
        String en,
        String vi) {
    /** How bad an alarm is. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }
}
