package vn.nhain.edge.pipeline;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.normalise.MetricRule;
import vn.nhain.edge.normalise.StateTracker;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.spool.Rejection;
import vn.nhain.plant.reading.Reading;

/** Makes readings of values, or says why a value is none. Thread-safe. */
final class Validation {
    /** Longer texts are refused: no metric has one. */
    static final int MAX_TEXT = 4096;

    private static final int LONGEST_METRIC = 64;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Clock plantClock;

    Validation(Clock plantClock) {
        this.plantClock = plantClock;
    }

    /**
     * Either a reading or the reason why not.
     *
     * @param words the reason in words
     */
    record Verdict(@Nullable Reading reading, Rejection rejection, String words) {}

    Verdict check(SourceValue value, PipelineSettings settings) {
        if (!isName(value.metric())) {
            return refused(Rejection.NAME, "the metric is not a name");
        }
        Instant now = plantClock.instant();
        Instant time = value.sourceTime() == null ? now : value.sourceTime();
        if (time.isBefore(EARLIEST) || time.isAfter(now.plus(settings.maxFuture()))) {
            return refused(
                    Rejection.TIME, "the source time (%s) is not near the plant's time (%s)".formatted(time, now));
        }
        Object raw = value.value();
        if (raw instanceof Number number) {
            return number(value, number.doubleValue(), time);
        }
        if (raw instanceof Boolean truth) {
            return number(value, truth ? 1 : 0, time);
        }
        if (raw instanceof CharSequence text) {
            return text(value, text.toString(), time);
        }
        return raw == null
                ? refused(Rejection.NO_VALUE, "it has no value")
                : refused(Rejection.TYPE, "its value is neither a number nor a text");
    }

    /** A letter or digit, then also dots, underscores and hyphens; no expression, as every value comes by here. */
    private static boolean isName(String metric) {
        boolean good = !metric.isEmpty() && metric.length() <= LONGEST_METRIC && isLetterOrDigit(metric.charAt(0));
        for (int i = 1; good && i < metric.length(); i++) {
            char c = metric.charAt(i);
            good = isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
        }
        return good;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static Verdict number(SourceValue value, double number, Instant time) {
        MetricRule rule = MetricRule.of(value.metric());
        if (rule.content() == MetricRule.Content.TEXT) {
            return refused(Rejection.TYPE, "the value (%s) must be a text".formatted(number));
        }
        if (!Double.isFinite(number)) {
            return refused(Rejection.RANGE, "the value (%s) is not a finite number".formatted(number));
        }
        if (!rule.allows(number)) {
            return refused(
                    Rejection.RANGE,
                    "the value (%s) is not between %s and %s".formatted(number, rule.least(), rule.most()));
        }
        return accepted(new Reading(value.machineId(), value.metric(), number, null, value.quality(), time));
    }

    private static Verdict text(SourceValue value, String text, Instant time) {
        if (MetricRule.of(value.metric()).content() == MetricRule.Content.NUMBER) {
            return refused(Rejection.TYPE, "the value (%s) must be a number".formatted(text));
        }
        if (text.length() > MAX_TEXT) {
            return refused(Rejection.VOCABULARY, "the text is longer than %d characters".formatted(MAX_TEXT));
        }
        if (!StateTracker.isKnown(value.metric(), text)) {
            return refused(Rejection.VOCABULARY, "the text (%s) is not in its vocabulary".formatted(text));
        }
        return accepted(new Reading(value.machineId(), value.metric(), Double.NaN, text, value.quality(), time));
    }

    private static Verdict accepted(Reading reading) {
        // a reading has no reason to be refused; this one is not looked at
        return new Verdict(reading, Rejection.MALFORMED, "");
    }

    private static Verdict refused(Rejection rejection, String words) {
        return new Verdict(null, rejection, words);
    }
}
