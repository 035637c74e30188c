package vn.nhain.scheduler.kernel.timetable;

/** Sums over a whole timetable. Not thread-safe. */
final class Totals {
    /** Ends of all operations, time units. */
    long sumOfEnds;

    long setupCost;
    long runCost;
    /** How far fixed operations start from where they must, time units. */
    long violation;

    void set(Totals other) {
        sumOfEnds = other.sumOfEnds;
        setupCost = other.setupCost;
        runCost = other.runCost;
        violation = other.violation;
    }
}
