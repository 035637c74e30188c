package vn.nhain.plant.machine;

/**
 * Electrical power by state, kW, each at least 0.
 *
 * @param running while producing
 * @param setup during makeready and wash-up
 * @param idle ready, without a job
 * @param standby asleep
 */
public record PowerProfile(double running, double setup, double idle, double standby) {}
