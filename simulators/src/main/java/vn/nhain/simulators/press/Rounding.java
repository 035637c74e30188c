package vn.nhain.simulators.press;

/** Instruments have a resolution; without one every value would change with every step. */
final class Rounding {
    private static final double[] SCALE = {1, 10, 100, 1000};

    private Rounding() {}

    /**
     * Rounds to so many decimals.
     *
     * @param decimals 0 to 3
     */
    static double to(double value, int decimals) {
        double rounded = Math.rint(value * SCALE[decimals]) / SCALE[decimals];
        return rounded == 0 ? 0.0 : rounded;
    }
}
