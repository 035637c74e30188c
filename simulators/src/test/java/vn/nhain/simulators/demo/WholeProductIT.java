package vn.nhain.simulators.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge.health.HealthReport;
import vn.nhain.plant.machine.Machine;

/** The whole product as a user meets it: every part real, on its real protocol. */
final class WholeProductIT {
    private static final int ORDERS = 40;

    @TempDir
    Path temp;

    private DemoOptions options(Path data) {
        return new DemoOptions(
                0, InetAddress.getLoopbackAddress(), 60, data, "normal-week", 20261124, ORDERS, 2, false);
    }

    /** Telemetry in the store; a plan; its release; a machine that runs the job; a press that breaks. */
    @Test
    void aPlanIsMadeReleasedAndRunAndABrokenPressIsSeen() throws Exception {
        try (Demo demo = Demo.start(options(temp.resolve("data")))) {
            Api api = new Api(demo.address());
            everyMachineIsThere(api, demo);
            telemetryReachesTheStore(api, demo.clock().instant());
            int version = aPlanIsReady(api);
            assertEquals(
                    200,
                    api.post("/api/plan/release", "{\"version\":%d}".formatted(version))
                            .status());
            String machine = aMachineRunsTheJobOfThePlan(api);
            countersGrow(api, machine);
            theBrokenPressIsDown(api);
            nothingIsLost(demo);
            answersAreAsDocumented(api);
        }
    }

    private static void everyMachineIsThere(Api api, Demo demo) throws Exception {
        Set<String> expected = new LinkedHashSet<>(
                demo.plant().machines().stream().map(Machine::id).toList());
        JsonNode items = api.await("every machine is connected", "/api/machines", body -> StreamSupport.stream(
                                body.path("items").spliterator(), false)
                        .noneMatch(m -> m.path("state").asText().equals("OFFLINE")))
                .path("items");
        Set<String> seen = new LinkedHashSet<>();
        items.forEach(m -> seen.add(m.path("id").asText()));
        assertEquals(expected, seen);
    }

    private static void telemetryReachesTheStore(Api api, Instant now) throws Exception {
        api.await(
                "power of OF1 is in the store",
                historyOf("OF1", "power", now),
                body -> body.path("items").size() > 0);
        api.await(
                "energy of CUT1 is in the store",
                historyOf("CUT1", "energy", now),
                body -> body.path("items").size() > 0);
    }

    private static String historyOf(String machine, String metric, Instant now) {
        return "/api/machines/%s/history?metric=%s&from=%s&to=%s"
                .formatted(machine, metric, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));
    }

    private static int aPlanIsReady(Api api) throws Exception {
        JsonNode plan = api.await(
                "a plan is made", "/api/plan", body -> body.path("operations").size() > 0);
        assertEquals("draft", plan.path("status").asText());
        JsonNode operation = plan.path("operations").get(0);
        for (String field : new String[] {"machineId", "setupStart", "start", "end"}) {
            assertFalse(operation.path(field).asText().isEmpty(), field);
        }
        assertTrue(api.get("/api/orders").body().path("items").size() == ORDERS);
        return plan.path("version").asInt();
    }

    private static String aMachineRunsTheJobOfThePlan(Api api) throws Exception {
        JsonNode machines = api.await(
                "a machine has a job of the plan and makes good sheets", "/api/machines", body -> StreamSupport.stream(
                                body.path("items").spliterator(), false)
                        .anyMatch(m -> m.path("job").path("good").asDouble() > 0));
        for (JsonNode machine : machines.path("items")) {
            if (machine.path("job").path("good").asDouble() > 0) {
                JsonNode plan = api.get("/api/plan").body().path("operations");
                String order = machine.path("job").path("orderId").asText();
                assertEquals(
                        order, Api.find(plan, "orderId", order).path("orderId").asText());
                return machine.path("id").asText();
            }
        }
        throw new AssertionError("no machine runs");
    }

    private static void countersGrow(Api api, String machine) throws Exception {
        double before =
                api.get("/api/machines/" + machine).body().path("countGood").asDouble();
        api.await(
                "good count of " + machine + " grows",
                "/api/machines/" + machine,
                m -> m.path("countGood").asDouble() > before);
    }

    private static void theBrokenPressIsDown(Api api) throws Exception {
        assertEquals(
                200,
                api.post("/api/demo/break", "{\"machineId\":\"OF2\",\"minutes\":600}")
                        .status());
        api.await("OF2 is down", "/api/machines/OF2", m -> m.path("state")
                .asText()
                .equals("DOWN"));
        api.await("an alarm says so", "/api/alarms", body -> StreamSupport.stream(
                        body.path("items").spliterator(), false)
                .anyMatch(a -> a.path("machineId").asText().equals("OF2")));
    }

    private static void nothingIsLost(Demo demo) {
        HealthReport health = demo.edgeHealth();
        assertTrue(health.spool().counters().isIntakeBalanced(), health::toString);
        assertTrue(health.spool().counters().isStoreBalanced(), health::toString);
    }

    private static void answersAreAsDocumented(Api api) throws Exception {
        assertEquals(404, api.get("/api/machines/NOPE").status());
        assertEquals(404, api.get("/api/orders/NOPE").status());
        Api.Answer bad = api.get("/api/machines/OF1/history?metric=power&from=yesterday&to=2100-01-01T00:00:00Z");
        assertEquals(400, bad.status());
        assertTrue(
                bad.body().path("detail").asText().contains("from"), bad.body().toString());
        assertTrue(api.get("/openapi.json").body().path("paths").has("/api/plan"));
    }

    /** A second start on the same folder goes on: same orders, same plan in force, plant time where it was. */
    @Test
    void aSecondStartGoesOnWhereTheFirstEnded() throws Exception {
        Path data = temp.resolve("kept");
        Instant ended;
        int version;
        try (Demo demo = Demo.start(options(data))) {
            Api api = new Api(demo.address());
            version = aPlanIsReady(api);
            api.post("/api/plan/release", "{\"version\":%d}".formatted(version));
            ended = demo.clock().instant();
        }
        assertTrue(Files.exists(data));
        try (Demo demo = Demo.start(options(data))) {
            Api api = new Api(demo.address());
            JsonNode plan = api.await("the plan is in force", "/api/plan", p -> p.path("status")
                    .asText()
                    .equals("released"));
            assertEquals(version, plan.path("version").asInt());
            Instant now = demo.clock().instant();
            assertFalse(now.isBefore(ended), () -> "plant time went back from %s to %s".formatted(ended, now));
        }
    }
}
