package vn.nhain.edge.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader say the same. The judge of the schema is a library that knows nothing of ours. */
class EdgeSchemaTest {
    private static final Path PUBLISHED = Path.of("../docs/reference/edge.schema.json");
    private static final Path REFERENCE = Path.of("../docs/reference/edge.yaml");
    private static final String GOOD = """
            plant: hcm1
            agent: edge1
            dataDir: /tmp/x
            opcua: {machines: {OF1: {url: "opc.tcp://press1:4840/"}}}
            mqtt: {broker: "tcp://broker:1883"}
            store: {url: "http://influx:8086"}
            """;

    private static Set<?> judge(String yaml) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(PUBLISHED));
        JsonNode document = new YAMLMapper().readTree(yaml);
        return schema.validate(document);
    }

    private static boolean isRefusedByTheReader(String yaml) {
        try {
            var unused = EdgeConfigReader.parse("edge.yaml", yaml, Map.of());
            return false;
        } catch (ConfigException e) {
            return true;
        }
    }

    /** Rewrites the file with {@code -Dnhain.rewriteGolden=true}; otherwise it has to be what the reader asks for. */
    @Test
    void thePublishedSchemaIsWhatTheReaderReads() throws IOException {
        if (Boolean.getBoolean("nhain.rewriteGolden")) {
            Files.writeString(PUBLISHED, EdgeConfigReader.schema());
        }
        assertEquals(Files.readString(PUBLISHED), EdgeConfigReader.schema());
    }

    @Test
    void theReferenceFileIsValidWithAndWithoutItsOptionalKeys() throws IOException {
        String reference = Files.readString(REFERENCE);
        assertEquals(Set.of(), judge(reference));
        assertEquals(Set.of(), judge(reference.replaceAll("(?m)^( *)#: ", "$1")));
        assertEquals(Set.of(), judge(GOOD));
        assertFalse(isRefusedByTheReader(GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spool: {capacity: 3}",
                "spool: {capacity: many}",
                "spool: {commitInterval: fast}",
                "spool: []",
                "stroe: {}",
                "opcua: {machines: {OF1: {}}}",
                "opcua: {machines: {OF1: {url: 'http://press1'}}}",
                "opcua: {machines: {OF1: 7}}",
                "mqtt: {machines: {A: {topic: a, topik: b}}}",
                "modbus: {machines: {A: {host: b, metrics: {power: {table: inputs}}}}}",
                "folder: {machines: {A: {metrics: {power: {column: P}}}}}",
                "store: {url: 'http://influx:8086', token: abc}",
                "pipeline: {deadband: {power: -1}}",
                "health: {port: 70000}",
                "plant: 'hcm 1'",
            })
    void whatTheSchemaRefusesTheReaderRefusesToo(String wrong) throws IOException {
        String key = wrong.substring(0, wrong.indexOf(':') + 1);
        String rest = GOOD.lines().filter(line -> !line.startsWith(key)).reduce("", (a, b) -> a + b + "\n");
        String yaml = rest + wrong + "\n";
        assertFalse(judge(yaml).isEmpty(), yaml);
        assertEquals(true, isRefusedByTheReader(yaml), yaml);
    }
}
