package vn.nhain.dashboard.stop.api;

import java.time.Instant;

/**
 * A reason that an operator gave.
 *
 * @param id number
 * @param machineId the machine
 * @param reason code of the plant's list
 * @param note in the operator's words; empty for none
 * @param at plant time
 * @param by who gave it
 */
public record StopReport(String id, String machineId, String reason, String note, Instant at, String by) {}
