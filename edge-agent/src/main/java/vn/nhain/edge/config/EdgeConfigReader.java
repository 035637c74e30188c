package vn.nhain.edge.config;

import static vn.nhain.edge.keys.Section.DAY;
import static vn.nhain.edge.keys.Section.MILLI;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import vn.nhain.edge.broker.BrokerKeys;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.keys.Document;
import vn.nhain.edge.keys.Section;
import vn.nhain.edge.pipeline.PipelineSettings;
import vn.nhain.edge.sink.influx.StoreSettings;
import vn.nhain.edge.sink.sparkplug.SparkplugSettings;
import vn.nhain.edge.source.Owner;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceType;
import vn.nhain.edge.spool.SpoolSettings;

/** Reads the YAML file; {@code docs/reference/edge.yaml} has every key with unit and default. */
public final class EdgeConfigReader {
    private static final Duration YEAR = Duration.ofDays(365);

    private EdgeConfigReader() {}

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
        Map<String, ?> values;
        try {
            values = Json.readYaml(yaml);
        } catch (IOException e) {
            throw new ConfigException(source, List.of("  it is not YAML: " + e.getMessage()));
        }
        Document document = Document.of(values, environment);
        EdgeConfig config = config(document.root());
        List<String> mistakes = document.mistakes();
        if (!mistakes.isEmpty()) {
            throw new ConfigException(source, mistakes);
        }
        return config;
    }

    /** The file's JSON Schema, {@code docs/reference/edge.schema.json}, so that editors help with what is checked here. */
    static String schema() {
        Document document = Document.recording();
        EdgeConfig unused = config(document.root());
        return Json.writePretty(document.schema("Configuration of NhaIn's edge agent"));
    }

    private static EdgeConfig config(Section root) {
        Owner owner = new Owner(
                root.identifier("plant", "hcm1", "tag of the store and Sparkplug group"),
                root.identifier("agent", "edge1", "Sparkplug edge node, unique in the plant"),
                root.requiredPath("dataDir", "/var/lib/nhain-edge", "folder of spool, quarantine file and counters"));
        List<SourcePlan> sources = sources(root, owner);
        EdgeConfig config = new EdgeConfig(
                owner.plantId(),
                owner.agentId(),
                owner.dataDir(),
                sources,
                pipeline(root.section("pipeline", "how values are judged")),
                spool(root.section("spool", "the queue on disk")),
                store(root.section("store", "where readings go")),
                sparkplug(
                        root.section("sparkplug", "live state out and commands in"),
                        owner,
                        root.peek("mqtt", "broker")),
                health(root.section("health", "the agent's own page")));
        root.finish();
        return config;
    }

    private static List<SourcePlan> sources(Section root, Owner owner) {
        List<SourcePlan> sources = new ArrayList<>();
        List<SourceType> types = SourceTypes.all();
        for (SourceType type : types) {
            sources.addAll(type.read(root.section(type.key(), type.meaning()), owner));
        }
        if (sources.isEmpty()) {
            List<String> keys =
                    types.stream().map(type -> type.key() + ".machines").toList();
            root.mistake(
                    "machines", "missing", "name at least one machine, in %s.".formatted(String.join(" or ", keys)));
        }
        return sources;
    }

    private static PipelineSettings pipeline(Section section) {
        PipelineSettings defaults = PipelineSettings.DEFAULTS;
        PipelineSettings settings = new PipelineSettings(
                section.numbers("deadband", "by metric, in its unit; a metric that is not named: equal values only"),
                section.duration(
                        "repeatAfter",
                        defaults.repeatAfter(),
                        MILLI,
                        YEAR,
                        "source time after which an unchanged value is kept again"),
                section.duration(
                        "silence",
                        defaults.silence(),
                        Duration.ofSeconds(1),
                        DAY,
                        "wall time without a sign of life after which a machine is OFFLINE"),
                section.duration(
                        "maxFuture",
                        defaults.maxFuture(),
                        Duration.ofSeconds(1),
                        YEAR,
                        "a source time so far ahead of the plant's clock is refused"));
        section.finish();
        return settings;
    }

    private static SpoolSettings spool(Section section) {
        SpoolSettings defaults = SpoolSettings.DEFAULTS;
        SpoolSettings settings = new SpoolSettings(
                section.duration(
                        "commitInterval",
                        defaults.commitInterval(),
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        "readings gather for so long before they are made durable together"),
                section.number(
                        "capacity",
                        defaults.capacity(),
                        1_000,
                        1_000_000_000,
                        "readings on disk, some 200 bytes each; beyond, the least valuable are dropped"),
                (int) section.number(
                        "maxUncommitted",
                        defaults.maxUncommitted(),
                        2,
                        10_000_000,
                        "readings that may wait for the disk before sources have to wait"),
                section.duration(
                        "maxAge",
                        defaults.maxAge(),
                        Duration.ofMinutes(1),
                        Duration.ofDays(3_650),
                        "readings that have waited for longer are dropped"),
                section.number(
                                "minFree",
                                defaults.minFreeBytes() >> 20,
                                0,
                                1L << 40,
                                "MiB of the disk; with less, nothing new is taken in and sources wait")
                        << 20);
        section.finish();
        return settings;
    }

    private static StoreSettings store(Section section) {
        StoreSettings defaults = StoreSettings.embedded(URI.create("http://localhost"));
        String url = section.requiredUrl(
                "url",
                "http://influx:8086",
                new LinkedHashSet<>(List.of("http", "https")),
                "InfluxDB, or the dashboard's embedded store");
        String dialect = section.choice(
                "dialect",
                "v2",
                new LinkedHashSet<>(List.of("v2", "v1")),
                "v2: /api/v2/write (InfluxDB 1.8, 2, 3, embedded); v1: /write (InfluxDB 1.0 to 1.7)");
        StoreSettings settings = new StoreSettings(
                url.isBlank() ? defaults.url() : URI.create(url),
                dialect.equals("v1") ? StoreSettings.Dialect.V1 : StoreSettings.Dialect.V2,
                section.secret("token", "token of InfluxDB 2 and 3, or of the embedded store"),
                section.text("org", defaults.org(), "organisation of InfluxDB 2"),
                section.text(
                        "bucket",
                        section.text("database", defaults.bucket(), "the same as bucket"),
                        "bucket of InfluxDB 2, database of InfluxDB 1 and 3"),
                section.text("retentionPolicy", "", "retention policy of InfluxDB 1"),
                section.text("user", "", "user of InfluxDB 1"),
                section.secret("password", "password of the user"),
                (int) section.number("batchSize", defaults.batchSize(), 1, 100_000, "readings a write"),
                section.duration(
                        "timeout",
                        defaults.timeout(),
                        Duration.ofMillis(100),
                        DAY,
                        "for connecting, for writing and for the answer, each"));
        section.finish();
        return settings;
    }

    private static SparkplugSettings sparkplug(Section section, Owner owner, String mqttBroker) {
        BrokerSettings broker =
                BrokerKeys.read(section, mqttBroker, "nhain-%s-%s".formatted(owner.plantId(), owner.agentId()));
        if (broker.url().isBlank()) {
            section.mistake("broker", "missing", "must be set, such as tcp://broker:1883, or set mqtt.broker.");
        }
        String group = section.text("group", "", "Sparkplug group; as plant when it is not named");
        String node = section.text("node", "", "Sparkplug edge node; as agent when it is not named");
        SparkplugSettings settings = new SparkplugSettings(
                broker,
                group.isBlank() ? owner.plantId() : group,
                node.isBlank() ? owner.agentId() : node,
                section.text("primaryHost", "", "host without which nothing is published; empty: none"));
        section.finish();
        return settings;
    }

    private static HealthSettings health(Section section) {
        HealthSettings defaults = HealthSettings.DEFAULTS;
        HealthSettings settings =
                new HealthSettings(section.text("address", defaults.address(), "address to listen on"), (int)
                        section.number("port", defaults.port(), 0, 65_535, "port to listen on; 0: any free one"));
        section.finish();
        return settings;
    }
}
