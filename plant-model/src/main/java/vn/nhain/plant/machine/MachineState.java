package vn.nhain.plant.machine;

/**
 * What a machine is doing, in the words that reach the screen. Derived by precedence: job phase, then fault, planned
 * maintenance, operator stop, device state, lost connection. The mapping from XJDF, JMF, OPC 40001-1 and PackML is in
 * {@code docs/reference/wire.md}.
 */
public enum MachineState {
    /** Producing good copies. */
    RUNNING,
    /** Makeready: plates, format, colour approval. */
    SETUP,
    /** Wash-up or blanket wash. */
    CLEANUP,
    /** Able to work, no job. */
    IDLE,
    /** Stopped by its operator, for a reason that the operator gives. */
    STOPPED,
    /** Stopped by a fault. */
    DOWN,
    /** Planned maintenance. */
    MAINTENANCE,
    /** Not heard of for more than 30 s, or its death was announced. */
    OFFLINE
}
