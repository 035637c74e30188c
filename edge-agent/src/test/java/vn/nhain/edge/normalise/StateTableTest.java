package vn.nhain.edge.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhain.edge.source.StateInputs;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;

/** The table "State, by precedence" of docs/reference/wire.md, row by row, then its traps. */
class StateTableTest {
    private static Optional<MachineState> machinery(String itemState, String mode, String phase, String fault) {
        StateTracker tracker = new StateTracker();
        tracker.put(StateInputs.ITEM_STATE, itemState);
        tracker.put(StateInputs.OPERATION_MODE, mode);
        tracker.put(Metrics.JOB_PHASE, phase);
        tracker.put(Metrics.FAULT_CODE, fault);
        return tracker.derive();
    }

    private static Optional<MachineState> packMl(String state, String mode, String phase, String fault) {
        StateTracker tracker = new StateTracker();
        tracker.put(StateInputs.PACKML_STATE, state);
        tracker.put(StateInputs.PACKML_MODE, mode);
        tracker.put(Metrics.JOB_PHASE, phase);
        tracker.put(Metrics.FAULT_CODE, fault);
        return tracker.derive();
    }

    @ParameterizedTest(name = "{0} / {1}, phase {2}: {3}")
    @CsvSource({
        "Executing,    Processing,  '',         RUNNING",
        "Executing,    Processing,  InProgress, RUNNING",
        "Executing,    Setup,       Setup,      SETUP",
        "NotExecuting, Setup,       Setup,      SETUP",
        "Executing,    Setup,       '',         SETUP",
        "NotExecuting, Setup,       '',         SETUP",
        "NotExecuting, Setup,       Cleanup,    CLEANUP",
        "NotExecuting, None,        '',         IDLE",
        "NotExecuting, Processing,  '',         STOPPED",
        "OutOfService, None,        '',         DOWN",
        "OutOfService, Processing,  '',         DOWN",
        "OutOfService, Setup,       '',         DOWN",
        "OutOfService, Maintenance, '',         MAINTENANCE",
        "NotExecuting, Maintenance, '',         MAINTENANCE",
        "NotAvailable, None,        '',         OFFLINE",
    })
    void opc40001StatesAreTranslatedByTheTable(String itemState, String mode, String phase, MachineState expected) {
        assertEquals(Optional.of(expected), machinery(itemState, mode, phase, ""));
    }

    @ParameterizedTest(name = "{0} / {1}, phase {2}: {3}")
    @CsvSource({
        "Execute,    Production,  '',         RUNNING",
        "Execute,    Production,  InProgress, RUNNING",
        "Execute,    Production,  Setup,      SETUP",
        "Execute,    Setup,       '',         SETUP",
        "Starting,   Production,  '',         SETUP",
        "Completing, Production,  '',         CLEANUP",
        "Resetting,  Production,  '',         CLEANUP",
        "Idle,       Production,  '',         IDLE",
        "Held,       Production,  '',         STOPPED",
        "Suspended,  Production,  '',         STOPPED",
        "Stopped,    Production,  '',         STOPPED",
        "Stopped,    Maintenance, '',         MAINTENANCE",
        "Idle,       Maintenance, '',         MAINTENANCE",
        "Aborted,    Production,  '',         DOWN",
        "Aborted,    Maintenance, '',         DOWN",
    })
    void packMlStatesAreTranslatedByTheTable(String state, String mode, String phase, MachineState expected) {
        assertEquals(Optional.of(expected), packMl(state, mode, phase, ""));
    }

    /** The official XJDF sample: a press in makeready sends Status="Production" with JobPhase Status="Setup". */
    @Test
    void aPressInMakereadyThatReportsProductionIsInSetup() {
        assertEquals(Optional.of(MachineState.SETUP), machinery("Executing", "Processing", "Setup", ""));
    }

    /** A wash-up and a setup are the same two words of OPC 40001; only the job phase tells them apart. */
    @Test
    void aWashUpIsKnownByItsPhaseOnly() {
        assertEquals(Optional.of(MachineState.CLEANUP), machinery("Executing", "Processing", "Cleanup", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "OutOfService, None,        DOWN",
        "OutOfService, Maintenance, MAINTENANCE",
        "NotExecuting, Processing,  STOPPED",
        "NotAvailable, Processing,  OFFLINE",
    })
    void aJobPhaseDoesNotHideThatTheDeviceIsOutOfServiceOrStopped(
            String itemState, String mode, MachineState expected) {
        assertEquals(Optional.of(expected), machinery(itemState, mode, "InProgress", ""));
    }

    @ParameterizedTest
    @CsvSource({"Aborted, Production, DOWN", "Held, Production, STOPPED", "Stopped, Maintenance, MAINTENANCE"})
    void aJobPhaseDoesNotHideThatPackMlIsAbortedOrStopped(String state, String mode, MachineState expected) {
        assertEquals(Optional.of(expected), packMl(state, mode, "InProgress", ""));
    }

    @ParameterizedTest
    @CsvSource({"Executing, Processing", "NotExecuting, None", "Executing, Setup"})
    void aSuspendedJobNeverMakesRunning(String itemState, String mode) {
        assertEquals(Optional.of(MachineState.STOPPED), machinery(itemState, mode, "Suspended", ""));
    }

    /** XJDF: Stopped with a Notification of class Error is a fault, not an operator's stop. */
    @Test
    void aStopWithAFaultIsDown() {
        assertEquals(Optional.of(MachineState.DOWN), machinery("NotExecuting", "Processing", "", "F12"));
        assertEquals(Optional.of(MachineState.DOWN), packMl("Held", "Production", "InProgress", "F12"));
    }

    @Test
    void aWarningWhileThePhaseRunsDoesNotStopTheMachine() {
        assertEquals(Optional.of(MachineState.RUNNING), machinery("Executing", "Processing", "InProgress", "W3"));
    }

    @Test
    void nothingIsSaidBeforeTheDeviceHasSpoken() {
        StateTracker tracker = new StateTracker();
        tracker.put(Metrics.JOB_PHASE, "InProgress");
        assertEquals(Optional.empty(), tracker.derive());
    }

    @Test
    void wordsOutsideTheVocabularyAreNotKnown() {
        assertTrue(StateTracker.isKnown(StateInputs.PACKML_STATE, "Execute"));
        assertFalse(StateTracker.isKnown(StateInputs.PACKML_STATE, "Executing"));
        assertFalse(StateTracker.isKnown(StateInputs.ITEM_STATE, "Execute"));
        assertFalse(StateTracker.isKnown(Metrics.JOB_PHASE, "Printing"));
        assertTrue(StateTracker.isKnown(Metrics.FAULT_CODE, "anything"));
    }
}
