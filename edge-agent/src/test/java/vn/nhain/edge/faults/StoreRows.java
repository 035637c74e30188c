package vn.nhain.edge.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows as a store with our keys would have them. A reading of a counting source has its number as its value and as its
 * milliseconds since {@link #T0}, but see {@link #time}: the same number under another time would be a duplicate that no key catches. Thread-safe.
 */
final class StoreRows {
    static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");

    /** A counting metric whose machine's clock jumps. */
    static final String JUMPING = "wear.jumps";

    private static final Duration JUMP = Duration.ofHours(1);
    private static final Pattern LINE =
            Pattern.compile("machine,plant=[^,]+,machine=((?:\\\\.|[^,])+),metric=(\\S+) (.*) (-?\\d+)");
    private static final Pattern NUMBER = Pattern.compile("value=(\\d+)\\.0,.*");
    private static final long NANOS_PER_MILLI = 1_000_000;

    final Ids counted = new Ids();
    private final Set<String> others = ConcurrentHashMap.newKeySet();
    private final AtomicLong duplicated = new AtomicLong();
    private final Map<String, Integer> highest = new ConcurrentHashMap<>();
    private final AtomicLong backwards = new AtomicLong();

    /** Metrics of counting sources; readings of all others are rows too. */
    static boolean isCounted(String metric) {
        return metric.startsWith("wear.") || metric.equals("count.good");
    }

    /** The time of a number: that of a metric that jumps goes back an hour and forth again every ten numbers. */
    static Instant time(String metric, int number) {
        Instant steady = T0.plusMillis(number);
        return metric.equals(JUMPING) && number / 10 % 2 == 1 ? steady.minus(JUMP) : steady;
    }

    /** Takes a line of line protocol; those of measurement {@code event} are another view and not counted. */
    void take(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return;
        }
        String series = Ids.series(parts.group(1), parts.group(2));
        long nanos = Long.parseLong(parts.group(4));
        Matcher number = NUMBER.matcher(parts.group(3));
        if (!isCounted(parts.group(2)) || !number.matches()) {
            others.add(series + " " + nanos);
            return;
        }
        int n = Integer.parseInt(number.group(1));
        if (nanos != time(parts.group(2), n).toEpochMilli() * NANOS_PER_MILLI) {
            duplicated.incrementAndGet();
            others.add(series + " " + nanos);
        } else if (counted.add(series, n)) {
            Integer before = highest.put(series, n);
            if (before != null && before > n) {
                backwards.incrementAndGet();
            }
        }
    }

    /** Distinct keys. */
    long size() {
        return counted.size() + others.size();
    }

    /** New rows that came after a later one of their series. */
    long backwards() {
        return backwards.get();
    }

    /** Readings of counting sources under a time that is not theirs. */
    long duplicated() {
        return duplicated.get();
    }
}
