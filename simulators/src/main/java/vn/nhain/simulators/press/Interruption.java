package vn.nhain.simulators.press;

/**
 * Something that keeps a machine from its work.
 *
 * @param kind stop by the operator, or fault
 * @param code code of the stop reason or of the fault
 * @param text fault in words; empty for a stop
 * @param untilStep first step at which it is over
 */
record Interruption(Kind kind, String code, String text, long untilStep) {
    /** Kinds of interruption. */
    enum Kind {
        /** The operator stopped it. */
        STOP,
        /** It broke. */
        FAULT
    }
}
