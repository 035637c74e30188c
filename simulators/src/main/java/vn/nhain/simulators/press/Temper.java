package vn.nhain.simulators.press;

/**
 * How one machine differs from the others of its kind, as factors; 1 is an ordinary machine.
 *
 * @param faults how often it breaks
 * @param stops how often its operator stops it
 * @param waste running waste
 * @param setup length of its makereadies
 */
public record Temper(double faults, double stops, double waste, double setup) {
    /** The largest factor. */
    public static final double MAX_FACTOR = 100;

    /** An ordinary machine. */
    public static final Temper ORDINARY = new Temper(1, 1, 1, 1);

    public Temper {
        requireFactor("faults", faults);
        requireFactor("stops", stops);
        requireFactor("waste", waste);
        requireFactor("setup", setup);
    }

    private static void requireFactor(String name, double factor) {
        if (!(factor >= 0 && factor <= MAX_FACTOR)) {
            throw new IllegalArgumentException(
                    "The factor %s (%s) must be between 0 and %s.".formatted(name, factor, MAX_FACTOR));
        }
    }
}
