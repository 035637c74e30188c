package vn.nhain.scheduler.kernel.problem;

/** What is minimised. */
public enum Objective {
    /** The end of the last operation; among equals, the sum of all ends. */
    MAKESPAN,
    /** Weighted lateness of jobs, setup cost and run cost in sum; among equals, the sum of all ends. */
    COST
}
