package vn.nhain.dashboard.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.Http;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.config.AccessConfig;
import vn.nhain.dashboard.config.WebConfig;
import vn.nhain.dashboard.problem.StartupException;
import vn.nhain.dashboard.session.Passwords;

/** Who gets in, on a server that is not open. */
class AccessTest {
    private static final Clock CLOCK = Clock.fixed(SmallPlant.START, ZoneOffset.UTC);

    private static RunningDashboard running;
    private static Http http;

    @BeforeAll
    static void start() {
        Passwords passwords = new Passwords();
        running = RunningDashboard.start(
                c -> c.withAccess(AccessConfig.withPin(
                        "314159",
                        List.of(
                                new AccessConfig.User("lan", Set.of("operator"), passwords.hash("máy in số 1")),
                                new AccessConfig.User("minh", Set.of("planner"), passwords.hash("kế hoạch"))))),
                CLOCK,
                Optional.empty());
        http = new Http(running.port());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void withoutALoginNothingIsRead() {
        assertEquals(401, http.get("/api/machines").statusCode());
        assertEquals(200, http.get("/health").statusCode());
        assertEquals(
                "{\"user\":null,\"roles\":[],\"readOpen\":false}",
                http.get("/api/session").body());
    }

    @Test
    void thePinReadsAndChangesNothing() {
        String cookie = cookieOf(http.post("/api/session", "{\"pin\":\"314159\"}"));

        assertEquals(200, http.get("/api/machines", "Cookie", cookie).statusCode());
        assertEquals(
                403,
                http.post("/api/plan/solve", "{\"seconds\":1}", "Cookie", cookie)
                        .statusCode());
    }

    @Test
    void anOperatorReportsAndDoesNotPlan() {
        String cookie = cookieOf(http.post("/api/session", "{\"user\":\"lan\",\"password\":\"máy in số 1\"}"));

        assertEquals(
                201,
                http.post("/api/machines/OF1/stop-reason", "{\"reason\":\"WAIT_PLATE\"}", "Cookie", cookie)
                        .statusCode());
        assertEquals(
                403,
                http.post("/api/plan/release", "{\"version\":1}", "Cookie", cookie)
                        .statusCode());
        assertEquals(403, http.get("/api/audit", "Cookie", cookie).statusCode());
    }

    @Test
    void aLogoutEndsTheSession() {
        String cookie = cookieOf(http.post("/api/session", "{\"user\":\"minh\",\"password\":\"kế hoạch\"}"));
        assertEquals(204, http.delete("/api/session", "Cookie", cookie).statusCode());

        assertEquals(401, http.get("/api/machines", "Cookie", cookie).statusCode());
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        HttpResponse<String> wrong = http.post("/api/session", "{\"user\":\"minh\",\"password\":\"x\"}");
        HttpResponse<String> unknown = http.post("/api/session", "{\"user\":\"nobody\",\"password\":\"x\"}");

        assertEquals(401, wrong.statusCode());
        assertEquals(wrong.body(), unknown.body());
    }

    @Test
    void callsFromOtherSitesAreRefused() {
        String login = "{\"pin\":\"314159\"}";
        assertEquals(403, http.barePost("/api/session", login).statusCode());
        assertEquals(
                403,
                http.post("/api/session", login, "Origin", "http://evil.example")
                        .statusCode());
        assertEquals(
                403,
                http.post("/api/session", login, "Sec-Fetch-Site", "cross-site").statusCode());
    }

    @Test
    void theWebSocketNeedsALoginAndTheSameOrigin() {
        String cookie = cookieOf(http.post("/api/session", "{\"pin\":\"314159\"}"));

        assertThrows(CompletionException.class, () -> connect("X-A", "b"));
        assertThrows(CompletionException.class, () -> connect("Cookie", cookie, "Origin", "http://evil.example"));
        connect("Cookie", cookie).abort();
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        var headers = http.get("/").headers();
        assertTrue(headers.firstValue("Content-Security-Policy").orElse("").contains("default-src 'none'"));
        assertFalse(headers.firstValue("Content-Security-Policy").orElse("").contains("unsafe"));
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
    }

    @Test
    void anOpenServerRefusesToListenToTheNetwork() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> RunningDashboard.start(
                        c -> c.withAccess(AccessConfig.openOnLoopback())
                                .withWeb(WebConfig.defaults().at("0.0.0.0", 0)),
                        CLOCK,
                        Optional.empty()));
        assertTrue(String.valueOf(refused.getMessage()).contains("access.open"));
    }

    @Test
    void aPortInUseIsToldWithItsRemedy() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> RunningDashboard.start(
                        c -> c.withWeb(WebConfig.defaults().at("127.0.0.1", running.port())), CLOCK, Optional.empty()));
        assertTrue(String.valueOf(refused.getMessage()).contains("in use"), refused.getMessage());
    }

    private static WebSocket connect(String... headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(
                        URI.create("ws://127.0.0.1:" + running.port() + "/api/live"), new WebSocket.Listener() {})
                .join();
    }

    private static String cookieOf(HttpResponse<String> login) {
        assertEquals(200, login.statusCode(), login.body());
        String cookie = login.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
