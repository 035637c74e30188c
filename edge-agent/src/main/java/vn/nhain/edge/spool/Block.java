package vn.nhain.edge.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Readings that lie together on the disk, in order, at the place of the first of them. Reading by reading a tree would be
 * changed for each; a block changes it once for hundreds.
 *
 * @param readings at least one, places rising
 */
record Block(List<SpooledReading> readings) {
    /** Readings of a full one: what is lost when it is damaged, and read when one of them is wanted. */
    static final int FULL = 512;

    Block {
        readings = List.copyOf(readings);
    }

    long firstPlace() {
        return readings.get(0).sequence();
    }

    long lastPlace() {
        return readings.get(readings.size() - 1).sequence();
    }

    int size() {
        return readings.size();
    }

    /** These and then those. */
    List<SpooledReading> followedBy(List<SpooledReading> more) {
        List<SpooledReading> both = new ArrayList<>(size() + more.size());
        both.addAll(readings);
        both.addAll(more);
        return both;
    }

    /** Those of its readings that stay when these leave. */
    List<SpooledReading> without(Predicate<SpooledReading> leaving) {
        List<SpooledReading> rest = new ArrayList<>(size());
        for (SpooledReading reading : readings) {
            if (!leaving.test(reading)) {
                rest.add(reading);
            }
        }
        return rest;
    }
}
