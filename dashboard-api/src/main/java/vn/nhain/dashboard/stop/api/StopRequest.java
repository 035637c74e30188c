package vn.nhain.dashboard.stop.api;

import org.jspecify.annotations.Nullable;

/**
 * Gives a reason for a stop.
 *
 * @param reason code of the plant's list
 * @param note in the operator's words; null for none
 */
public record StopRequest(@Nullable String reason, @Nullable String note) {}
