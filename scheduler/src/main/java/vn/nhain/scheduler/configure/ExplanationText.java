package vn.nhain.scheduler.configure;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.nhain.scheduler.api.Cause;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.Explanation.Story;
import vn.nhain.scheduler.api.Remedy;

/** An explanation for the console: a line an operation with its chain of causes, then the order's path and its cost. */
final class ExplanationText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE dd/MM HH:mm", Locale.ENGLISH);

    private final Explanation explanation;
    private final ZoneId zone;

    ExplanationText(Explanation explanation, ZoneId zone) {
        this.explanation = explanation;
        this.zone = zone;
    }

    List<String> lines(List<Remedy> remedies) {
        List<String> lines = new ArrayList<>();
        for (Story story : explanation.operations()) {
            lines.add("%s on %s, %s to %s: %s"
                    .formatted(
                            story.name().en(),
                            story.machineId(),
                            at(story.start()),
                            at(story.end()),
                            story.because().en()));
            lines.add("    costs " + vnd(story.lines()));
        }
        explanation
                .unplanned()
                .forEach(u -> lines.add("%s is not planned: %s"
                        .formatted(u.operationId(), u.barredBy().en())));
        Instant end = explanation.end();
        if (end != null) {
            lines.add(
                    explanation.lateMinutes() == 0
                            ? "In time: ends %s, due %s.".formatted(at(end), at(explanation.due()))
                            : "Late by %d min: ends %s, was due %s."
                                    .formatted(explanation.lateMinutes(), at(end), at(explanation.due())));
        }
        if (!explanation.path().isEmpty()) {
            lines.add("Its path of %d min, the end first:".formatted(explanation.pathMinutes()));
            explanation.path().forEach(cause -> lines.add("    " + cause(cause)));
            lines.add("By cause: " + minutes(explanation.minutesByCause()));
        }
        lines.add("The order costs " + vnd(explanation.lines()));
        remedies.forEach(r -> lines.add("It could be %s: %s; %+,.0f VND in all, others %+d min late (%s)"
                .formatted(
                        r.lateMinutes() == 0 ? "in time" : r.lateMinutes() + " min late",
                        r.what().en(),
                        r.changeVnd(),
                        r.otherLateMinutes(),
                        vnd(r.changeByLine()))));
        return lines;
    }

    private static String cause(Cause cause) {
        String closed = cause.closedMinutes() > 0 ? " and %d closed".formatted(cause.closedMinutes()) : "";
        return "%6d min%s  %s".formatted(cause.minutes(), closed, cause.en());
    }

    private static String minutes(Map<String, Long> byCause) {
        List<String> parts = new ArrayList<>();
        byCause.forEach((code, minutes) -> parts.add("%s %d".formatted(code, minutes)));
        return String.join(", ", parts) + " min.";
    }

    private static String vnd(Map<String, Double> lines) {
        List<String> parts = new ArrayList<>();
        lines.forEach((name, value) -> {
            if (value != 0) {
                parts.add(String.format(Locale.ROOT, "%s %,.0f", name, value));
            }
        });
        return parts.isEmpty() ? "nothing" : String.join(", ", parts) + " VND";
    }

    private String at(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }
}
