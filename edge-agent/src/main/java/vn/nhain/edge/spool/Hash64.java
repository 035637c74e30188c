package vn.nhain.edge.spool;

import java.time.Instant;
import vn.nhain.plant.reading.Reading;

/** FNV-1a over 64 bits (Fowler, Noll, Vo 1991) with a final mix: two of a million keys meet once in some 10⁷ plants. */
final class Hash64 {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash64() {}

    static long ofSeries(String machineId, String metric) {
        return add(add(add(OFFSET, machineId), 0), metric);
    }

    static long ofKey(long series, Instant time) {
        return mix(add(add(series, time.getEpochSecond()), time.getNano()));
    }

    static long ofValue(Reading reading) {
        long hash = add(OFFSET, QualityCode.of(reading.quality()));
        String text = reading.text();
        return mix(text == null ? add(hash, Double.doubleToLongBits(reading.value())) : add(hash, text));
    }

    private static long add(long hash, String text) {
        long result = hash;
        for (int i = 0; i < text.length(); i++) {
            result = (result ^ text.charAt(i)) * PRIME;
        }
        return result;
    }

    private static long add(long hash, long value) {
        long result = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            result = (result ^ (value >>> shift & 0xff)) * PRIME;
        }
        return result;
    }

    private static long mix(long hash) {
        long z = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        z = (z ^ z >>> 33) * 0xc4ceb9fe1a85ec53L;
        return z ^ z >>> 33;
    }
}
