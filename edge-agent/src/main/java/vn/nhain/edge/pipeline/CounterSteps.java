package vn.nhain.edge.pipeline;

/**
 * What counters did since the start.
 *
 * @param rollovers times that one began again at the end of its span
 * @param resets times that a device began again at 0
 */
public record CounterSteps(long rollovers, long resets) {}
