package vn.nhain.scheduler.instance.nhain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.scheduler.instance.PlantProblemText;

/** The published schema, judged by a library that knows nothing of ours, and the reader agree, value by value. */
final class ProblemFileSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REFERENCE = Path.of("../docs/reference");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1",
            "4",
            "3.7",
            "2147483648",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"7\"",
            "[]",
            "[1]",
            "[\"x\"]",
            "{}",
            "\"2026-11-24T01:00:00Z\"",
            "\"2026-11-24T01:00:00+07:00\"",
            "\"2026-11-24\"",
            "\"9999-01-01T00:00:00Z\"",
            "\"PT6H\"",
            "\"P1D\"",
            "\"-PT6H\"",
            "\"P1M\"",
            "\"PT\"",
            "\"P\"",
            "\"1000x700\"",
            "\"1000x700x1\"",
            "\"1000\"",
            "\"PRINT\"",
            "\"print\"",
            "\"piece\"",
            "\"GREEN\"",
            "\"energy\"");
    /** Rules between values, which a schema cannot say: the reader alone refuses what breaks them. */
    private static final String BETWEEN_VALUES =
            "(?s).*(must not be before|must be after|must not name itself|not an operation of|circle|no longer than|named once"
                    + "|short side|is not a file|must be one of its operations).*";

    @TempDir
    Path folder;

    private JsonSchema schema = judge(JSON.createObjectNode());
    private ObjectNode good = JSON.createObjectNode();

    @BeforeEach
    void prepare() throws IOException {
        ObjectNode published = (ObjectNode)
                JSON.readTree(REFERENCE.resolve("problem-file.schema.json").toFile());
        ((ArrayNode) published.at("/properties/plant/oneOf"))
                .set(
                        1,
                        JSON.readTree(
                                REFERENCE.resolve("plant-file.schema.json").toFile()));
        schema = judge(published);
        good = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        JSON.writeValue(folder.resolve("plant.json").toFile(), good.get("plant"));
    }

    private static JsonSchema judge(JsonNode published) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(published);
    }

    @Test
    void aFileInWhichEveryKeyStandsIsGoodToBoth() throws IOException {
        assertEquals("", refusal(good));
        assertTrue(schema.validate(good).isEmpty(), () -> schema.validate(good).toString());
    }

    /** Each value of the file in turn replaced by each of many: what the schema refuses the reader refuses, and the other way. */
    @Test
    void schemaAndReaderAgreeOnEveryValue() throws IOException {
        good.put("plant", "plant.json");
        List<String> differences = new ArrayList<>();
        int refused = 0;
        int turn = 0;
        for (String pointer : pointers(good, "")) {
            turn++;
            // a third of the values each, another third at the next place: kinds of fields repeat often enough
            for (int v = turn % 3; v < VALUES.size(); v += 3) {
                String value = VALUES.get(v);
                ObjectNode file = good.deepCopy();
                replace(file, pointer, JSON.readTree(value));
                refused += compare(file, "%s = %s".formatted(pointer, value), differences);
            }
        }
        assertEquals(List.of(), differences);
        assertTrue(refused > 500, "only " + refused + " were refused");
    }

    @Test
    void schemaAndReaderAgreeOnWhatMustBeThere() throws IOException {
        List<String> differences = new ArrayList<>();
        int refused = 0;
        for (String pointer : pointers(good, "")) {
            if (!pointer.startsWith("/plant/") && !pointer.matches(".*/\\d+")) {
                ObjectNode file = good.deepCopy();
                int cut = pointer.lastIndexOf('/');
                ((ObjectNode) file.at(pointer.substring(0, cut))).remove(pointer.substring(cut + 1));
                refused += compare(file, pointer + " removed", differences);
            }
        }
        assertEquals(List.of(), differences);
        assertTrue(refused > 25, "only " + refused + " were refused");
    }

    /** A key that nobody knows makes the reader tell which it knows. */
    @Test
    void everyKeyThatOneKnowsTheOtherKnows() throws IOException {
        Map<String, Set<String>> byReader = new TreeMap<>();
        ObjectNode file = good.deepCopy();
        for (String pointer : pointers(good, "")) {
            if (!pointer.startsWith("/plant") && file.at(pointer) instanceof ObjectNode object) {
                object.put("zzz", 1);
            }
        }
        file.put("zzz", 1);
        for (String line : refusal(file).lines().toList()) {
            if (line.contains("zzz is not known")) {
                String path = line.replaceFirst(".*The field (.*)\\.?zzz is not known.*", "$1")
                        .replaceAll("\\[\\d+]", "")
                        .replaceFirst("\\.$", "");
                String known = line.replaceFirst(".*Known here: (.*)\\.$", "$1");
                byReader.computeIfAbsent(path, p -> new TreeSet<>()).addAll(Arrays.asList(known.split(", ", -1)));
            }
        }
        Map<String, Set<String>> bySchema = new TreeMap<>();
        keys(JSON.readTree(REFERENCE.resolve("problem-file.schema.json").toFile()), "", bySchema);
        assertEquals(bySchema, byReader);
    }

    private static void keys(JsonNode node, String path, Map<String, Set<String>> into) {
        JsonNode place = node.has("items") ? node.get("items") : node;
        if (place.has("properties")) {
            place.get("properties").properties().forEach(e -> {
                into.computeIfAbsent(path, p -> new TreeSet<>()).add(e.getKey());
                keys(e.getValue(), path.isEmpty() ? e.getKey() : path + "." + e.getKey(), into);
            });
        }
    }

    private int compare(ObjectNode file, String change, List<String> differences) throws IOException {
        String refusal = refusal(file);
        boolean bySchema = !schema.validate(file).isEmpty();
        if (bySchema && refusal.isEmpty()) {
            differences.add(change + ": the reader takes it, the schema says " + schema.validate(file));
        } else if (!bySchema && !refusal.isEmpty() && !refusal.matches(BETWEEN_VALUES)) {
            differences.add(change + ": the schema takes it, the reader says " + refusal);
        }
        return bySchema ? 1 : 0;
    }

    private String refusal(ObjectNode file) throws IOException {
        Path path = folder.resolve("problem.json");
        Files.writeString(path, file.toString());
        try {
            assertTrue(ProblemFile.read(path) != null);
            return "";
        } catch (ProblemFileException | IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<String> pointers(JsonNode node, String at) {
        Stream<String> own = Stream.empty();
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            own = names.stream().flatMap(n -> below(node.get(n), at + "/" + n));
        } else if (node.isArray()) {
            own = IntStream.range(0, node.size()).boxed().flatMap(i -> below(node.get(i), at + "/" + i));
        }
        return own.toList();
    }

    private static Stream<String> below(JsonNode node, String at) {
        return Stream.concat(Stream.of(at), pointers(node, at).stream());
    }

    private static void replace(ObjectNode file, String pointer, JsonNode value) {
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = file.at(pointer.substring(0, cut));
        String last = pointer.substring(cut + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }
}
