package vn.nhain.dashboard.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
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
import vn.nhain.dashboard.config.AccessConfig;
import vn.nhain.dashboard.config.TelemetryConfig;

/** An agent on another machine writes through the dashboard's own port, with the client and the token that it has. */
class TelemetryWriteTest {
    private static final String TOKEN = "0123456789abcdef01234567";
    private static final List<String> LINES = List.of(
            "machine,plant=hcm1,machine=OF1,metric=power value=10.0,quality=\"good\" 1795482000000000001",
            "machine,plant=hcm1,machine=OF1,metric=power value=20.0,quality=\"good\" 1795482001000000000");

    @TempDir
    Path folder;

    private RunningDashboard start(String writeToken) {
        TelemetryConfig telemetry = new TelemetryConfig(
                folder.resolve("telemetry"), "127.0.0.1", 0, 400, "", "nhain", "", "", "", writeToken);
        // logins are on: the door must not need one
        return RunningDashboard.start(
                config -> config.withTelemetry(telemetry).withAccess(AccessConfig.closed()),
                Clock.fixed(SmallPlant.START, ZoneOffset.UTC),
                Optional.empty());
    }

    private static void write(int port, String token, List<String> lines) {
        String url = "http://127.0.0.1:" + port;
        try (InfluxDBClient client = InfluxDBClientFactory.create(url, token.toCharArray(), "nhain", "nhain")) {
            client.enableGzip();
            client.getWriteApiBlocking().writeRecords(WritePrecision.NS, lines);
        }
    }

    private static int status(int port, String token, List<String> lines) {
        return assertThrows(InfluxException.class, () -> write(port, token, lines))
                .status();
    }

    @Test
    void theRightTokenWritesEachKeyOnceAndNobodyElseWrites() {
        try (RunningDashboard running = start(TOKEN)) {
            Http http = new Http(running.port());
            write(running.port(), TOKEN, LINES);
            write(running.port(), TOKEN, LINES);
            Eventually.that("two rows", () -> http.get("/health").body().contains("\"OF1\":2"));

            assertEquals(401, status(running.port(), "another", LINES));
            assertEquals(
                    401,
                    http.barePost("/api/v2/write?bucket=nhain", LINES.get(0)).statusCode());
            assertEquals(400, status(running.port(), TOKEN, List.of("no line")), "the store's own answer");
        }
    }

    @Test
    void withoutATokenInTheConfigurationTheDoorIsClosed() {
        try (RunningDashboard running = start("")) {
            assertEquals(404, status(running.port(), TOKEN, LINES));
        }
    }

    @Test
    void aTokenThatCouldBeGuessedIsRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> start("secret"));
        assertTrue(String.valueOf(refused.getMessage()).contains("telemetry.writeToken"), refused.getMessage());
    }
}
