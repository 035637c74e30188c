package vn.nhain.scheduler.search;

/**
 * A complete schedule. Arrays are by operation and must not be changed.
 *
 * @param feasible whether every fixed start is met; all else always holds
 * @param objective makespan in time units, or cost
 * @param machine the machine of each operation
 * @param setupStart when its setup begins; its start when there is none
 * @param start when its run begins
 * @param end when it ends
 */
@SuppressWarnings("ArrayRecordComponent") // hot results, thousands of them; value semantics are not needed
public record Assignment(boolean feasible, long objective, int[] machine, int[] setupStart, int[] start, int[] end) {}
