package vn.nhain.edge.spool;

import java.time.Duration;
import java.time.Instant;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * When readings came in, to the minute: a mark says that its place in the queue and all behind it arrived then or later. A
 * wall clock that is set back makes no mark older than the one before. Not thread-safe: guarded by the spool's lock.
 */
final class Arrivals {
    private static final long STEP_MILLIS = Duration.ofMinutes(1).toMillis();

    private final MVMap<Long, Long> millisByPlace;

    Arrivals(MVStore store) {
        millisByPlace = store.openMap("arrivals");
    }

    /** Notes that this place is the next to be given out, now. */
    void note(long place, Instant now) {
        Long last = millisByPlace.lastKey();
        if (last == null || now.toEpochMilli() - millisByPlace.getOrDefault(last, 0L) >= STEP_MILLIS) {
            millisByPlace.put(place, now.toEpochMilli());
        }
    }

    /** Forgets marks that no reading at or behind this place needs. */
    void forgetBefore(long place) {
        Long first = millisByPlace.firstKey();
        Long second = first == null ? null : millisByPlace.higherKey(first);
        while (first != null && second != null && second <= place) {
            millisByPlace.remove(first);
            first = second;
            second = millisByPlace.higherKey(first);
        }
    }

    /** How long the reading at this place has waited, at most a minute too much; zero when that is not known. */
    Duration ageAt(long place, Instant now) {
        @Nullable Long mark = millisByPlace.floorKey(place);
        long arrived = mark == null ? now.toEpochMilli() : millisByPlace.getOrDefault(mark, now.toEpochMilli());
        return Duration.ofMillis(Math.max(0, now.toEpochMilli() - arrived));
    }

    /** All places before this one arrived before that instant; 0 when none is known to have. */
    long firstPlaceSince(Instant instant) {
        // what came more than a step after a mark made the next one
        long cutoff = instant.toEpochMilli() - STEP_MILLIS;
        Long mark = millisByPlace.firstKey();
        if (mark == null || millisByPlace.getOrDefault(mark, Long.MAX_VALUE) > cutoff) {
            return 0;
        }
        while (mark != null && millisByPlace.getOrDefault(mark, Long.MAX_VALUE) <= cutoff) {
            mark = millisByPlace.higherKey(mark);
        }
        return mark == null ? Long.MAX_VALUE : mark;
    }
}
