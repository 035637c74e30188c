package vn.nhain.dashboard.telemetry.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.dashboard.problem.UnauthorizedException;
import vn.nhain.dashboard.problem.UnavailableException;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Endpoints;

/**
 * The door of the embedded store for edge agents on other machines: the store itself has no password and stays on loopback,
 * so what comes with the right token is handed on to it, body and query as they are, and its answer is given back.
 */
public final class WriteEndpoint implements Endpoints {
    private static final int MOST_BYTES = 16 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TOO_LARGE = 413;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String token;
    private final String storeUrl;

    /**
     * @param token token that opens it; empty: it stays closed
     * @param storeUrl the store on loopback
     */
    public WriteEndpoint(String token, String storeUrl) {
        this.token = token;
        this.storeUrl = storeUrl;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v2/write", this::write, Access.TOKEN);
    }

    private void write(Context context) throws IOException {
        check(context.header("Authorization"));
        byte[] body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            context.status(TOO_LARGE);
            return;
        }
        HttpResponse<byte[]> answer = handOn(body, context.queryString(), context.header("Content-Encoding"));
        context.status(answer.statusCode());
        answer.headers().firstValue("Content-Type").ifPresent(context::contentType);
        if (answer.body().length > 0) {
            context.result(answer.body());
        }
    }

    private void check(@Nullable String authorization) {
        if (token.isEmpty()) {
            throw new NotFoundException("Writing from other machines is off: set telemetry.writeToken to open it.");
        }
        byte[] expected = ("Token " + token).getBytes(StandardCharsets.UTF_8);
        byte[] given = (authorization == null ? "" : authorization).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw new UnauthorizedException(
                    "The telemetry store needs the header Authorization: Token …, with its token.");
        }
    }

    private HttpResponse<byte[]> handOn(byte[] body, @Nullable String query, @Nullable String encoding) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(storeUrl + "/api/v2/write" + (query == null ? "" : "?" + query)))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UnavailableException("The telemetry store does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The telemetry store was not asked: the server stops.", e);
        }
    }
}
