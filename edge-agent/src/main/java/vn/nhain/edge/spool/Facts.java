package vn.nhain.edge.spool;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * What a commit adds up to, kept beside the file too, so that the counts outlive its damage.
 *
 * @param counters the counts, without the reasons
 * @param lastPlace the last place that was given out
 * @param firstPlace the first place that has not left; everything before has been settled or dropped
 */
record Facts(Counters counters, long lastPlace, long firstPlace) {
    static final int BYTES = 11 * Long.BYTES;

    void write(ByteBuffer to) {
        to.putLong(counters.received())
                .putLong(counters.derived())
                .putLong(counters.rejected())
                .putLong(counters.suppressed())
                .putLong(counters.accepted())
                .putLong(counters.stored())
                .putLong(counters.spooled())
                .putLong(counters.dropped())
                .putLong(counters.quarantined())
                .putLong(lastPlace)
                .putLong(firstPlace);
    }

    static Facts read(ByteBuffer from) {
        Counters counters = new Counters(
                from.getLong(),
                from.getLong(),
                from.getLong(),
                from.getLong(),
                from.getLong(),
                from.getLong(),
                from.getLong(),
                from.getLong(),
                from.getLong(),
                Map.of());
        return new Facts(counters, from.getLong(), from.getLong());
    }

    /** Whether these are the same counts, whatever the reasons. */
    boolean agreesWith(Counters others) {
        return withoutReasons(counters).equals(withoutReasons(others));
    }

    private static Counters withoutReasons(Counters counters) {
        return new Counters(
                counters.received(),
                counters.derived(),
                counters.rejected(),
                counters.suppressed(),
                counters.accepted(),
                counters.stored(),
                counters.spooled(),
                counters.dropped(),
                counters.quarantined(),
                Map.of());
    }
}
