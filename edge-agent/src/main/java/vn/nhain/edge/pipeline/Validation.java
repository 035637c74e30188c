package vn.nhain.edge.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.normalise.StateTracker;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.plant.reading.Reading;

/** Makes readings of values, or says why a value is none. Thread-safe. */
final class Validation {
    /** Longer texts are refused: no metric has one. */
    static final int MAX_TEXT = 4096;

    private static final Pattern METRIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Clock plantClock;
    private final PipelineSettings settings;

    Validation(Clock plantClock, PipelineSettings settings) {
        this.plantClock = plantClock;
        this.settings = settings;
    }

    /** Either a reading or the reason why not. */
    record Verdict(@Nullable Reading reading, String refusal) {}

    Verdict check(SourceValue value) {
        if (!METRIC.matcher(value.metric()).matches()) {
            return refused("the metric is not a name");
        }
        Instant now = plantClock.instant();
        Instant time = value.sourceTime() == null ? now : value.sourceTime();
        if (time.isBefore(EARLIEST) || time.isAfter(now.plus(settings.maxFuture()))) {
            return refused("the source time (%s) is not near the plant's time (%s)".formatted(time, now));
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
        return refused(raw == null ? "it has no value" : "its value is neither a number nor a text");
    }

    private static Verdict number(SourceValue value, double number, Instant time) {
        if (StateTracker.isInput(value.metric())) {
            return refused("the value (%s) must be a text".formatted(number));
        }
        if (!Double.isFinite(number)) {
            return refused("the value (%s) is not a finite number".formatted(number));
        }
        return accepted(new Reading(value.machineId(), value.metric(), number, null, value.quality(), time));
    }

    private static Verdict text(SourceValue value, String text, Instant time) {
        if (text.length() > MAX_TEXT) {
            return refused("the text is longer than %d characters".formatted(MAX_TEXT));
        }
        if (!StateTracker.isKnown(value.metric(), text)) {
            return refused("the text (%s) is not in its vocabulary".formatted(text));
        }
        return accepted(new Reading(value.machineId(), value.metric(), Double.NaN, text, value.quality(), time));
    }

    private static Verdict accepted(Reading reading) {
        return new Verdict(reading, "");
    }

    private static Verdict refused(String reason) {
        return new Verdict(null, reason);
    }
}
