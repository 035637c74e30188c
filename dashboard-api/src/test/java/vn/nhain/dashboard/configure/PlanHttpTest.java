package vn.nhain.dashboard.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.Eventually;
import vn.nhain.dashboard._support.Http;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.demo.DemoControls;
import vn.nhain.scheduler.api.CostLine;

/** From no plan to a plan in force, over HTTP, and the demonstration's buttons. */
class PlanHttpTest {
    private final List<String> broken = new ArrayList<>();
    private RunningDashboard running;
    private Http http;

    @BeforeEach
    void start() {
        running = RunningDashboard.start(
                c -> c, Clock.fixed(SmallPlant.START, ZoneOffset.UTC), Optional.of(new RecordingControls()));
        running.dashboard()
                .seedIfEmpty(List.of(SmallPlant.order("A", 1), SmallPlant.order("B", 20)), SmallPlant.stock());
        http = new Http(running.port());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void beforeTheFirstPlanThereIsNone() {
        assertEquals(404, http.get("/api/plan").statusCode());
        assertEquals("{\"items\":[],\"next\":null}", http.get("/api/plans").body());
    }

    @Test
    void aSolveEndsInADraftThatIsReleased() {
        assertEquals(202, http.post("/api/plan/solve", "{\"seconds\":5}").statusCode());
        awaitDraft();
        JsonNode draft = json(http.get("/api/plan"));
        assertEquals("draft", draft.get("status").asText());
        assertEquals(4, draft.get("operations").size());
        assertEquals("P1", draft.at("/operations/1/predecessors/0").asText());

        HttpResponse<String> released = http.post("/api/plan/release", "{\"version\":1}");

        assertEquals(200, released.statusCode(), released.body());
        assertEquals("released", json(released).get("status").asText());
        assertEquals(409, http.post("/api/plan/release", "{\"version\":1}").statusCode());
        assertEquals(404, http.post("/api/plan/release", "{\"version\":9}").statusCode());
        JsonNode audit = json(http.get("/api/audit"));
        assertEquals("plan.release", audit.at("/items/0/action").asText());
        assertEquals(
                "A", json(http.get("/api/machines/OF1")).at("/next/orderId").asText());
        assertEquals(4300, json(http.get("/api/stock")).at("/items/0/reserved").asInt());
    }

    @Test
    void onlyOneSolveRunsAndItCanBeStopped() {
        running.scheduler().endless = true;
        assertEquals(202, http.post("/api/plan/solve", "{\"seconds\":600}").statusCode());
        assertEquals(409, http.post("/api/plan/solve", "{\"seconds\":1}").statusCode());

        JsonNode stopped = json(http.delete("/api/plan/solve"));

        assertEquals(false, stopped.get("running").asBoolean());
        assertEquals(1, stopped.get("version").asInt());
        assertTrue(stopped.get("best").has("totalVnd"));
    }

    /** The paper of the last order comes a day later while a long solve runs: it goes on with the later paper. */
    @Test
    void whatHappensWhileASolveRunsIsTakenIntoIt() {
        solveAndRelease();
        running.scheduler().endless = true;
        http.post("/api/plan/solve", "{\"seconds\":600}");
        Eventually.that("it has a plan", () -> !status().get("best").isNull());
        assertEquals(0, status().get("changes").asInt());

        http.post("/api/demo/delay-paper", "{\"materialId\":\"IVORY\",\"hours\":24}");

        Eventually.that("the event is taken", () -> status().get("changes").asInt() == 1);
        assertTrue(status().get("running").asBoolean());
        assertTrue(running.scheduler().last.stock().lots().stream()
                .anyMatch(lot -> lot.usableFrom().equals(Instant.parse("2026-11-26T01:00:00Z"))));
        JsonNode stopped = json(http.delete("/api/plan/solve"));
        assertEquals(2, stopped.get("version").asInt());
        assertTrue(stopped.get("baseline").has("totalVnd"), "due date first of the changed problem");
    }

    @Test
    void aSolveTellsWhatItGainsAndWhatItMoves() {
        solveAndRelease();
        http.post("/api/plan/solve", "{\"seconds\":5,\"stability\":3}");
        Eventually.that(
                "the second draft is there", () -> status().path("version").asInt() == 2);

        JsonNode solved = status();
        assertEquals(3.0, solved.get("stability").asDouble());
        assertEquals(3.0, running.scheduler().last.weights().of(CostLine.NERVOUSNESS));
        assertEquals(
                2 * solved.get("score").asDouble(), solved.get("firstScore").asDouble());
        assertEquals(1000, solved.get("movesPerSecond").asInt());
        assertTrue(solved.at("/best/lines/setup").asDouble() > 0);
        assertEquals(solved.get("score").asDouble(), solved.at("/points/0/cost").asDouble());
        int operations = 0;
        for (String band : List.of("near", "day", "threeDays", "later")) {
            operations += solved.at("/moved/" + band + "/operations").asInt();
            assertEquals(0, solved.at("/moved/" + band + "/moved").asInt(), solved::toString);
        }
        assertEquals(4, operations);
        assertEquals(solved.get("moved"), json(http.get("/api/plan?version=2")).get("moved"));
        assertTrue(json(http.get("/api/plan?version=1")).get("moved").isNull(), "in force itself");
    }

    @Test
    void anOrderTellsWhyItIsLateAndWhereItsStepsAre() {
        solveAndRelease();
        JsonNode late = json(http.get("/api/orders?late=true"));

        assertEquals(1, late.get("items").size());
        assertEquals("A", late.at("/items/0/id").asText());
        assertEquals("Máy bận.", late.at("/items/0/lateReason/vi").asText());
        JsonNode order = json(http.get("/api/orders/A"));
        assertEquals("OF1", order.at("/operations/0/machineId").asText());
        assertEquals(404, http.get("/api/orders/Z").statusCode());
    }

    @Test
    void theQueueTellsWhatEachJobNeeds() {
        solveAndRelease();
        JsonNode queue = json(http.get("/api/machines/CUT1/queue"));

        assertTrue(queue.get("current").isNull());
        assertEquals(2, queue.get("next").size());
        assertEquals(false, queue.at("/next/0/ready/steps/ok").asBoolean());
        JsonNode press = json(http.get("/api/machines/OF1/queue"));
        assertEquals(true, press.at("/next/0/ready/paper/ok").asBoolean());
        assertEquals(true, press.at("/next/0/ready/plates/ok").asBoolean());
        assertEquals(404, http.get("/api/machines/XX/queue").statusCode());
    }

    @Test
    void autoReleasePutsAPlanIntoForceByItself() {
        assertEquals(200, http.post("/api/demo/auto-release", "{\"on\":true}").statusCode());
        http.post("/api/plan/solve", "{\"seconds\":5}");

        Eventually.that(
                "a plan is in force",
                () -> http.get("/api/plan").statusCode() == 200
                        && json(http.get("/api/plan")).get("status").asText().equals("released"));
    }

    @Test
    void theButtonsReachTheDemonstration() {
        assertEquals(
                200,
                http.post("/api/demo/break", "{\"machineId\":\"OF1\",\"minutes\":45}")
                        .statusCode());
        assertEquals(List.of("OF1 45"), broken);
        JsonNode demo = json(http.get("/api/demo"));
        assertEquals("IVORY", demo.at("/materials/0/id").asText());
        http.post("/api/demo/delay-paper", "{\"materialId\":\"IVORY\",\"hours\":24}");
        assertEquals(
                "2026-11-26T01:00:00Z",
                json(http.get("/api/stock"))
                        .at("/items/0/arrivals/0/usableFrom")
                        .asText());
    }

    @Test
    void whatIsWrongIsNamed() {
        assertParameter("seconds", http.post("/api/plan/solve", "{\"seconds\":0}"));
        assertParameter("seconds", http.post("/api/plan/solve", "{}"));
        assertParameter("secs", http.post("/api/plan/solve", "{\"seconds\":5,\"secs\":5}"));
        assertParameter("stability", http.post("/api/plan/solve", "{\"seconds\":5,\"stability\":-1}"));
        assertParameter("version", http.get("/api/plan?version=x"));
        assertParameter("metric", http.get("/api/machines/OF1/history"));
        assertParameter("from", http.get("/api/machines/OF1/history?metric=power&from=yesterday"));
        assertParameter("points", http.get("/api/machines/OF1/history?metric=power&points=1"));
        assertParameter("reason", http.post("/api/machines/OF1/stop-reason", "{\"reason\":\"TEA\"}"));
        assertParameter("speed", http.post("/api/demo/speed", "{\"speed\":601}"));
        assertParameter("machineId", http.post("/api/demo/break", "{\"machineId\":\"XX\"}"));
    }

    private void solveAndRelease() {
        http.post("/api/plan/solve", "{\"seconds\":5}");
        awaitDraft();
        http.post("/api/plan/release", "{\"version\":1}");
    }

    private JsonNode status() {
        return json(http.get("/api/plan/solve"));
    }

    private void awaitDraft() {
        Eventually.that(
                "the solve has ended",
                () -> !json(http.get("/api/plan/solve")).get("version").isNull());
    }

    private static void assertParameter(String name, HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(name, json(answer).path("parameter").asText(), answer.body());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class RecordingControls implements DemoControls {
        private double speed = 60;

        @Override
        public double speed() {
            return speed;
        }

        @Override
        public void setSpeed(double next) {
            if (next > 600) {
                throw new IllegalArgumentException("The speed (%s) must be between 1 and 600.".formatted(next));
            }
            speed = next;
        }

        @Override
        public String scenario() {
            return "normal-week";
        }

        @Override
        public List<String> scenarios() {
            return List.of("normal-week");
        }

        @Override
        public void breakMachine(String machineId, int minutes) {
            broken.add(machineId + " " + minutes);
        }

        @Override
        public void reset() {
            broken.clear();
        }
    }
}
