package vn.nhain.edge.normalise;

import java.util.Optional;

/** The vocabulary of PackML (ISA-TR88.00.02): state and unit mode. */
final class PackMl {
    private PackMl() {}

    /** Empty when the state is none of the standard's. An unknown mode counts as Production. */
    static Optional<DeviceCondition> condition(String state, String mode) {
        boolean maintenance = mode.equals("Maintenance");
        return switch (state) {
            case "Execute" ->
                Optional.of(mode.equals("Setup") ? DeviceCondition.SETTING_UP : DeviceCondition.EXECUTING);
            case "Starting" -> Optional.of(DeviceCondition.SETTING_UP);
            case "Completing", "Resetting" -> Optional.of(DeviceCondition.CLEANING);
            case "Idle", "Complete" ->
                Optional.of(maintenance ? DeviceCondition.MAINTENANCE_MODE : DeviceCondition.IDLE);
            case "Stopped" -> Optional.of(maintenance ? DeviceCondition.IN_MAINTENANCE : DeviceCondition.STOPPED);
            case "Held", "Holding", "Unholding", "Suspended", "Suspending", "Unsuspending", "Stopping" ->
                Optional.of(DeviceCondition.STOPPED);
            case "Aborted", "Aborting", "Clearing" -> Optional.of(DeviceCondition.FAULTED);
            default -> Optional.empty();
        };
    }
}
