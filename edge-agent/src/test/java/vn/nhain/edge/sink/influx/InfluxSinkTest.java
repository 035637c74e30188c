package vn.nhain.edge.sink.influx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.edge.sink.WriteOutcome;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/** Against a server that writes down what it gets and answers what the test wants. */
class InfluxSinkTest {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00.000000001Z");
    private static final Reading SPEED = Reading.number("OF1", "speed.actual", 9000, T0);

    private HttpServer server;
    private int status = 204;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> encodings = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            encodings.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Encoding")));
            byte[] body = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                    ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
                    : exchange.getRequestBody().readAllBytes();
            bodies.add(new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private StoreSettings settings(StoreSettings.Dialect dialect, String token, String user) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new StoreSettings(url, dialect, token, "plant", "press", "", user, "pass", 5_000, Duration.ofSeconds(5));
    }

    private WriteOutcome write(StoreSettings settings, Reading... readings) {
        try (InfluxSink sink = new InfluxSink("hcm1", settings)) {
            return sink.prepare(List.of(readings)).send();
        }
    }

    @Test
    void readingsAreLinesOfMeasurementMachineInNanoseconds() {
        Reading text = new Reading("OF 1", "fault.text", Double.NaN, "say \"hi\"\\\nnow", ReadingQuality.UNCERTAIN, T0);
        write(settings(StoreSettings.Dialect.V2, "tok", ""), SPEED, text);
        assertEquals(List.of("""
                        machine,plant=hcm1,machine=OF1,metric=speed.actual value=9000.0,quality="good" 1795482000000000001
                        machine,plant=hcm1,machine=OF\\ 1,metric=fault.text text="say \\"hi\\"\\\\ now",quality="uncertain" 1795482000000000001
                        event,plant=hcm1,machine=OF\\ 1,kind=fault.text text="say \\"hi\\"\\\\ now",quality="uncertain" 1795482000000000001"""), bodies);
        assertTrue(requests.get(0).startsWith("/api/v2/write?"), requests::toString);
        assertTrue(requests.get(0).contains("bucket=press") && requests.get(0).contains("precision=ns"));
        assertTrue(requests.get(0).endsWith("Token tok"), requests::toString);
        assertEquals(List.of("gzip"), encodings);
    }

    @Test
    void influxDbOneIsWrittenToByItsOwnPathAndLogin() {
        write(settings(StoreSettings.Dialect.V1, "", "nhain"), SPEED);
        assertEquals(List.of("/write?db=press&precision=ns Basic bmhhaW46cGFzcw=="), requests);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 401, 403, 404, 429, 500, 502, 503})
    void aStoreThatIsNotReadyKeepsTheReadingsWaiting(int answer) {
        status = answer;
        assertInstanceOf(WriteOutcome.Unavailable.class, write(settings(StoreSettings.Dialect.V2, "", ""), SPEED));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void aRefusalOfTheLinesIsForEver(int answer) {
        status = answer;
        assertInstanceOf(WriteOutcome.Refused.class, write(settings(StoreSettings.Dialect.V2, "", ""), SPEED));
    }

    @Test
    void aBatchThatIsTooLargeIsSaidToBe() {
        status = 413;
        assertInstanceOf(WriteOutcome.TooLarge.class, write(settings(StoreSettings.Dialect.V2, "", ""), SPEED));
    }

    @Test
    void noAnswerIsUnavailable() {
        StoreSettings settings = settings(StoreSettings.Dialect.V2, "", "");
        server.stop(0);
        assertInstanceOf(WriteOutcome.Unavailable.class, write(settings, SPEED));
    }
}
