package vn.nhain.edge.normalise;

import vn.nhain.plant.machine.MachineState;

/**
 * The precedence of {@code docs/reference/wire.md}: job phase, fault, planned maintenance, operator stop, device state.
 *
 * <p>The job phase comes first because a press in makeready reports itself as producing (XJDF {@code Production} with job
 * phase {@code Setup}); but a phase is only the plan of the job, so it does not count while the device itself is out of
 * service, aborted or stopped.
 */
final class StateRule {
    private StateRule() {}

    /**
     * @param condition what the device says
     * @param jobPhase {@code Setup}, {@code InProgress}, {@code Cleanup}, {@code Suspended}, or empty
     * @param fault whether a fault is reported
     */
    static MachineState derive(DeviceCondition condition, String jobPhase, boolean fault) {
        return switch (condition) {
            case UNAVAILABLE -> MachineState.OFFLINE;
            case FAULTED -> MachineState.DOWN;
            case IN_MAINTENANCE -> MachineState.MAINTENANCE;
            case STOPPED -> fault ? MachineState.DOWN : MachineState.STOPPED;
            default -> inService(condition, jobPhase, fault);
        };
    }

    private static MachineState inService(DeviceCondition condition, String jobPhase, boolean fault) {
        return switch (jobPhase) {
            case "Setup" -> MachineState.SETUP;
            case "InProgress" -> MachineState.RUNNING;
            case "Cleanup" -> MachineState.CLEANUP;
            default -> withoutPhase(condition, jobPhase.equals("Suspended"), fault);
        };
    }

    private static MachineState withoutPhase(DeviceCondition condition, boolean suspended, boolean fault) {
        if (fault) {
            return MachineState.DOWN;
        }
        if (condition == DeviceCondition.MAINTENANCE_MODE) {
            return MachineState.MAINTENANCE;
        }
        if (suspended) {
            return MachineState.STOPPED;
        }
        return switch (condition) {
            case EXECUTING -> MachineState.RUNNING;
            case SETTING_UP -> MachineState.SETUP;
            case CLEANING -> MachineState.CLEANUP;
            default -> MachineState.IDLE;
        };
    }
}
