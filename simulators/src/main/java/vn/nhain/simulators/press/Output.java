package vn.nhain.simulators.press;

/**
 * What a machine did in one second.
 *
 * @param good good sheets
 * @param waste waste sheets
 * @param speed speed, 1/h; 0 when it stood
 */
record Output(int good, int waste, double speed) {
    /** The machine stood. */
    static final Output NONE = new Output(0, 0, 0);

    int sheets() {
        return good + waste;
    }
}
