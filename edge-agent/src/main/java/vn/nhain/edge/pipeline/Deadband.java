package vn.nhain.edge.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;

/**
 * Suppresses values that say nothing new: unchanged, or a number within the band of its metric around the last value that
 * passed. After {@link PipelineSettings#repeatAfter} of source time even those pass, so that a chart has points. Not
 * thread-safe.
 */
final class Deadband {
    private final Map<String, Reading> lastByMetric = new HashMap<>();

    /** Whether this reading says something new; if so it is what later ones are compared with. */
    boolean passes(Reading reading, PipelineSettings settings) {
        if (reading.metric().equals(Metrics.JOB_ACK)) {
            // the same answer to a repeated command is an answer again
            return true;
        }
        Reading last = lastByMetric.get(reading.metric());
        if (last != null && !isNews(last, reading, settings)) {
            return false;
        }
        if (last == null || !reading.sourceTime().isBefore(last.sourceTime())) {
            lastByMetric.put(reading.metric(), reading);
        }
        return true;
    }

    private static boolean isNews(Reading last, Reading reading, PipelineSettings settings) {
        return last.quality() != reading.quality()
                || last.isText() != reading.isText()
                || isOther(last, reading, settings)
                || reading.sourceTime().isBefore(last.sourceTime())
                || !reading.sourceTime().isBefore(last.sourceTime().plus(settings.repeatAfter()));
    }

    private static boolean isOther(Reading last, Reading reading, PipelineSettings settings) {
        return reading.isText()
                ? !String.valueOf(reading.text()).equals(last.text())
                : Math.abs(reading.value() - last.value()) > settings.bandOf(reading.metric());
    }

    /** Metrics that it has heard of. */
    int metrics() {
        return lastByMetric.size();
    }

    boolean knows(String metric) {
        return lastByMetric.containsKey(metric);
    }

    /** Forgets, so that the next value of each metric passes. */
    void reset() {
        lastByMetric.clear();
    }

    static Duration defaultRepeat() {
        return Duration.ofMinutes(5);
    }
}
