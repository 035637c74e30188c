package vn.nhain.scheduler.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads plans of benchmark problems; what is not of the form is a violation, so that the rest is still checked. */
final class ShopPlanReader {
    private static final List<String> FIELDS = List.of("job", "operation", "resource", "setupStart", "start", "end");

    private ShopPlanReader() {}

    /** Rows that could be read, and what could not. */
    record Read(List<ShopRules.Row> rows, List<Violation> violations, JsonNode makespan) {
        Verdict judgeBy(ShopRules rules) {
            List<Violation> all = new ArrayList<>(violations);
            all.addAll(rules.check(rows));
            long actual = rows.stream().mapToLong(ShopRules.Row::end).max().orElse(0);
            if (!makespan.isMissingNode() && makespan.asLong() != actual) {
                all.add(new Violation(
                        "MAKESPAN", "the plan claims makespan %s but ends at %d".formatted(makespan, actual)));
            }
            return new Verdict(all, actual);
        }
    }

    static Read read(Path file) throws IOException {
        JsonNode root;
        try {
            root = StrictJson.JSON.readTree(StrictJson.text(file));
        } catch (JsonProcessingException e) {
            throw new IOException("The plan (%s) is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
        JsonNode list = root.path("operations");
        if (!list.isArray()) {
            Violation violation = new Violation("FORMAT", "the plan must be an object with a list named operations");
            return new Read(List.of(), List.of(violation), root.path("makespan"));
        }
        List<ShopRules.Row> rows = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (JsonNode node : list) {
            String wrong = FIELDS.stream()
                    .filter(field -> !node.path(field).isInt())
                    .findFirst()
                    .orElse("");
            if (wrong.isEmpty()) {
                rows.add(row(node));
            } else {
                violations.add(new Violation("FORMAT", "the field %s of %s must be an integer".formatted(wrong, node)));
            }
        }
        return new Read(rows, violations, root.path("makespan"));
    }

    private static ShopRules.Row row(JsonNode node) {
        return new ShopRules.Row(
                node.path("job").asInt(),
                node.path("operation").asInt(),
                node.path("resource").asInt(),
                node.path("setupStart").asLong(),
                node.path("start").asLong(),
                node.path("end").asLong());
    }
}
