package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.check.Violation;
import vn.nhain.scheduler.instance.nhain.ProblemFile;
import vn.nhain.scheduler.instance.nhain.ScheduleFile;

/** Plans to the minute at the edge of what a maximum lag and batches allow: a minute beyond is called by its name. */
final class BrokenLagsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path problem;
    private Path plan;

    @BeforeEach
    void prepare() {
        problem = folder.resolve("problem.yaml");
        plan = folder.resolve("plan.json");
    }

    /** 20 minutes after the print are allowed, 21 not. */
    @Test
    void startingAfterTheMaximumLagIsCalledSo() throws Exception {
        planned("maxLag: PT20M", 3000);
        assertEquals(List.of(), brokenBy(20));
        assertEquals(List.of("MAX_LAG"), brokenBy(21));
    }

    /** Half as fast as the press: the first thousand sheets are there to the minute. */
    @Test
    void startingBeforeTheFirstBatchIsCalledSo() throws Exception {
        planned("transferBatch: 1000", 3000);
        assertEquals(List.of(), brokenBy(0));
        assertEquals(List.of("PRECEDENCE"), brokenBy(-1));
    }

    /** Twice as fast: the last thousand are there to the minute, the first long before. */
    @Test
    void startingSoThatALaterBatchIsMissedIsCalledSo() throws Exception {
        planned("transferBatch: 1000", 12_000);
        assertEquals(List.of(), brokenBy(0));
        assertEquals(List.of("OVERLAP"), brokenBy(-1));
    }

    /** 6,000 sheets at 6,000 an hour, cut at another speed. */
    private void planned(String key, int speed) throws Exception {
        String text = PlantFilesTest.PROBLEM
                .replace("minLag: PT2H", key)
                .replace("goodQuantity: 600", "goodQuantity: 6000")
                .replace("goodQuantity: 300", "goodQuantity: 6000")
                .replace("grossSpeed: 3000", "grossSpeed: " + speed)
                .replace("sheets: 5000", "sheets: 50000");
        Files.writeString(problem, text);
        ScheduleFile.write(SchedulingServices.create().dueDateFirst(ProblemFile.read(problem)), plan);
    }

    /** What the checker calls it when cutting is so many minutes later. */
    private List<String> brokenBy(int minutes) throws Exception {
        JsonNode whole = JSON.readTree(plan.toFile());
        whole.get("operations").forEach(row -> {
            if (row.get("operation").asText().equals("D")) {
                for (String field : List.of("setupStart", "start", "end")) {
                    Instant time = Instant.parse(row.get(field).asText()).plusSeconds(60L * minutes);
                    ((ObjectNode) row).put(field, time.toString());
                }
            }
        });
        ((ObjectNode) whole).remove("orders");
        Path moved = folder.resolve("moved.json");
        JSON.writeValue(moved.toFile(), whole);
        return PlanChecker.check(problem, "nhain", moved).violations().stream()
                .map(Violation::constraint)
                .toList();
    }
}
