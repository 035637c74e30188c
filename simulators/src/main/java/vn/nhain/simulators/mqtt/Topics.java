package vn.nhain.simulators.mqtt;

/**
 * Topics of a finishing machine.
 *
 * @param prefix such as {@code nhain/hcm1/CUT1}
 */
record Topics(String prefix) {
    String status() {
        return prefix + "/status";
    }

    String telemetry() {
        return prefix + "/telemetry";
    }

    String command() {
        return prefix + "/command";
    }

    String acknowledgement() {
        return prefix + "/ack";
    }
}
