package vn.nhain.dashboard.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.dashboard._support.Eventually;
import vn.nhain.dashboard._support.Http;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.config.MqttConfig;
import vn.nhain.dashboard.config.WebConfig;
import vn.nhain.scheduler.configure.SchedulingServices;

/** The scheduler that the product ships plans through the dashboard. */
class RealSchedulerTest {
    @TempDir
    Path folder;

    @Test
    void everyOperationIsPlannedOrNamed() throws Exception {
        try (Dashboard dashboard = Dashboard.start(
                DashboardConfig.embedded(folder)
                        .withWeb(WebConfig.defaults().at("127.0.0.1", 0))
                        .withMqtt(MqttConfig.defaults().at("")),
                SmallPlant.plant(),
                Clock.fixed(SmallPlant.START, ZoneOffset.UTC),
                SchedulingServices.create(),
                Optional.empty())) {
            dashboard.seedIfEmpty(
                    List.of(SmallPlant.order("A", 10), SmallPlant.order("B", 20), SmallPlant.order("L", 0)),
                    SmallPlant.stock());
            Http http = new Http(dashboard.port());
            http.post("/api/plan/solve", "{\"seconds\":1}");
            Eventually.that(
                    "the solve has ended",
                    () -> http.get("/api/plan/solve").body().contains("\"running\":false"));

            JsonNode status =
                    new ObjectMapper().readTree(http.get("/api/plan/solve").body());
            assertTrue(status.get("error").isNull(), status.toString());
            assertTrue(
                    status.get("firstScore").asDouble() >= status.get("score").asDouble(), status.toString());
            assertEquals(15, status.at("/best/lines").size(), "every line of cost");
            assertTrue(status.get("moved").isNull(), "no plan is in force");
            JsonNode plan = new ObjectMapper().readTree(http.get("/api/plan").body());
            assertEquals(6, plan.get("operations").size(), plan.toString());
            assertEquals(0, plan.get("unplanned").size());
            assertTrue(plan.at("/figures/totalVnd").asDouble() > 0);
            assertTrue(plan.at("/baseline/totalVnd").asDouble() > 0);

            JsonNode told = new ObjectMapper()
                    .readTree(http.get("/api/plan/orders/A/explanation").body());
            long path = told.get("pathMinutes").asLong();
            assertTrue(path > 0, told.toString());
            long byCause = 0;
            for (JsonNode minutes : told.get("minutesByCause")) {
                byCause += minutes.asLong();
            }
            assertEquals(path, byCause, told.toString());
            assertEquals(2, told.get("operations").size());
            assertEquals(404, http.get("/api/plan/orders/X/explanation").statusCode());
            assertEquals(404, http.get("/api/plan/orders/X/remedies").statusCode());
            assertEquals(
                    "{\"items\":[],\"next\":null}",
                    http.get("/api/plan/orders/A/remedies").body());
            explainsThePlanLineByLine(http, plan);
            assertEquals(200, http.get("/api/plan/gangs").statusCode());
            makesADraftOfARemedy(http, plan.get("version").asInt());
            assertEquals(
                    404, http.get("/api/plan/orders/A/explanation?version=9").statusCode());
        }
    }

    /** Nothing has started: what is explained is what the plan says of itself. */
    private static void explainsThePlanLineByLine(Http http, JsonNode plan) throws Exception {
        JsonNode told = new ObjectMapper()
                .readTree(http.get("/api/plan/explanation?dearest=3").body());
        assertEquals(0, told.get("broken").size(), told.toString());
        for (JsonNode line : told.get("lines")) {
            String name = line.get("line").asText();
            assertEquals(
                    plan.at("/figures/lines/" + name).asDouble(-1),
                    line.get("vnd").asDouble(),
                    0.001,
                    name);
            int shown = line.get("justifications").size();
            assertEquals(Math.min(3, line.get("count").asInt()), shown, name);
        }
        assertEquals(400, http.get("/api/plan/explanation?dearest=0").statusCode());
        assertEquals(404, http.get("/api/plan/explanation?version=9").statusCode());
    }

    /** Order L was due when the plan began: letting it go first is a draft, and nothing is released by it. */
    private static void makesADraftOfARemedy(Http http, int version) throws Exception {
        var made = http.post("/api/plan/orders/L/remedies/first/apply?version=" + version, "{}");
        assertEquals(201, made.statusCode(), made.body());
        JsonNode draft = new ObjectMapper().readTree(made.body());
        assertEquals(version + 1, draft.get("version").asInt());
        assertEquals("draft", draft.get("status").asText());
        assertTrue(http.get("/api/audit").body().contains("\"plan.remedy\""));
        assertEquals(
                409,
                http.post("/api/plan/orders/L/remedies/overtime/apply", "{}").statusCode());
        assertEquals(
                409, http.post("/api/plan/orders/A/remedies/first/apply", "{}").statusCode());
        assertEquals(
                404, http.post("/api/plan/orders/X/remedies/first/apply", "{}").statusCode());
    }
}
