package vn.nhain.simulators.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.simulators.station.Station;
import vn.nhain.simulators.wire.Json;

/** HTTP server on 127.0.0.1 for looking at machines and injecting faults; the calls are in docs/reference/wire.md. */
public final class ControlPort implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ControlPort.class);

    private final HttpServer server;

    private ControlPort(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens the port.
     *
     * @param port TCP port on 127.0.0.1; 0 for any free one
     * @throws IOException when it is in use
     */
    public static ControlPort open(int port, List<Station> stations) throws IOException {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            Calls calls = new Calls(stations);
            server.createContext("/", exchange -> answer(exchange, calls));
            server.start();
            return new ControlPort(server);
        } catch (BindException e) {
            throw new IOException(
                    "The control port (%d) of the simulated plant is in use. Choose another, or 0 for any free one."
                            .formatted(port),
                    e);
        }
    }

    /** Where it is, such as {@code http://127.0.0.1:7780}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Calls calls) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] request = exchange.getRequestBody().readAllBytes();
            try {
                Object answer = calls.answer(exchange.getRequestMethod(), path, request);
                send(exchange, 200, "application/json", answer);
            } catch (ProblemException e) {
                send(exchange, e.problem().status(), "application/problem+json", e.problem());
            } catch (RuntimeException e) {
                log.error("control port: {} {} failed", exchange.getRequestMethod(), path, e);
                Problem problem = Problem.of(500, "Internal error", "The call failed; the log says why.");
                send(exchange, problem.status(), "application/problem+json", problem);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, Object body) throws IOException {
        byte[] bytes = Json.writeBytes(body);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
