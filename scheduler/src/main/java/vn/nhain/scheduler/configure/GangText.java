package vn.nhain.scheduler.configure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nhain.scheduler.api.GangProposal;

/** Proposals for gang forms, for the console: a form, what it saves by line, and a line a job. Stateless. */
final class GangText {
    private GangText() {}

    static List<String> lines(List<GangProposal> proposals) {
        List<String> lines = new ArrayList<>();
        for (GangProposal p : proposals) {
            lines.add(format(
                    "%d jobs on one form on %s would save %,.0f VND: %,d sheets instead of %,d, %d plates instead of %d, due %s",
                    p.jobs().size(),
                    p.machineId(),
                    p.savingVnd(),
                    p.sheets(),
                    p.sheetsApart(),
                    p.plates(),
                    p.platesApart(),
                    p.due()));
            List<String> parts = new ArrayList<>();
            p.savingByLine().forEach((line, vnd) -> parts.add(format("%s %,.0f", line, vnd)));
            lines.add("    saves " + String.join(", ", parts) + " VND");
            p.jobs()
                    .forEach(j -> lines.add(format(
                            "    %s/%s: %d up, %,d pieces and %,d over, pays %,.0f VND instead of %,.0f",
                            j.orderId(),
                            j.operationId(),
                            j.ups(),
                            j.pieces(),
                            j.surplus(),
                            j.costVnd(),
                            j.costApartVnd())));
        }
        if (proposals.isEmpty()) {
            lines.add("No gang form saves anything.");
        }
        return lines;
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
