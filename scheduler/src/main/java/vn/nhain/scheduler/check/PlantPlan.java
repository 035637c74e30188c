package vn.nhain.scheduler.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plant's plan as its file states it.
 *
 * @param rows planned operations
 * @param unplanned keys of the operations that are left out by name
 * @param lateMinutes lateness that is claimed, by order
 * @param recalibrated when machines are recalibrated
 * @param violations what could not be read
 */
record PlantPlan(
        List<Row> rows,
        List<String> unplanned,
        Map<String, Long> lateMinutes,
        Map<String, Recalibrated> recalibrated,
        List<Violation> violations) {

    /** A planned recalibration. */
    record Recalibrated(Instant start, Instant end) {}

    /** A planned operation. */
    record Row(
            String order,
            String operation,
            String machine,
            Instant setupStart,
            Instant start,
            Instant end,
            int quantity,
            int unitsIn) {
        String key() {
            return PlantCase.key(order, operation);
        }
    }

    static PlantPlan read(Path file) throws IOException {
        JsonNode root;
        try {
            root = StrictJson.JSON.readTree(StrictJson.text(file));
        } catch (JsonProcessingException e) {
            throw new IOException("The plan (%s) is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
        List<Row> rows = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        if (!root.path("operations").isArray()) {
            violations.add(new Violation("FORMAT", "the plan must be an object with a list named operations"));
        }
        for (JsonNode node : root.path("operations")) {
            try {
                rows.add(row(node));
            } catch (IllegalArgumentException | DateTimeException e) {
                violations.add(new Violation("FORMAT", "%s cannot be read: %s".formatted(node, e.getMessage())));
            }
        }
        List<String> unplanned = new ArrayList<>();
        root.path("unplanned")
                .forEach(u -> unplanned.add(PlantCase.key(
                        u.path("order").asText(), u.path("operation").asText())));
        Map<String, Long> late = new HashMap<>();
        root.path("orders")
                .forEach(o ->
                        late.put(o.path("order").asText(), o.path("lateMinutes").asLong()));
        Map<String, Recalibrated> recalibrated = new HashMap<>();
        for (JsonNode node : root.path("recalibrations")) {
            recalibrated.put(
                    node.path("machine").asText(),
                    new Recalibrated(
                            Instant.parse(node.path("start").asText()),
                            Instant.parse(node.path("end").asText())));
        }
        return new PlantPlan(rows, unplanned, late, recalibrated, violations);
    }

    private static Row row(JsonNode node) {
        return new Row(
                node.required("order").asText(),
                node.required("operation").asText(),
                node.required("machine").asText(),
                Instant.parse(node.required("setupStart").asText()),
                Instant.parse(node.required("start").asText()),
                Instant.parse(node.required("end").asText()),
                node.required("quantity").asInt(),
                node.required("unitsIn").asInt());
    }
}
