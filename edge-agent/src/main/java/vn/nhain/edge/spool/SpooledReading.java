package vn.nhain.edge.spool;

import vn.nhain.plant.reading.Reading;

/**
 * A reading on its way to the store.
 *
 * @param sequence its place in the queue, rising
 * @param replacement whether its key has already gone to the store and been counted
 * @param reading the reading
 */
public record SpooledReading(long sequence, boolean replacement, Reading reading) {}
