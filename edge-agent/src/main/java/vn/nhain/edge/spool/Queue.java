package vn.nhain.edge.spool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * The readings on disk: one map for each worth, both keyed by one sequence, so that together they are one queue and each
 * can give up its oldest. Not thread-safe: guarded by the spool's lock.
 */
final class Queue {
    private final MVMap<Long, QueuedReading> samples;
    private final MVMap<Long, QueuedReading> records;

    Queue(MVStore store) {
        samples = open(store, "samples");
        records = open(store, "records");
    }

    private static MVMap<Long, QueuedReading> open(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Long, QueuedReading>()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(ReadingType.INSTANCE));
    }

    long depth() {
        return samples.sizeAsLong() + records.sizeAsLong();
    }

    void append(long sequence, QueuedReading queued) {
        mapOf(queued).append(sequence, queued);
    }

    /** What lies at this place, if anything. */
    @Nullable
    QueuedReading at(long sequence) {
        QueuedReading sample = samples.get(sequence);
        return sample == null ? records.get(sequence) : sample;
    }

    /** Puts a later value in the place of an earlier one of the same key; false when that has left. */
    boolean replace(long sequence, QueuedReading later) {
        MVMap<Long, QueuedReading> map = mapOf(later);
        QueuedReading earlier = map.get(sequence);
        if (earlier == null) {
            return false;
        }
        map.put(sequence, new QueuedReading(earlier.replacement(), later.reading()));
        return true;
    }

    /** False when it has left already. */
    boolean remove(SpooledReading spooled) {
        return mapOf(Worth.of(spooled.reading().metric())).remove(spooled.sequence()) != null;
    }

    /** Gives up the first reading, of whatever worth, between two places, both not included. */
    @Nullable
    QueuedReading dropFirstBetween(long after, long before) {
        Long sample = samples.higherKey(after);
        Long record = records.higherKey(after);
        boolean takeSample = record == null || (sample != null && sample < record);
        Long first = takeSample ? sample : record;
        if (first == null || first >= before) {
            return null;
        }
        return takeSample ? samples.remove(first) : records.remove(first);
    }

    /** The first place that is taken; 0 when it is empty. */
    long firstPlace() {
        Long sample = samples.firstKey();
        Long record = records.firstKey();
        if (sample == null) {
            return record == null ? 0 : record;
        }
        return record == null ? sample : Math.min(sample, record);
    }

    /** Gives up the least valuable reading behind this place: the oldest sample, else the oldest record. */
    @Nullable
    QueuedReading dropOneAfter(long sequence) {
        Long victim = samples.higherKey(sequence);
        if (victim != null) {
            return samples.remove(victim);
        }
        victim = records.higherKey(sequence);
        return victim == null ? null : records.remove(victim);
    }

    /** The oldest readings up to this place, in order of arrival. */
    List<SpooledReading> oldest(int max, long upTo) {
        List<SpooledReading> batch = new ArrayList<>();
        Cursor<Long, QueuedReading> sample = samples.cursor(null);
        Cursor<Long, QueuedReading> record = records.cursor(null);
        Long nextSample = sample.hasNext() ? sample.next() : null;
        Long nextRecord = record.hasNext() ? record.next() : null;
        while (batch.size() < max && (nextSample != null || nextRecord != null)) {
            boolean takeSample = nextRecord == null || (nextSample != null && nextSample < nextRecord);
            Cursor<Long, QueuedReading> from = takeSample ? sample : record;
            long sequence = from.getKey();
            if (sequence > upTo) {
                break;
            }
            QueuedReading queued = from.getValue();
            batch.add(new SpooledReading(sequence, queued.replacement(), queued.reading()));
            Long following = from.hasNext() ? from.next() : null;
            if (takeSample) {
                nextSample = following;
            } else {
                nextRecord = following;
            }
        }
        return batch;
    }

    @Nullable
    Instant oldestTime() {
        List<SpooledReading> oldest = oldest(1, Long.MAX_VALUE);
        return oldest.isEmpty() ? null : oldest.get(0).reading().sourceTime();
    }

    private MVMap<Long, QueuedReading> mapOf(QueuedReading queued) {
        return mapOf(Worth.of(queued.reading().metric()));
    }

    private MVMap<Long, QueuedReading> mapOf(Worth worth) {
        return worth == Worth.SAMPLE ? samples : records;
    }
}
