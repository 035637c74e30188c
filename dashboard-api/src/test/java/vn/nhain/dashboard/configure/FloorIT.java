package vn.nhain.dashboard.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.dashboard._support.Eventually;
import vn.nhain.dashboard._support.Http;
import vn.nhain.dashboard._support.ManualClock;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard._support.TestBroker;
import vn.nhain.dashboard._support.TestEdgeNode;
import vn.nhain.dashboard.config.MqttConfig;

/** The dashboard and an edge node over a real broker. */
class FloorIT {
    private final ManualClock plantClock = new ManualClock(SmallPlant.START);

    @TempDir
    Path folder;

    private TestBroker broker;
    private RunningDashboard running;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start(folder, TestBroker.freePort());
        running = RunningDashboard.start(
                c -> c.withMqtt(MqttConfig.defaults().at(broker.url())), plantClock, Optional.empty());
        running.dashboard().seedIfEmpty(List.of(SmallPlant.order("A", 10)), SmallPlant.stock());
        http = new Http(running.port());
    }

    @AfterEach
    void stop() {
        running.close();
        broker.close();
    }

    @Test
    void aReleasedPlanIsRunToItsEnd() throws Exception {
        try (TestEdgeNode node = new TestEdgeNode(broker.url(), plantClock, "OF1", "CUT1")) {
            awaitState("OF1", "IDLE");
            assertTrue(node.hostState().contains("\"online\":true"), node.hostState());
            http.post("/api/plan/solve", "{\"seconds\":1}");
            Eventually.that("a draft is there", () -> http.get("/api/plan").statusCode() == 200);
            assertEquals(200, http.post("/api/plan/release", "{\"version\":1}").statusCode());

            // a plan begins when it is ready, some seconds after it was asked for
            plantClock.advance(Duration.ofMinutes(2));
            run(node, "OF1", "A/P1");
            plantClock.advance(Duration.ofMinutes(101));
            run(node, "CUT1", "A/CUT");

            Eventually.that(
                    "the order is done", () -> http.get("/api/orders/A").body().contains("\"status\":\"DONE\""));
            JsonNode plan = json("/api/plan");
            assertEquals("done", plan.at("/operations/0/status").asText());
            assertEquals(1.0, plan.at("/operations/0/progress").asDouble());
        }
    }

    @Test
    void aDeathIsOfflineAtOnceAndABirthBringsItBack() throws Exception {
        TestEdgeNode node = new TestEdgeNode(broker.url(), plantClock, "OF1");
        awaitState("OF1", "IDLE");
        node.die();
        awaitState("OF1", "OFFLINE");
        try (TestEdgeNode again = new TestEdgeNode(broker.url(), plantClock, "OF1")) {
            awaitState("OF1", "IDLE");
            assertEquals(1, again.births());
        }
    }

    @Test
    void aGapIsAnsweredByARebirthThatMendsTheState() throws Exception {
        try (TestEdgeNode node = new TestEdgeNode(broker.url(), plantClock, "OF1")) {
            awaitState("OF1", "IDLE");
            node.skipOne();
            node.tell("OF1", Map.of("power", 12.5));

            Eventually.that("it was born again", () -> node.births() == 2);
            Eventually.that(
                    "its power is there",
                    () -> http.get("/api/machines/OF1").body().contains("12.5"));
        }
    }

    /** A dashboard that starts after its nodes has missed their births. */
    @Test
    void aLateDashboardAsksForTheBirths() throws Exception {
        try (TestEdgeNode node = new TestEdgeNode(broker.url(), plantClock, "OF1")) {
            awaitState("OF1", "IDLE");
            int before = node.births();
            try (RunningDashboard late = RunningDashboard.start(
                    c -> c.withMqtt(MqttConfig.defaults().at(broker.url())), plantClock, Optional.empty())) {
                Http other = new Http(late.port());
                Eventually.that("it hears of the press", () -> {
                    node.tell("OF1", Map.of("power", 3.0));
                    return other.get("/api/machines/OF1").body().contains("\"state\":\"IDLE\"");
                });
                assertTrue(node.births() > before);
            }
        }
    }

    private void run(TestEdgeNode node, String machine, String job) {
        Eventually.that(
                "the job is sent", () -> node.commands.stream().anyMatch(c -> c.contains("\"jobId\":\"" + job + "\"")));
        String command = node.commands.get(node.commands.size() - 1);
        String id = command.replaceAll(".*\"commandId\":\"([^\"]+)\".*", "$1");
        node.tell(
                machine, Map.of("job.ack", "{\"commandId\":\"%s\",\"accepted\":true,\"message\":\"\"}".formatted(id)));
        node.tell(machine, Map.of("state", "RUNNING", "job", job));
        node.tell(machine, Map.of("job.good", 2000.0));
        node.tell(machine, Map.of("job.done", job, "job", "", "state", "IDLE"));
    }

    private void awaitState(String machine, String state) {
        Eventually.that(
                machine + " is " + state,
                () -> http.get("/api/machines/" + machine).body().contains("\"state\":\"" + state + "\""));
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(http.get(path).body());
    }
}
