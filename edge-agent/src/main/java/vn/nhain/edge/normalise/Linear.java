package vn.nhain.edge.normalise;

/** A number times a factor, then plus an offset. */
public record Linear(double factor, double offset) {
    public static final Linear SAME = new Linear(1, 0);

    static Linear times(double factor) {
        return new Linear(factor, 0);
    }

    /** Applies this to a number. */
    public double of(double number) {
        return number * factor + offset;
    }

    /** First this, then the other. */
    public Linear then(Linear next) {
        return new Linear(factor * next.factor, offset * next.factor + next.offset);
    }
}
