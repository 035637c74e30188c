package vn.nhain.simulators.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** The dashboard's API as a browser on this machine would call it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Api(URI base) {
        this.base = base;
    }

    /** Status and body of a GET. */
    record Answer(int status, JsonNode body) {}

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("X-NhaIn", "1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    /** Asks again and again until the body is as wanted; the last body is in the message when it never is. */
    JsonNode await(String what, String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        JsonNode last = JSON.nullNode();
        for (int i = 0; i < 600; i++) {
            Answer answer = get(path);
            last = answer.body();
            if (answer.status() == 400) {
                throw new AssertionError("%s: %s".formatted(what, last));
            }
            if (answer.status() == 200 && wanted.test(last)) {
                return last;
            }
            Thread.sleep(250);
        }
        String text = last.toString();
        throw new AssertionError("%s: not within 150 s. Last answer of %s: %s"
                .formatted(what, path, text.substring(0, Math.min(2000, text.length()))));
    }

    static JsonNode find(JsonNode items, String field, String value) {
        for (JsonNode item : items) {
            if (item.path(field).asText().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("No item with %s = %s among %d".formatted(field, value, items.size()));
    }
}
