package vn.nhain.scheduler.kernel.greedy;

/** Which of the operations that may come next does come next. */
public enum Rule {
    /**
     * The one that ends first, a setup weighing as much again as it takes: few setups, machines kept busy.
     */
    EARLIEST_END,
    /**
     * The one whose setup begins first, on a machine and after a setup that waste little of the time of machines; long rests
     * of jobs first. Where it begins decides and not where it ends, so that long operations are not left to the end. Best for
     * makespan.
     */
    THRIFT,
    /** The one whose job is due first, on the machine that ends it first: what a planner does by hand. */
    DUE_DATE,
    /**
     * The one with the least slack, but among those of much the same slack the one with the least setup: a planner who
     * groups within due dates.
     */
    SLACK_AND_SETUP
}
