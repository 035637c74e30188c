package vn.nhain.edge.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * {@code GET /health} as JSON, {@code GET /metrics} as Prometheus text, {@code POST /reload} from this machine. Answers 200 while the agent runs, degraded or
 * not: a store that is away is what the spool is for.
 */
public final class HealthServer implements AutoCloseable {
    private final HttpServer server;
    private final Supplier<HealthReport> report;
    private final MetricsPage metrics;
    private final Reload reload;

    /**
     * Starts to listen.
     *
     * @param address address to listen on
     * @param port port, 0 for any free one
     * @param report the state of the agent now
     * @param reload reads the configuration again
     * @throws IOException when the port is in use; the message names it
     */
    public HealthServer(String address, int port, Supplier<HealthReport> report, Reload reload) throws IOException {
        this.report = report;
        this.reload = reload;
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException e) {
            throw new IOException(
                    "The health page cannot listen on %s:%d: %s. Maybe another agent does: set health.port."
                            .formatted(address, port, e.getMessage()),
                    e);
        }
        metrics = new MetricsPage(report);
        server.createContext("/health", exchange -> page(exchange, "application/json", this::json));
        server.createContext("/metrics", exchange -> page(exchange, "text/plain; version=0.0.4", metrics::scrape));
        server.createContext("/reload", this::reload);
        server.start();
    }

    private String json() {
        return HealthJson.write(report.get());
    }

    private static void page(HttpExchange exchange, String type, Supplier<String> content) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            send(exchange, 200, type, content.get());
        }
    }

    /** From this machine only, and from no web page: browsers say where a POST comes from. */
    private void reload(HttpExchange exchange) throws IOException {
        try (exchange) {
            InetAddress from = exchange.getRemoteAddress().getAddress();
            boolean here = from.isLoopbackAddress()
                    || from.equals(exchange.getLocalAddress().getAddress());
            boolean near = here && !exchange.getRequestHeaders().containsKey("Origin");
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                exchange.sendResponseHeaders(405, -1);
            } else if (!near) {
                exchange.sendResponseHeaders(403, -1);
            } else {
                Reload.Answer answer = reload.run();
                send(exchange, answer.status(), "text/plain; charset=utf-8", String.join("\n", answer.lines()) + "\n");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String content) throws IOException {
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Where it listens, such as {@code http://127.0.0.1:9100}. */
    public URI url() {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://%s:%d".formatted(bound.getHostString(), bound.getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
        metrics.close();
    }
}
