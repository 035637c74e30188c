package vn.nhain.dashboard.telemetry.api;

import java.time.Instant;

/**
 * A machine in one state.
 *
 * @param from plant time
 * @param to plant time
 * @param state name of a {@link vn.nhain.plant.machine.MachineState}
 */
public record StateSpan(Instant from, Instant to, String state) {}
