package vn.nhain.edge.normalise;

/** What a device says of itself, whatever its vocabulary; before job phase and faults are considered. */
enum DeviceCondition {
    EXECUTING,
    SETTING_UP,
    CLEANING,
    IDLE,
    /** Stopped by its operator. */
    STOPPED,
    /** Out of service for a fault. */
    FAULTED,
    /** Out of service as planned. */
    IN_MAINTENANCE,
    /** Idle or stopped while its mode says maintenance. */
    MAINTENANCE_MODE,
    /** Says itself that nothing is known. */
    UNAVAILABLE
}
