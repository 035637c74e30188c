package vn.nhain.simulators.press;

import vn.nhain.plant.machine.MachineState;

/** What a machine is doing for its job, in the order in which a job passes through. */
enum Phase {
    /** Rollers are washed for other inks. */
    WASH_UP("Cleanup", MachineState.CLEANUP),
    /** Plates, format, tools; the machine stands. */
    PREPARE("Setup", MachineState.SETUP),
    /** Waste sheets are pulled at slow speed, and register and colour adjusted between the pulls. */
    ADJUST("Setup", MachineState.SETUP),
    /** Waits for the signature on the good copy. */
    APPROVAL("Setup", MachineState.SETUP),
    /** Comes up to speed, after the makeready and after every stop. */
    RUN_UP("InProgress", MachineState.RUNNING),
    /** Runs. */
    RUN("InProgress", MachineState.RUNNING),
    /** Washes blankets in the middle of a run. */
    BLANKET_WASH("Cleanup", MachineState.CLEANUP);

    private final String wireName;
    private final MachineState state;

    Phase(String wireName, MachineState state) {
        this.wireName = wireName;
        this.state = state;
    }

    /** The XJDF job phase. */
    String wireName() {
        return wireName;
    }

    MachineState state() {
        return state;
    }

    /** Whether sheets are on their way through the machine in normal production. */
    boolean isProducing() {
        return this == RUN_UP || this == RUN;
    }
}
