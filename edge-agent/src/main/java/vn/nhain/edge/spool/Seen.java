package vn.nhain.edge.spool;

/**
 * What is remembered of a key.
 *
 * @param fingerprint of its value, text and quality
 * @param sequence its place in the queue
 */
record Seen(long fingerprint, long sequence) {}
