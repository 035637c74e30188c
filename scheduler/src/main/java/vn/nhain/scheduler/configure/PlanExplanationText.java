package vn.nhain.scheduler.configure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.PlanExplanation.Broken;
import vn.nhain.scheduler.api.PlanExplanation.Justification;
import vn.nhain.scheduler.api.PlanExplanation.Line;

/** What a plan costs, for the console: each line with its dearest parts, the dearest line first. Stateless. */
final class PlanExplanationText {
    private static final int DEAREST = 10;

    private PlanExplanationText() {}

    static List<String> lines(PlanExplanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(vnd("The plan costs %,.0f VND", explanation.totalVnd())
                + (Math.abs(explanation.weightedVnd() - explanation.totalVnd()) < 1
                        ? "."
                        : vnd(", %,.0f as the search weighs its lines.", explanation.weightedVnd())));
        explanation.dearest(DEAREST).lines().stream()
                .filter(line -> line.count() > 0)
                .sorted((a, b) -> Double.compare(b.vnd(), a.vnd()))
                .forEach(line -> tell(line, lines));
        explanation.broken().forEach(b -> lines.add(tell(b)));
        if (explanation.broken().isEmpty()) {
            lines.add("It keeps every hard constraint.");
        }
        return lines;
    }

    private static void tell(Line line, List<String> lines) {
        int shown = line.justifications().size();
        lines.add(vnd("%,15.0f VND  ", line.vnd())
                + line.line()
                + (shown < line.count() ? ", the %d dearest of %d:".formatted(shown, line.count()) : ":"));
        line.justifications().forEach(j -> lines.add("    " + tell(j)));
    }

    private static String tell(Justification j) {
        String what = j.operationId() == null ? j.orderId() : j.orderId() + "/" + j.operationId();
        return vnd("%,15.0f  ", j.vnd()) + what + ": " + j.because().en();
    }

    private static String tell(Broken b) {
        return "Broken %s: %s/%s on %s %s"
                .formatted(
                        b.constraint(),
                        b.orderId(),
                        b.operationId(),
                        b.machineId(),
                        b.because().en());
    }

    private static String vnd(String format, double vnd) {
        return String.format(Locale.ROOT, format, vnd);
    }
}
