package vn.nhain.edge.normalise;

import java.util.Optional;

/** The vocabulary of OPC 40001-1 Machinery: item state and operation mode. */
final class Opc40001 {
    private Opc40001() {}

    /** Empty when the item state is none of the standard's. An unknown mode counts as None. */
    static Optional<DeviceCondition> condition(String itemState, String operationMode) {
        return switch (itemState) {
            case "Executing" -> Optional.of(executing(operationMode));
            case "NotExecuting" -> Optional.of(notExecuting(operationMode));
            case "OutOfService" ->
                Optional.of(
                        operationMode.equals("Maintenance") ? DeviceCondition.IN_MAINTENANCE : DeviceCondition.FAULTED);
            case "NotAvailable" -> Optional.of(DeviceCondition.UNAVAILABLE);
            default -> Optional.empty();
        };
    }

    private static DeviceCondition executing(String mode) {
        return mode.equals("Setup") ? DeviceCondition.SETTING_UP : DeviceCondition.EXECUTING;
    }

    private static DeviceCondition notExecuting(String mode) {
        return switch (mode) {
            // a wash-up has the same two words as a setup: only the job phase tells them apart
            case "Setup" -> DeviceCondition.SETTING_UP;
            case "Processing" -> DeviceCondition.STOPPED;
            case "Maintenance" -> DeviceCondition.MAINTENANCE_MODE;
            default -> DeviceCondition.IDLE;
        };
    }
}
