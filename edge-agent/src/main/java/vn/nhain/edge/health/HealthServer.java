package vn.nhain.edge.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * {@code GET /health} as JSON and {@code GET /metrics} as Prometheus text. Answers 200 while the agent runs, degraded or
 * not: a store that is away is what the spool is for.
 */
public final class HealthServer implements AutoCloseable {
    private final HttpServer server;
    private final Supplier<HealthReport> report;

    /**
     * Starts to listen.
     *
     * @param address address to listen on
     * @param port port, 0 for any free one
     * @param report the state of the agent now
     * @throws IOException when the port is in use; the message names it
     */
    public HealthServer(String address, int port, Supplier<HealthReport> report) throws IOException {
        this.report = report;
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException e) {
            throw new IOException(
                    "The health page cannot listen on %s:%d: %s. Maybe another agent does: set health.port."
                            .formatted(address, port, e.getMessage()),
                    e);
        }
        server.createContext("/health", exchange -> answer(exchange, "application/json", true));
        server.createContext("/metrics", exchange -> answer(exchange, "text/plain; version=0.0.4", false));
        server.start();
    }

    private void answer(HttpExchange exchange, String type, boolean json) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            HealthReport now = report.get();
            byte[] body = (json ? HealthJson.write(now) : MetricsText.write(now)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:9100}. */
    public URI url() {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://%s:%d".formatted(bound.getHostString(), bound.getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
