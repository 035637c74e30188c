package vn.nhain.scheduler.kernel.greedy;

/** Which of the operations that may come next does come next. */
public enum Rule {
    /**
     * The one that ends first, a setup weighing as much again as it takes: few setups, machines kept busy. Good for
     * makespan.
     */
    EARLIEST_END,
    /** The one whose job is due first, on the machine that ends it first: what a planner does by hand. */
    DUE_DATE,
    /**
     * The one with the least slack, but among those of much the same slack the one with the least setup: a planner who
     * groups within due dates.
     */
    SLACK_AND_SETUP
}
