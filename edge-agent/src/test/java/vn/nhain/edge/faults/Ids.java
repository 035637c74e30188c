package vn.nhain.edge.faults;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A set of readings of a counting source, each known by its series and its number. Thread-safe. */
final class Ids {
    private final Map<String, BitSet> numbersBySeries = new ConcurrentHashMap<>();

    static String series(String machine, String metric) {
        return machine + " " + metric;
    }

    /** False when it was there. */
    boolean add(String series, int number) {
        BitSet numbers = numbersBySeries.computeIfAbsent(series, key -> new BitSet());
        synchronized (numbers) {
            boolean fresh = !numbers.get(number);
            numbers.set(number);
            return fresh;
        }
    }

    boolean has(String series, int number) {
        BitSet numbers = numbersBySeries.get(series);
        if (numbers == null) {
            return false;
        }
        synchronized (numbers) {
            return numbers.get(number);
        }
    }

    long size() {
        long size = 0;
        for (BitSet numbers : numbersBySeries.values()) {
            synchronized (numbers) {
                size += numbers.cardinality();
            }
        }
        return size;
    }

    /** How many of these are in none of the others. */
    long missingFrom(Ids... others) {
        long missing = 0;
        for (Map.Entry<String, BitSet> entry : numbersBySeries.entrySet()) {
            BitSet left = copy(entry.getValue());
            for (Ids other : others) {
                BitSet there = other.numbersBySeries.get(entry.getKey());
                if (there != null) {
                    left.andNot(copy(there));
                }
            }
            missing += left.cardinality();
        }
        return missing;
    }

    private static BitSet copy(BitSet numbers) {
        synchronized (numbers) {
            return (BitSet) numbers.clone();
        }
    }
}
