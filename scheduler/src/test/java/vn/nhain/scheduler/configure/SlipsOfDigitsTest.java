package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.instance.PlantProblemText;
import vn.nhain.scheduler.instance.nhain.ProblemFile;
import vn.nhain.scheduler.instance.nhain.ProblemFileException;
import vn.nhain.scheduler.instance.nhain.ScheduleFile;

/** Numbers and times at the edge of what a file may say: a sentence or a right plan, never an overflow. */
final class SlipsOfDigitsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/origin | \"2199-01-01T00:00:00Z\" | The due of order (A) is 2026-11-24T03:00:00Z, more than 30 years from the origin",
                "/orders/0/gates/0/expected | \"2199-01-01T00:00:00Z\" | The expected time of gate PROOF of order (A) is 2199-01-01T00:00:00Z, more than 30 years",
                "/downtimes/0/until | \"2199-01-01T00:00:00Z\" | The until of the downtime of machine (OF1) is 2199",
                "/inForce/0/end | \"2199-01-01T00:00:00Z\" | The end in force of operation (P) of order (A) is 2199",
                "/orders/0/operations/1/minLag | \"P9999D\" | The minLag (PT239976H) of operation (Q) of order (A) must be at most 366 days.",
                "/orders/0/operations/0/maxLag | \"P9999D\" | The maxLag (PT239976H) of operation (P) of order (A) must be at most 366 days.",
                "/orders/0/operations/0/maxLag | \"PT1H\" | The maxLag (PT1H) of operation P must not be shorter than its minLag (PT2H)",
                "/orders/0/operations/0/transferBatch | -1 | transferBatch",
                "/orders/0/operations/0/transferBatch | 1 | The transferBatch (1) of operation (P) of order (A) makes more than 200 batches of",
                "/orders/0/operations/0/inputs | 2147483647 | The quantities of order (A) come to more than 2147483647 units.",
            })
    void aSlipIsNamed(String pointer, String value, String message) throws Exception {
        String told = planned(with(pointer, JSON.readTree(value)));
        assertTrue(told.contains(message), told);
    }

    /** All numbers of the problem at their largest, smallest and in between; all times at both ends. */
    @Test
    void everyNumberAndTimeEndsInASentenceOrARightPlan() throws Exception {
        ObjectNode good = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        List<String> pointers = new ArrayList<>();
        leaves(good, "", pointers);
        int tried = 0;
        for (String pointer : pointers) {
            JsonNode value = good.at(pointer);
            List<String> edges = value.isNumber()
                    ? List.of("2147483647", "1000000", "0")
                    : value.asText().matches("\\d{4}-.*Z")
                            ? List.of("\"2199-01-01T00:00:00Z\"", "\"1970-01-01T00:00:00Z\"")
                            : value.asText().startsWith("PT") ? List.of("\"P365D\"") : List.of();
            for (String edge : pointer.startsWith("/plant/") ? List.<String>of() : edges) {
                planned(with(pointer, JSON.readTree(edge)));
                tried++;
            }
        }
        assertTrue(tried > 30, "only " + tried + " were tried");
    }

    private static ObjectNode with(String pointer, JsonNode value) throws IOException {
        ObjectNode file = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        int cut = pointer.lastIndexOf('/');
        ((ObjectNode) file.at(pointer.substring(0, cut))).set(pointer.substring(cut + 1), value);
        return file;
    }

    /** What was refused; empty when a plan was made, which the checker then found right. */
    private String planned(ObjectNode text) throws Exception {
        Path file = Files.writeString(folder.resolve("problem.json"), text.toString());
        Path plan = folder.resolve("plan.json");
        try {
            Schedule schedule = SchedulingServices.create().dueDateFirst(ProblemFile.read(file));
            ScheduleFile.write(schedule, plan);
        } catch (ProblemFileException | InvalidRequestException e) {
            return String.valueOf(e.getMessage());
        }
        assertEquals(List.of(), PlanChecker.check(file, "nhain", plan).violations(), text.toString());
        return "";
    }

    private static void leaves(JsonNode node, String at, List<String> into) {
        if (node.isObject()) {
            node.properties().forEach(e -> leaves(e.getValue(), at + "/" + e.getKey(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), at + "/" + i, into);
            }
        } else {
            into.add(at);
        }
    }
}
