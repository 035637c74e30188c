package vn.nhain.edge.sink.sparkplug;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.reading.Reading;

/** What the node knows of one machine. Used by the node's thread only. */
final class Device {
    final String id;
    /** Alias of {@code job/start}, so that a host may command by alias. */
    final long commandAlias;
    /** Whether it has been heard of and has not gone. */
    boolean online;

    /** Whether its birth was published in this session and its death was not. */
    boolean born;

    private final LongSupplier aliases;
    private final Map<String, Long> aliasByMetric = new LinkedHashMap<>();
    private final Map<String, Reading> lastByMetric = new LinkedHashMap<>();

    Device(String id, LongSupplier aliases) {
        this.id = id;
        this.aliases = aliases;
        this.commandAlias = aliases.getAsLong();
    }

    /** Takes note of a reading; true when its metric was not in the last birth. */
    boolean note(Reading reading) {
        Reading last = lastByMetric.get(reading.metric());
        if (last == null || !reading.sourceTime().isBefore(last.sourceTime())) {
            lastByMetric.put(reading.metric(), reading);
        }
        // a metric cannot change its type between two births either
        return last == null || last.isText() != reading.isText();
    }

    /** The newest reading of a metric so far; null before the first. */
    @Nullable
    Reading last(String metric) {
        return lastByMetric.get(metric);
    }

    Iterable<Reading> lastReadings() {
        return lastByMetric.values();
    }

    boolean isEmpty() {
        return lastByMetric.isEmpty();
    }

    long alias(String metric) {
        return aliasByMetric.computeIfAbsent(metric, unknown -> aliases.getAsLong());
    }
}
