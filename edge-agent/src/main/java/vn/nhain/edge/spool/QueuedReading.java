package vn.nhain.edge.spool;

import vn.nhain.plant.reading.Reading;

/** A reading as it lies in the queue; its place is the key. */
record QueuedReading(boolean replacement, Reading reading) {}
