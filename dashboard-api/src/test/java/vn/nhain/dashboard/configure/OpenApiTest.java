package vn.nhain.dashboard.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.Http;
import vn.nhain.dashboard.web.Access;

/** The document, the routes and the records say the same. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static RunningDashboard running;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        running = RunningDashboard.start();
        document = new ObjectMapper()
                .readTree(new Http(running.port()).get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void everyRouteIsInTheDocumentAndEveryPathIsARoute() {
        Set<String> documented = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String name = method.getKey().toUpperCase(Locale.ROOT);
                    if (METHODS.contains(name)) {
                        documented.add(name + " " + path.getKey());
                    }
                }));
        Set<String> served = new TreeSet<>(Set.of("GET /api/live")); // the WebSocket is no HTTP route
        routes().forEach(e -> served.add(e.method + " " + e.path));

        assertEquals(served, documented);
    }

    /** Default deny is the guard's; this keeps a route from being closed, or open, by oversight. */
    @Test
    void everyRouteBelowApiSaysWhoMayCallIt() {
        for (Endpoint endpoint : routes()) {
            Set<RouteRole> roles = rolesOf(endpoint);
            if (endpoint.path.startsWith("/api")) {
                assertTrue(!roles.isEmpty(), endpoint.method + " " + endpoint.path);
            }
            if (!endpoint.method.toString().equals("GET") && !endpoint.path.equals("/api/session")) {
                assertTrue(
                        !roles.contains(Access.ANYONE) && !roles.contains(Access.READ),
                        endpoint.method + " " + endpoint.path + " changes something and is open to readers");
            }
        }
    }

    @Test
    void everySchemaHasTheFieldsOfItsRecord() throws ClassNotFoundException {
        int compared = 0;
        for (var schema : document.get("components").get("schemas").properties()) {
            JsonNode name = schema.getValue().get("x-record");
            if (name != null) {
                assertEquals(describe(Class.forName(name.asText())), describe(schema.getValue()), schema.getKey());
                compared++;
            }
        }
        assertTrue(compared > 40, "only " + compared);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (String pointer : references(document, new ArrayList<>())) {
            assertTrue(!document.at(pointer.substring(1)).isMissingNode(), pointer);
        }
    }

    private static List<String> describe(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        assertNotNull(components, type.getName());
        return Arrays.stream(components)
                .map(c -> c.getName() + (c.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : ""))
                .toList();
    }

    private static List<String> describe(JsonNode schema) {
        List<String> fields = new ArrayList<>();
        schema.get("properties").properties().forEach(p -> {
            // "anything" may be null
            boolean nullable = p.getValue().isEmpty() || p.getValue().toString().contains("\"null\"");
            fields.add(p.getKey() + (nullable ? "?" : ""));
        });
        return fields;
    }

    private static List<String> references(JsonNode node, List<String> found) {
        JsonNode reference = node.get("$ref");
        if (reference != null) {
            found.add(reference.asText());
        }
        node.forEach(child -> references(child, found));
        return found;
    }

    private static List<Endpoint> routes() {
        return running.dashboard().routes().stream()
                .filter(e -> METHODS.contains(e.method.toString()))
                .toList();
    }

    private static Set<RouteRole> rolesOf(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }
}
