package vn.nhain.scheduler.bench.peer;

/** Which direct successions on a machine a model may choose. */
@FunctionalInterface
interface ArcRule {
    /** Whether {@code to} may come right after {@code from}; either may be {@link Lane#NONE} for an end of the lane. */
    boolean allows(int machine, int from, int to);
}
