package vn.nhain.dashboard.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.dashboard._support.Eventually;
import vn.nhain.dashboard._support.GreedyScheduler;
import vn.nhain.dashboard._support.Http;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.config.MqttConfig;
import vn.nhain.dashboard.config.WebConfig;

/** A second start with the same folder goes on where the first one ended. */
class RestartTest {
    @TempDir
    Path folder;

    @Test
    void ordersPlanAndSwitchesAreThereAgain() {
        try (Dashboard first = start()) {
            assertTrue(first.seedIfEmpty(List.of(SmallPlant.order("A", 10)), SmallPlant.stock()));
            first.autoReleaseUnlessSet(true);
            first.plan(1, "demo");
            Eventually.that("the plan is in force", first::hasPlanInForce);
        }
        try (Dashboard second = start()) {
            assertFalse(second.seedIfEmpty(List.of(SmallPlant.order("B", 10)), SmallPlant.stock()));
            assertTrue(second.hasPlanInForce());
            String plan = new Http(second.port()).get("/api/plan").body();
            assertTrue(plan.contains("\"status\":\"released\""), plan);
            assertEquals(200, new Http(second.port()).get("/api/orders/A").statusCode());
        }
    }

    private Dashboard start() {
        return Dashboard.start(
                DashboardConfig.embedded(folder)
                        .withWeb(WebConfig.defaults().at("127.0.0.1", 0))
                        .withMqtt(MqttConfig.defaults().at("")),
                SmallPlant.plant(),
                Clock.fixed(SmallPlant.START, ZoneOffset.UTC),
                new GreedyScheduler(),
                Optional.empty());
    }
}
