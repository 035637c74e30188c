package vn.nhain.dashboard.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.Eventually;

/** What the screens get. */
class LiveHttpTest {
    private static RunningDashboard running;

    @BeforeAll
    static void start() {
        running = RunningDashboard.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aScreenGetsTheWholeAgainAndAgain() {
        List<JsonNode> frames = new CopyOnWriteArrayList<>();
        WebSocket screen = connect(frames);
        Eventually.that("three frames came", () -> frames.size() >= 3);
        screen.abort();

        JsonNode frame = frames.get(2);
        assertEquals("2026-11-24T01:00:00Z", frame.get("now").asText());
        assertEquals(2, frame.get("machines").size());
        assertTrue(frame.get("planVersion").isNull());
        assertEquals(0, frame.get("alarms").asInt());
        assertTrue(frame.get("seq").asLong() > frames.get(0).get("seq").asLong());
    }

    /** A tablet that fell asleep with the page open. */
    @Test
    void aScreenThatNeverReadsDoesNotHoldTheOthersUp() throws IOException {
        try (Socket asleep = new Socket(InetAddress.getLoopbackAddress(), running.port())) {
            asleep.getOutputStream().write("""
                    GET /api/live HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Upgrade: websocket\r
                    Connection: Upgrade\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    Sec-WebSocket-Version: 13\r
                    \r
                    """.formatted(running.port()).getBytes(StandardCharsets.US_ASCII));
            asleep.getOutputStream().flush();
            List<JsonNode> frames = new CopyOnWriteArrayList<>();
            WebSocket screen = connect(frames);
            Eventually.that("the other screen gets its frames", () -> frames.size() >= 8);
            screen.abort();
        }
    }

    private static WebSocket connect(List<JsonNode> frames) {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder text = new StringBuilder();
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + running.port() + "/api/live"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                        text.append(part);
                        if (last) {
                            try {
                                frames.add(mapper.readTree(text.toString()));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                            text.setLength(0);
                        }
                        socket.request(1);
                        return null;
                    }
                })
                .join();
    }
}
