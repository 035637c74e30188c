package vn.nhain.edge.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.pipeline.PipelineSettings;
import vn.nhain.edge.sink.influx.StoreSettings;
import vn.nhain.edge.sink.sparkplug.SparkplugSettings;
import vn.nhain.edge.source.mqtt.MqttMachine;
import vn.nhain.edge.source.opcua.OpcUaMachine;
import vn.nhain.edge.source.opcua.OpcUaSettings;
import vn.nhain.edge.spool.SpoolSettings;

/** Reads the YAML file; {@code docs/reference/edge.yaml} has every key with unit and default. */
public final class EdgeConfigReader {
    private static final Set<String> BROKER_SCHEMES = new LinkedHashSet<>(List.of("tcp", "ssl"));
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Mistakes mistakes;

    private EdgeConfigReader(Map<String, String> environment) {
        mistakes = new Mistakes(environment);
    }

    /**
     * Reads a file.
     *
     * @param environment variables that go before the file
     * @throws ConfigException when it has mistakes; all are in the message
     */
    public static EdgeConfig read(Path file, Map<String, String> environment) throws ConfigException {
        try {
            return parse(file.toString(), Files.readString(file), environment);
        } catch (IOException e) {
            throw new ConfigException(
                    file.toString(), List.of("  it cannot be read: %s. Name a readable file.".formatted(e)));
        }
    }

    static EdgeConfig parse(String source, String yaml, Map<String, String> environment) throws ConfigException {
        Map<String, ?> root;
        try {
            root = Json.readYaml(yaml);
        } catch (IOException e) {
            throw new ConfigException(source, List.of("  it is not YAML: " + e.getMessage()));
        }
        EdgeConfigReader reader = new EdgeConfigReader(environment);
        EdgeConfig config = reader.config(new Section("", root, reader.mistakes));
        reader.mistakes.checkVariables();
        if (!reader.mistakes.lines().isEmpty()) {
            throw new ConfigException(source, reader.mistakes.lines());
        }
        return config;
    }

    private EdgeConfig config(Section root) {
        String plant = root.identifier("plant", "hcm1");
        String agent = root.identifier("agent", "edge1");
        Path dataDir = Path.of(root.required("dataDir", "/var/lib/nhain-edge"));
        Section opcUa = root.section("opcua");
        Section mqtt = root.section("mqtt");
        List<OpcUaMachine> presses = presses(opcUa);
        OpcUaSettings opcUaSettings = opcUaSettings(opcUa);
        List<MqttMachine> mqttMachines = mqttMachines(mqtt);
        BrokerSettings mqttBroker = broker(mqtt, "", "nhain-%s-%s-in".formatted(plant, agent));
        if (!mqttMachines.isEmpty() && mqttBroker.url().isBlank()) {
            mistakes.add("mqtt.broker", "missing", "must be set for MQTT machines, such as tcp://broker:1883.");
        }
        if (presses.isEmpty() && mqttMachines.isEmpty()) {
            mistakes.add("opcua.machines", "missing", "name at least one machine here or in mqtt.machines.");
        }
        mqtt.finish();
        Section sparkplug = root.section("sparkplug");
        EdgeConfig config = new EdgeConfig(
                plant,
                agent,
                dataDir,
                presses,
                opcUaSettings,
                mqttMachines,
                mqttBroker,
                pipeline(root.section("pipeline")),
                spool(root.section("spool")),
                store(root.section("store")),
                sparkplug(sparkplug, plant, agent, mqttBroker.url()),
                health(root.section("health")));
        root.finish();
        return config;
    }

    private List<OpcUaMachine> presses(Section opcUa) {
        List<OpcUaMachine> presses = new ArrayList<>();
        opcUa.sections("machines").forEach((id, section) -> {
            presses.add(new OpcUaMachine(
                    id,
                    section.url("url", "opc.tcp://press1:4840/", Set.of("opc.tcp")),
                    section.text("namespace", OpcUaMachine.PRINT_PRESS),
                    section.texts("tags"),
                    section.text("user", ""),
                    section.secret("password")));
            section.finish();
        });
        return presses;
    }

    private static OpcUaSettings opcUaSettings(Section opcUa) {
        OpcUaSettings defaults = OpcUaSettings.DEFAULTS;
        OpcUaSettings settings = new OpcUaSettings(
                opcUa.duration("publishInterval", defaults.publishInterval(), Duration.ofMillis(10), DAY),
                (int) opcUa.number("queueSize", defaults.queueSize(), 1, 100_000),
                opcUa.duration("requestTimeout", defaults.requestTimeout(), Duration.ofMillis(100), DAY),
                opcUa.duration("silence", defaults.silence(), Duration.ofSeconds(11), DAY),
                opcUa.duration("firstPause", defaults.firstPause(), MILLI, DAY),
                opcUa.duration("longestPause", defaults.longestPause(), Duration.ofSeconds(1), DAY));
        opcUa.finish();
        return settings;
    }

    private static List<MqttMachine> mqttMachines(Section mqtt) {
        List<MqttMachine> machines = new ArrayList<>();
        mqtt.sections("machines").forEach((id, section) -> {
            machines.add(new MqttMachine(id, section.required("topic", "nhain/hcm1/" + id)));
            section.finish();
        });
        return machines;
    }

    private static BrokerSettings broker(Section section, String otherwise, String clientId) {
        BrokerSettings defaults = BrokerSettings.anonymous("", clientId);
        return new BrokerSettings(
                section.url("broker", otherwise, "tcp://broker:1883", BROKER_SCHEMES),
                section.text("clientId", defaults.clientId()),
                section.text("user", ""),
                section.secret("password"),
                section.duration("timeout", defaults.timeout(), Duration.ofMillis(100), DAY),
                section.duration("firstPause", defaults.firstPause(), MILLI, DAY),
                section.duration("longestPause", defaults.longestPause(), Duration.ofSeconds(1), DAY));
    }

    private static PipelineSettings pipeline(Section section) {
        PipelineSettings defaults = PipelineSettings.DEFAULTS;
        PipelineSettings settings = new PipelineSettings(
                section.numbers("deadband"),
                section.duration("repeatAfter", defaults.repeatAfter(), MILLI, Duration.ofDays(365)),
                section.duration("silence", defaults.silence(), Duration.ofSeconds(1), DAY),
                section.duration("maxFuture", defaults.maxFuture(), Duration.ofSeconds(1), Duration.ofDays(365)));
        section.finish();
        return settings;
    }

    private static SpoolSettings spool(Section section) {
        SpoolSettings defaults = SpoolSettings.DEFAULTS;
        SpoolSettings settings = new SpoolSettings(
                section.duration("commitInterval", defaults.commitInterval(), Duration.ZERO, Duration.ofMinutes(1)),
                section.number("capacity", defaults.capacity(), 1_000, 1_000_000_000),
                (int) section.number("maxUncommitted", defaults.maxUncommitted(), 2, 10_000_000));
        section.finish();
        return settings;
    }

    private static StoreSettings store(Section section) {
        StoreSettings defaults = StoreSettings.embedded(URI.create("http://localhost"));
        String url = section.url("url", "http://influx:8086", new LinkedHashSet<>(List.of("http", "https")));
        String dialect = section.choice("dialect", "v2", new LinkedHashSet<>(List.of("v2", "v1")));
        StoreSettings settings = new StoreSettings(
                url.isBlank() ? defaults.url() : URI.create(url),
                dialect.equals("v1") ? StoreSettings.Dialect.V1 : StoreSettings.Dialect.V2,
                section.secret("token"),
                section.text("org", defaults.org()),
                section.text("bucket", section.text("database", defaults.bucket())),
                section.text("retentionPolicy", ""),
                section.text("user", ""),
                section.secret("password"),
                (int) section.number("batchSize", defaults.batchSize(), 1, 100_000),
                section.duration("timeout", defaults.timeout(), Duration.ofMillis(100), DAY));
        section.finish();
        return settings;
    }

    private SparkplugSettings sparkplug(Section section, String plant, String agent, String mqttBroker) {
        BrokerSettings broker = broker(section, mqttBroker, "nhain-%s-%s".formatted(plant, agent));
        if (broker.url().isBlank()) {
            mistakes.add("sparkplug.broker", "missing", "must be set, such as tcp://broker:1883, or set mqtt.broker.");
        }
        SparkplugSettings settings = new SparkplugSettings(
                broker, section.text("group", plant), section.text("node", agent), section.text("primaryHost", ""));
        section.finish();
        return settings;
    }

    private static HealthSettings health(Section section) {
        HealthSettings settings = new HealthSettings(section.text("address", HealthSettings.DEFAULTS.address()), (int)
                section.number("port", HealthSettings.DEFAULTS.port(), 0, 65_535));
        section.finish();
        return settings;
    }
}
