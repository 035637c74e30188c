package vn.nhain.simulators.mqtt;

import vn.nhain.simulators.press.Snapshot;

/**
 * State and mode in the words of PackML (OPC 30050).
 *
 * @param state {@code Idle Starting Execute Completing Resetting Held Suspended Stopped Aborted}
 * @param mode {@code Production Maintenance Setup}
 */
record PackMlStates(String state, String mode) {
    static final String STATE_METRIC = "packml.state";
    static final String MODE_METRIC = "packml.mode";

    private static final String PRODUCTION = "Production";
    private static final String SETUP = "Setup";
    /** Reasons that lie outside of the machine: PackML is then Suspended, otherwise Held. */
    private static final String WAITING = "WAIT_";

    static PackMlStates of(Snapshot snapshot, String stopReason) {
        return switch (snapshot.state()) {
            case RUNNING -> new PackMlStates("Execute", PRODUCTION);
            case SETUP -> new PackMlStates(snapshot.turning() ? "Execute" : "Starting", SETUP);
            case CLEANUP -> new PackMlStates("Resetting", SETUP);
            case IDLE, OFFLINE -> new PackMlStates("Idle", PRODUCTION);
            case STOPPED -> new PackMlStates(stopReason.startsWith(WAITING) ? "Suspended" : "Held", PRODUCTION);
            case DOWN -> new PackMlStates("Aborted", PRODUCTION);
            case MAINTENANCE -> new PackMlStates("Stopped", "Maintenance");
        };
    }
}
