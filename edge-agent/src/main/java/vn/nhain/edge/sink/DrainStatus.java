package vn.nhain.edge.sink;

/**
 * How the store is doing, for the health page.
 *
 * @param up whether the last write went through, or nothing has been written yet
 * @param lastProblem why the last write that failed did; empty when none has
 * @param batches batches that the store took
 * @param retries writes that had to be tried again
 */
public record DrainStatus(boolean up, String lastProblem, long batches, long retries) {}
