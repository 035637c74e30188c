package vn.nhain.simulators.opcua;

import vn.nhain.plant.machine.MachineState;
import vn.nhain.simulators.press.Snapshot;

/**
 * State and operation mode in the words of OPC 40001-1.
 *
 * @param itemState {@code Executing NotExecuting OutOfService NotAvailable}
 * @param operationMode {@code None Processing Setup Maintenance}
 */
record MachineryStates(String itemState, String operationMode) {
    static final String EXECUTING = "Executing";
    static final String NOT_EXECUTING = "NotExecuting";
    static final String OUT_OF_SERVICE = "OutOfService";

    static MachineryStates of(Snapshot snapshot) {
        MachineState state = snapshot.state();
        return switch (state) {
            case RUNNING -> new MachineryStates(EXECUTING, "Processing");
            case SETUP -> new MachineryStates(snapshot.turning() ? EXECUTING : NOT_EXECUTING, "Setup");
            case CLEANUP -> new MachineryStates(NOT_EXECUTING, "Setup");
            case IDLE -> new MachineryStates(NOT_EXECUTING, "None");
            case STOPPED -> new MachineryStates(NOT_EXECUTING, "Processing");
            case DOWN -> new MachineryStates(OUT_OF_SERVICE, "Processing");
            case MAINTENANCE -> new MachineryStates(OUT_OF_SERVICE, "Maintenance");
            case OFFLINE -> new MachineryStates("NotAvailable", "None");
        };
    }
}
