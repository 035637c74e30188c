package vn.nhain.dashboard.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.dashboard._support.Http;
import vn.nhain.dashboard._support.NoScheduler;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.config.MqttConfig;
import vn.nhain.dashboard.config.WebConfig;

/** The real server on a free port, over an H2 file. */
class DashboardHttpTest {
    @TempDir
    static Path data;

    private static Dashboard dashboard;
    private static Http http;

    @BeforeAll
    static void start() {
        dashboard = Dashboard.start(
                DashboardConfig.embedded(data)
                        .withWeb(WebConfig.defaults().at("127.0.0.1", 0))
                        .withMqtt(MqttConfig.defaults().at("")),
                SmallPlant.plant(),
                Clock.fixed(SmallPlant.START, ZoneOffset.UTC),
                new NoScheduler(),
                Optional.empty());
        http = new Http(dashboard.port());
    }

    @AfterAll
    static void stop() {
        dashboard.close();
    }

    @Test
    void machinesAreThoseOfThePlantAndOfflineBeforeTheyAreHeard() {
        HttpResponse<String> answer = http.get("/api/machines");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("{\"items\":[{\"id\":\"OF1\",\"name\":\"Machine OF1\""), answer.body());
        assertTrue(answer.body().contains("\"state\":\"OFFLINE\""), answer.body());
        assertTrue(answer.body().endsWith("\"next\":null}"), answer.body());
    }

    @Test
    void ordersComeFromTheStoreAsTheyWereSeeded() {
        assertTrue(dashboard.seedIfEmpty(
                List.of(SmallPlant.order("A", 10), SmallPlant.order("B", 20)), SmallPlant.stock()));
        assertFalse(dashboard.seedIfEmpty(List.of(SmallPlant.order("C", 10)), SmallPlant.stock()));

        assertTrue(http.get("/api/orders").body().contains("\"title\":\"Hộp bánh B\""));
        assertEquals(
                "{\"items\":[],\"next\":null}", http.get("/api/orders?q=zzz").body());
        assertTrue(http.get("/api/orders?q=hop%20banh%20a").body().contains("\"id\":\"A\""));
    }

    @Test
    void aBadParameterIsNamed() {
        HttpResponse<String> answer = http.get("/api/orders?late=perhaps");

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("\"parameter\":\"late\""), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertEquals(404, http.get("/api/machines/OF9").statusCode());
    }

    @Test
    void thePlantTellsItsClockAndItsTariff() {
        assertTrue(http.get("/api/clock").body().contains("\"now\":\"2026-11-24T01:00:00Z\""));
        String plant = http.get("/api/plant").body();
        assertTrue(plant.contains("\"from\":\"09:30\",\"to\":\"11:30\""), plant);
    }
}
