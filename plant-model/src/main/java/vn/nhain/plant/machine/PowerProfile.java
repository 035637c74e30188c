package vn.nhain.plant.machine;

import vn.nhain.plant.validation.Require;

/**
 * Electrical power by state, kW, each at least 0.
 *
 * @param running while producing
 * @param setup during makeready and wash-up
 * @param idle ready, without a job
 * @param standby asleep
 */
public record PowerProfile(double running, double setup, double idle, double standby) {
    public PowerProfile {
        Require.atLeast("a power profile", "running", running, 0);
        Require.atLeast("a power profile", "setup", setup, 0);
        Require.atLeast("a power profile", "idle", idle, 0);
        Require.atLeast("a power profile", "standby", standby, 0);
    }
}
