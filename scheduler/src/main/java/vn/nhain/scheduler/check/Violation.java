package vn.nhain.scheduler.check;

/**
 * One broken constraint.
 *
 * @param constraint its name, such as {@code MACHINE_OVERLAP}
 * @param sentence what is wrong, with ids and times
 */
public record Violation(String constraint, String sentence) {
    @Override
    public String toString() {
        return constraint + ": " + sentence;
    }
}
