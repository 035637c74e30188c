package vn.nhain.simulators.press;

/** A value that wanders about 0 and returns: an Ornstein-Uhlenbeck process, exact for its step. */
final class Wander {
    private final double decay;
    private final double kick;
    private double value;

    /**
     * A value that stands at {@code value} now.
     *
     * @param sigma its long-run deviation
     * @param returnSeconds time in which a deviation falls to 1/e
     * @param stepSeconds time between two calls of {@link #advance}
     */
    Wander(double value, double sigma, double returnSeconds, double stepSeconds) {
        this.value = value;
        this.decay = Math.exp(-stepSeconds / returnSeconds);
        this.kick = sigma * Math.sqrt(1 - decay * decay);
    }

    void advance(double gaussian) {
        value = value * decay + kick * gaussian;
    }

    double value() {
        return value;
    }
}
