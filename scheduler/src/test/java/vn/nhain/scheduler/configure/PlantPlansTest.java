package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.check.Verdict;
import vn.nhain.scheduler.check.Violation;
import vn.nhain.scheduler.instance.nhain.ProblemWriter;
import vn.nhain.scheduler.instance.nhain.ScheduleFile;

/** Plans of random plants pass the independent checker; broken in any way, they do not. */
final class PlantPlansTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path problem;
    private Path plan;

    @BeforeEach
    void copyPlant() throws Exception {
        problem = folder.resolve("problem.yaml");
        plan = folder.resolve("plan.json");
        try (InputStream yaml = RandomPlantProblem.plantFile()) {
            Files.copy(yaml, folder.resolve("plant.yaml"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 101, 102, 103, 104, 105, 106, 107, 108})
    void planByDueDateIsFeasible(long seed) throws Exception {
        ScheduleRequest request = RandomPlantProblem.of(seed);
        assertEquals(
                List.of(),
                check(request, SchedulingServices.create().dueDateFirst(request))
                        .violations());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 101, 102, 103, 104, 105, 106, 107, 108})
    void searchedPlanIsFeasibleAndCostsWhatItSays(long seed) throws Exception {
        ScheduleRequest request = RandomPlantProblem.of(seed);
        Schedule schedule = searched(request);
        Verdict verdict = check(request, schedule);
        assertEquals(List.of(), verdict.violations());
        costsWhatItSays(schedule, verdict);
    }

    private static void costsWhatItSays(Schedule schedule, Verdict verdict) {
        schedule.figures()
                .lines()
                .forEach((line, vnd) -> assertEquals(vnd, verdict.lines().getOrDefault(line, -1.0), 0.01, line));
        assertEquals(schedule.figures().totalVnd(), verdict.objective(), 0.1);
    }

    /** Ten minutes into the plan it is planned anew: what starts in the next two hours stays where it is. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 101, 102, 103, 104, 105, 106, 107, 108})
    void planMadeAnewKeepsFrozenWorkAndIsFeasible(long seed) throws Exception {
        ScheduleRequest first = RandomPlantProblem.of(seed);
        Schedule before = searched(first);
        Instant until = RandomPlantProblem.ORIGIN.plus(Duration.ofHours(2));
        ScheduleRequest again = new ScheduleRequest(
                first.plant(),
                first.orders(),
                first.stock(),
                first.origin(),
                first.actuals(),
                before.operations(),
                until,
                first.downtimes(),
                first.qualityStates());
        Schedule after = searched(again);
        Verdict verdict = check(again, after);
        assertEquals(List.of(), verdict.violations());
        costsWhatItSays(after, verdict);
        before.operations().stream()
                .filter(o -> o.start().isBefore(until))
                .forEach(o -> assertTrue(
                        after.operations().stream()
                                .anyMatch(a -> a.orderId().equals(o.orderId())
                                        && a.operationId().equals(o.operationId())
                                        && a.machineId().equals(o.machineId())
                                        && a.start().equals(o.start())),
                        o::toString));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyBreakIsCalledByItsName(long seed) throws Exception {
        ScheduleRequest request = RandomPlantProblem.of(seed);
        check(request, SchedulingServices.create().dueDateFirst(request));
        ObjectNode whole = (ObjectNode) JSON.readTree(plan.toFile());
        for (Map.Entry<String, Consumer<ArrayNode>> entry : breaks().entrySet()) {
            ObjectNode broken = whole.deepCopy();
            entry.getValue().accept((ArrayNode) broken.get("operations"));
            JSON.writeValue(plan.toFile(), broken);
            TreeSet<String> found = new TreeSet<>();
            PlanChecker.check(problem, "nhain", plan).violations().stream()
                    .map(Violation::constraint)
                    .forEach(found::add);
            String constraint = entry.getKey().replaceFirst(":.*", "");
            assertTrue(found.contains(constraint), () -> entry.getKey() + " was broken, found " + found);
        }
    }

    /** The plan was feasible when it was made; then a proof came to be late and every machine was held. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void laterGatesAndHoldsAreCalledByTheirNames(long seed) throws Exception {
        ScheduleRequest request = RandomPlantProblem.of(seed);
        check(request, SchedulingServices.create().dueDateFirst(request));
        String text = Files.readString(problem);
        String later = text.replaceAll("cleared: true", "cleared: false").replaceAll("expected: .*", "");
        Files.writeString(problem, later.replaceAll("state: \"(GREEN|YELLOW)\"", "state: HOLD"));
        List<String> found = PlanChecker.check(problem, "nhain", plan).violations().stream()
                .map(Violation::constraint)
                .distinct()
                .toList();
        assertTrue(found.contains("GATE"), found::toString);
        assertTrue(found.contains("QUALITY"), found::toString);
    }

    private static Map<String, Consumer<ArrayNode>> breaks() {
        Map<String, Consumer<ArrayNode>> breaks = new TreeMap<>();
        breaks.put("MISSING", rows -> rows.remove(0));
        breaks.put("DUPLICATE", rows -> rows.add(rows.get(0).deepCopy()));
        breaks.put("UNKNOWN_OP", rows -> ((ObjectNode) rows.get(0)).put("operation", "X9"));
        breaks.put("FORMAT", rows -> ((ObjectNode) rows.get(0)).put("end", "soon"));
        breaks.put("MACHINE", rows -> die(rows).put("machine", "X9"));
        breaks.put("ELIGIBILITY", rows -> die(rows).put("machine", "FLD1"));
        breaks.put("QUANTITY", rows -> die(rows).put("unitsIn", 1));
        breaks.put("DURATION:short", rows -> shift(die(rows), "end", -1));
        breaks.put("DURATION:long", rows -> shift(die(rows), "end", 1));
        breaks.put("SETUP_LENGTH:short", rows -> shift(die(rows), "setupStart", 1));
        breaks.put("SETUP_LENGTH:long", rows -> shift(die(rows), "setupStart", -1));
        breaks.put("STARTED", rows -> shift(row(rows, r -> is(r, "B3", "P1")), "end", 1));
        breaks.put("NEGATIVE", rows -> move(die(rows), RandomPlantProblem.ORIGIN.minusSeconds(60)));
        breaks.put("START_UNAVAILABLE", rows -> move(die(rows), Instant.parse("2026-11-24T20:00:00Z")));
        breaks.put("SETUP_UNAVAILABLE", rows -> move(die(rows), Instant.parse("2026-11-24T23:05:00Z")));
        breaks.put("END_UNAVAILABLE", rows -> die(rows).put("end", "2026-11-24T20:00:00Z"));
        breaks.put("PRECEDENCE", rows -> move(die(rows), RandomPlantProblem.ORIGIN));
        breaks.put("PAPER", rows -> cartons(rows).forEach(r -> move(r, RandomPlantProblem.ORIGIN.plusSeconds(60))));
        breaks.put("MACHINE_OVERLAP", rows -> cartons(rows).forEach(r -> move(r, RandomPlantProblem.ORIGIN)));
        breaks.put(
                "TOOL",
                rows -> rows.forEach(r -> {
                    if (r.get("operation").asText().equals("DIE")) {
                        move((ObjectNode) r, Instant.parse("2026-11-25T03:00:00Z"));
                    }
                }));
        breaks.put("LATENESS", rows -> rows.forEach(r -> shift((ObjectNode) r, "end", 60 * 24 * 30)));
        return breaks;
    }

    private static ObjectNode die(ArrayNode rows) {
        return row(rows, r -> r.get("operation").asText().equals("DIE"));
    }

    private static List<ObjectNode> cartons(ArrayNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ObjectNode.class::cast)
                .filter(r -> r.get("order").asText().startsWith("C")
                        && r.get("operation").asText().equals("P1"))
                .toList();
    }

    private static boolean is(ObjectNode row, String order, String operation) {
        return row.get("order").asText().equals(order)
                && row.get("operation").asText().equals(operation);
    }

    private static ObjectNode row(ArrayNode rows, Predicate<ObjectNode> wanted) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ObjectNode.class::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static void shift(ObjectNode row, String field, int minutes) {
        row.put(
                field,
                Instant.parse(row.get(field).asText())
                        .plusSeconds(60L * minutes)
                        .toString());
    }

    private static void move(ObjectNode row, Instant start) {
        int minutes = (int) Duration.between(Instant.parse(row.get("start").asText()), start)
                .toMinutes();
        List.of("setupStart", "start", "end").forEach(field -> shift(row, field, minutes));
    }

    private static Schedule searched(ScheduleRequest request) throws Exception {
        SolveLimits steps = new SolveLimits(Duration.ofSeconds(30), 1500, 1, 3);
        return SchedulingServices.create()
                .solve(request, steps, p -> {})
                .result()
                .get();
    }

    private Verdict check(ScheduleRequest request, Schedule schedule) throws Exception {
        ProblemWriter.write(request, "plant.yaml", problem);
        ScheduleFile.write(schedule, plan);
        return PlanChecker.check(problem, "nhain", plan);
    }
}
