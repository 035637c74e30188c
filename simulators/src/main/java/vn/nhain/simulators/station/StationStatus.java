package vn.nhain.simulators.station;

import vn.nhain.plant.machine.MachineState;

/**
 * What the control port says of a machine.
 *
 * @param id the machine
 * @param state what it is doing, known to the model itself; OFFLINE while it is off the network
 * @param phase XJDF job phase, or empty
 * @param jobId job in the machine, or empty
 * @param good good sheets of that job
 * @param total good sheets ordered
 * @param emitted values published so far
 */
public record StationStatus(
        String id, MachineState state, String phase, String jobId, int good, int total, long emitted) {}
