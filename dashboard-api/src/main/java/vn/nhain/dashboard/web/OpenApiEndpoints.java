package vn.nhain.dashboard.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.nhain.dashboard.json.Json;

/** {@code /openapi.json}: the contract that {@code openapi.yaml} states. */
final class OpenApiEndpoints implements Endpoints {
    private final String document;

    OpenApiEndpoints() {
        try (InputStream yaml = OpenApiEndpoints.class.getResourceAsStream("/openapi.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("The resource openapi.yaml is missing from the class path.");
            }
            document = Json.yamlToJson(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource openapi.yaml cannot be read.", e);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/openapi.json",
                context -> context.contentType("application/json").result(document),
                Access.ANYONE);
    }
}
