package vn.nhain.dashboard.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhain.dashboard.json.Json;
import vn.nhain.dashboard.json.JsonException;

/**
 * The configuration of a dashboard that runs by itself.
 *
 * @param plant plant file, relative to the configuration file
 * @param dashboard settings
 */
public record ConfigFile(Path plant, DashboardConfig dashboard) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

    /** What the file may say; the defaults are those of a plant: nobody gets in until users are named. */
    private record Content(
            Path plant,
            WebConfig web,
            DatabaseConfig database,
            TelemetryConfig telemetry,
            MqttConfig mqtt,
            AccessConfig access,
            PlanningConfig planning) {
        static Content defaults() {
            Path data = Path.of("data");
            return new Content(
                    Path.of("plant.yaml"),
                    WebConfig.defaults(),
                    DatabaseConfig.file(data.resolve("business")),
                    TelemetryConfig.embedded(data.resolve("telemetry")).withPort(9000),
                    MqttConfig.defaults(),
                    AccessConfig.closed(),
                    PlanningConfig.defaults());
        }
    }

    /**
     * Reads a file. {@code ${NAME}} and {@code ${NAME:otherwise}} are taken from the environment, so that passwords need not
     * stand in it.
     *
     * @param file YAML
     * @param environment variables
     * @throws IllegalArgumentException naming file, key, value and remedy
     */
    public static ConfigFile read(Path file, Map<String, String> environment) {
        try {
            Content content =
                    Json.readYaml(Files.readString(file), Content.defaults(), text -> substitute(text, environment));
            Path folder = file.toAbsolutePath().getParent();
            Path plant = folder == null ? content.plant() : folder.resolve(content.plant());
            return new ConfigFile(
                    plant,
                    new DashboardConfig(
                            content.web(),
                            content.database(),
                            content.telemetry(),
                            content.mqtt(),
                            content.access(),
                            content.planning()));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The configuration %s cannot be read: %s. Give a file with --config."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (JsonException e) {
            throw new IllegalArgumentException(
                    "The configuration %s is wrong at %s: %s"
                            .formatted(file, e.field().isEmpty() ? "its form" : e.field(), e.getMessage()),
                    e);
        }
    }

    private static String substitute(String text, Map<String, String> environment) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = environment.get(match.group(1));
            if (value == null) {
                value = match.group(2);
            }
            if (value == null) {
                throw new IllegalArgumentException(
                        "The environment variable %s is not set. Set it, or write ${%s:default}."
                                .formatted(match.group(1), match.group(1)));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
