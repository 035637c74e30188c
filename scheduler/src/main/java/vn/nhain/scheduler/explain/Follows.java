package vn.nhain.scheduler.explain;

/**
 * An operation that another one of its order waits for.
 *
 * @param before key of the one that ends first
 * @param after key of the one that waits
 */
record Follows(String before, String after) {}
