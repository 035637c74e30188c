package vn.nhain.dashboard.plant.api;

import java.time.Instant;

/**
 * Plant time.
 *
 * @param now plant time
 * @param speed plant seconds per wall second
 * @param wall wall time
 */
public record ClockView(Instant now, double speed, Instant wall) {}
