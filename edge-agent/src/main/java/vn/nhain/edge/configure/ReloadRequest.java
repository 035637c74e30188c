package vn.nhain.edge.configure;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import vn.nhain.edge.config.HealthSettings;

/** Asks the agent that runs here to read its configuration again. */
final class ReloadRequest {
    /** Longer than the handover of a source may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrintWriter out;
    private final PrintWriter err;

    ReloadRequest(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** True when the agent has taken over its file. */
    boolean send(HealthSettings health) throws InterruptedException {
        if (health.port() == 0) {
            err.println("health.port (0): an agent on any free port cannot be found. Set health.port and restart it.");
            return false;
        }
        URI url = URI.create("http://%s:%d/reload".formatted(host(health.address()), health.port()));
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            boolean done = answer.statusCode() == 200;
            (done ? out : err).print(answer.body());
            (done ? out : err).flush();
            return done;
        } catch (IOException e) {
            err.printf("No agent answers at %s (%s). Does it run, and is health.port right?%n", url, e);
            return false;
        }
    }

    private static String host(String address) {
        return address.equals("0.0.0.0") || address.equals("::")
                ? InetAddress.getLoopbackAddress().getHostAddress()
                : address;
    }
}
