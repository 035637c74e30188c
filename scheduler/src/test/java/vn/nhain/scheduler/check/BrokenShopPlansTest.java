package vn.nhain.scheduler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feasible plan is accepted; broken in one of many ways it is refused by the name of what was broken. */
final class BrokenShopPlansTest {
    @TempDir
    Path folder;

    private interface Break extends BiConsumer<RandomShop, ObjectNode> {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void feasiblePlanIsAccepted(long seed) throws IOException {
        RandomShop shop = new RandomShop(seed, folder);
        Verdict verdict = check(shop, shop.plan);
        assertEquals(List.of(), verdict.violations());
        assertEquals(rows(shop.plan).mapToInt(r -> r.get("end").asInt()).max().orElseThrow(), verdict.objective());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyBreakIsCalledByItsName(long seed) throws IOException {
        RandomShop shop = new RandomShop(seed, folder);
        for (Map.Entry<String, Break> entry : breaks().entrySet()) {
            String constraint = entry.getKey().replaceFirst(":.*", "");
            ObjectNode plan = shop.plan.deepCopy();
            entry.getValue().accept(shop, plan);
            TreeSet<String> found = new TreeSet<>();
            check(shop, plan).violations().forEach(v -> found.add(v.constraint()));
            assertTrue(found.contains(constraint), () -> entry.getKey() + " was broken, found " + found);
        }
    }

    private Verdict check(RandomShop shop, ObjectNode plan) throws IOException {
        Path problemFile = folder.resolve("problem.json");
        Path planFile = folder.resolve("plan.json");
        RandomShop.JSON.writeValue(problemFile.toFile(), shop.problem);
        RandomShop.JSON.writeValue(planFile.toFile(), plan);
        return PlanChecker.check(problemFile, "ops", planFile);
    }

    private static Map<String, Break> breaks() {
        Map<String, Break> breaks = new TreeMap<>();
        breaks.put("MISSING", (s, p) -> list(p).remove(0));
        breaks.put("DUPLICATE", (s, p) -> list(p).add(row(p, 1).deepCopy()));
        breaks.put("UNKNOWN_OP", (s, p) -> row(p, 1).put("operation", 1_000_000));
        breaks.put("JOB", (s, p) -> row(p, 1).put("job", 1_000_000));
        breaks.put("FORMAT:field", (s, p) -> row(p, 1).remove("end"));
        breaks.put("FORMAT:fraction", (s, p) -> row(p, 1).put("end", 12.5));
        breaks.put("FORMAT:list", (s, p) -> p.put("operations", "none"));
        breaks.put("ELIGIBILITY", (s, p) -> row(p, 1).put("resource", 99));
        breaks.put("DURATION:short", (s, p) -> add(row(p, 2), 0, 0, -1));
        breaks.put("DURATION:long", (s, p) -> add(row(p, 2), 0, 0, 1));
        breaks.put(
                "LENGTH", (s, p) -> row(p, 2).put("end", row(p, 2).get("start").asInt()));
        breaks.put("SETUP_LENGTH:short", (s, p) -> add(row(p, 1), 1, 0, 0));
        breaks.put("SETUP_LENGTH:long", (s, p) -> add(row(p, 1), -1, 0, 0));
        breaks.put("NEGATIVE", (s, p) -> row(p, 1).put("setupStart", -1));
        breaks.put("FIXED", (s, p) -> add(row(p, 1), 1, 1, 1));
        breaks.put("RELEASE", (s, p) -> moveStart(row(p, 4), 19));
        breaks.put("MAKESPAN", (s, p) -> p.put("makespan", 1));
        breaks.put("START_UNAVAILABLE", (s, p) -> moveStart(row(p, 2), closes(s, row(p, 2))));
        breaks.put("END_UNAVAILABLE", (s, p) -> moveEnd(row(p, 2), opens(s, row(p, 2))));
        breaks.put("SETUP_UNAVAILABLE", (s, p) -> {
            ObjectNode first = firstOnItsMachine(p);
            moveStart(first, opens(s, first));
        });
        breaks.put("MACHINE_OVERLAP", (s, p) -> {
            List<ObjectNode> pair = neighbours(p);
            add(
                    pair.get(1),
                    pair.get(0).get("end").asInt()
                            - 1
                            - pair.get(1).get("setupStart").asInt());
        });
        breaks.put("SETUP_TIME", (s, p) -> {
            List<ObjectNode> pair = neighbours(p);
            add(
                    pair.get(1),
                    pair.get(0).get("end").asInt()
                            - 1
                            - pair.get(1).get("setupStart").asInt());
        });
        breaks.put(
                "PRECEDENCE",
                (s, p) -> moveStart(row(p, 3), row(p, 2).get("end").asInt() - 1));
        breaks.put(
                "OVERLAP_START",
                (s, p) -> moveStart(row(p, 9), row(p, 8).get("start").asInt()));
        breaks.put(
                "OVERLAP_END", (s, p) -> moveEnd(row(p, 9), row(p, 8).get("end").asInt() - 1));
        return breaks;
    }

    private static ArrayNode list(ObjectNode plan) {
        return (ArrayNode) plan.get("operations");
    }

    private static Stream<ObjectNode> rows(ObjectNode plan) {
        return StreamSupport.stream(list(plan).spliterator(), false).map(ObjectNode.class::cast);
    }

    private static ObjectNode row(ObjectNode plan, int operation) {
        return rows(plan)
                .filter(r -> r.get("operation").asInt() == operation)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode firstOnItsMachine(ObjectNode plan) {
        return neighbours(plan).get(0);
    }

    /** The first two operations of some machine that has two. */
    private static List<ObjectNode> neighbours(ObjectNode plan) {
        for (int m = 1; ; m++) {
            int machine = m;
            List<ObjectNode> on = rows(plan)
                    .filter(r -> r.get("resource").asInt() == machine)
                    .sorted((a, b) -> a.get("start").asInt() - b.get("start").asInt())
                    .toList();
            if (on.size() > 1) {
                return on;
            }
        }
    }

    private static int closes(RandomShop shop, ObjectNode row) {
        return availability(shop, row, 1);
    }

    private static int opens(RandomShop shop, ObjectNode row) {
        return availability(shop, row, 2);
    }

    private static int availability(RandomShop shop, ObjectNode row, int index) {
        return shop.problem
                .get("resources")
                .get(row.get("resource").asInt() - 1)
                .get("availability")
                .get(index)
                .asInt();
    }

    private static void moveStart(ObjectNode row, int start) {
        add(row, start - row.get("start").asInt());
    }

    private static void moveEnd(ObjectNode row, int end) {
        add(row, end - row.get("end").asInt());
    }

    private static void add(ObjectNode row, int by) {
        add(row, by, by, by);
    }

    private static void add(ObjectNode row, int setupStart, int start, int end) {
        row.put("setupStart", row.get("setupStart").asInt() + setupStart);
        row.put("start", row.get("start").asInt() + start);
        row.put("end", row.get("end").asInt() + end);
    }
}
