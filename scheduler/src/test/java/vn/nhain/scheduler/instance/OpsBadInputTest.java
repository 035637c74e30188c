package vn.nhain.scheduler.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a print-shop file is named with its remedy, all of it at once, and never read as something else. */
class OpsBadInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = """
            {"resources": [
               {"id": 1, "setup_size": [2, 3], "setup_color": 1, "setup_varnish": 1, "availability": [0, 50, 60, 110]},
               {"id": 2, "setup_size": [2, 3], "setup_color": 1, "setup_varnish": 1, "availability": []}],
             "jobs": [
               {"id": 1, "topology": [
                 {"id": 1, "starting": -1, "release": 0, "overlap": 1.0, "size": 1, "color": 1, "varnish": 1,
                  "resources": [1, 2], "time": [5, 6], "sucessors": [2]},
                 {"id": 2, "starting": -1, "release": 4, "overlap": 0.5, "size": 2, "color": 1, "varnish": 1,
                  "resources": [2], "time": [7], "sucessors": []}]},
               {"id": 2, "topology": [
                 {"id": 3, "starting": 20, "release": 0, "overlap": 1, "size": 1, "color": 2, "varnish": 1,
                  "resources": [1], "time": [9], "sucessors": []}]}]}
            """;

    @Test
    void aGoodFileIsRead() throws InstanceException {
        assertEquals(3, Instance.parse("good", "ops", GOOD).problem().operations());
    }

    /** Values that a lenient reader would turn into another number. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/resources/0/id | \"one\" | The id (\"one\") of resource number 1 of the file (x) must be a whole number from 0 to 2147483647.",
                "/resources/0/setup_color | \"1\" | The setup_color (\"1\") of resource (1) must be a whole number from 0 to 536870911.",
                "/resources/0/setup_color | 3.7 | The setup_color (3.7) of resource (1) must be a whole number from 0 to 536870911.",
                "/resources/0/setup_varnish | -1 | The setup_varnish (-1) of resource (1) must be a whole number from 0 to 536870911.",
                "/resources/0/setup_varnish | 4294967297 | The setup_varnish (4294967297) of resource (1) must be a whole number from 0 to 536870911.",
                "/resources/0/setup_size | [1] | The setup_size of resource (1) has 1 numbers. Give it two: for a smaller and for a larger size.",
                "/resources/0/setup_size | [536870911, 3] | The set-ups of resource (1) take (536870913) time units together and must stay below 536870912. Use a coarser unit.",
                "/resources/0/availability | [0, 50, 60] | The availability of resource (1) has 3 numbers. Give it pairs of begin and end.",
                "/resources/0/availability | [0, 50, 40, 60] | The availability of resource (1) is wrong at (40, 60). Its numbers must rise all the way.",
                "/resources/0/availability | [50, 0] | The availability of resource (1) is wrong at (50, 0). Its numbers must rise all the way.",
                "/resources/0/availability/1 | null | The availability[1] (null) of resource (1) must be a whole number from 0 to 536870911.",
                "/resources/1/id | 1 | The resource id (1) is used twice. Give each resource an id of its own.",
                "/jobs/1/id | 1 | The job id (1) is used twice. Give each job an id of its own.",
                "/jobs/1/topology | [] | The job (2) has no operations. Remove it, or give it a 'topology'.",
                "/jobs/1/topology | {} | The topology ({}) of job (2) must be a list of objects.",
                "/jobs/1/topology/0/id | 2 | The operation id (2) is used twice. Ids of operations count through all jobs.",
                "/jobs/0/topology/0/starting | \"now\" | The starting (\"now\") of operation (1) must be a whole number from -1 to 536870911.",
                "/jobs/0/topology/0/starting | -5 | The starting (-5) of operation (1) must be a whole number from -1 to 536870911.",
                "/jobs/1/topology/0/starting | 55 | The starting (55) of operation (3) lies in closed hours of every resource that may run it. Move it, or open one.",
                "/jobs/0/topology/0/release | -1 | The release (-1) of operation (1) must be a whole number from 0 to 536870911.",
                "/jobs/0/topology/0/overlap | \"0.5\" | The overlap (\"0.5\") of operation (1) must be a number from 0.001 to 1.",
                "/jobs/0/topology/0/overlap | 0 | The overlap (0) of operation (1) must be a number from 0.001 to 1.",
                "/jobs/0/topology/0/overlap | 1.01 | The overlap (1.01) of operation (1) must be a number from 0.001 to 1.",
                "/jobs/0/topology/0/size | 1.5 | The size (1.5) of operation (1) must be a whole number from 0 to 536870912.",
                "/jobs/0/topology/0/resources | [1, 9] | The resource (9) of operation (1) does not exist. Name one of 'resources'.",
                "/jobs/0/topology/0/resources | [2, 2] | The resource (2) of operation (1) is named twice. Name it once.",
                "/jobs/0/topology/1/resources | [] | The operation (2) has no eligible resource. Name at least one.",
                "/jobs/0/topology/1/time | [7, 8] | The operation (2) names 1 resources but 2 times. Give each resource a time.",
                "/jobs/0/topology/1/time | [0] | The time[0] (0) of operation (2) must be a whole number from 1 to 536870911.",
                "/jobs/0/topology/1/time | 7 | The time (7) of operation (2) must be a list of whole numbers.",
                "/jobs/0/topology/0/sucessors | [8] | The successor (8) of operation (1) does not exist. Name the id of an operation.",
                "/jobs/0/topology/0/sucessors | [2, 2] | The successor (2) of operation (1) is named twice. Name it once.",
                "/jobs/0/topology/1/sucessors | [1] | The operations (1 -> 2 -> 1) wait for one another in a circle. Remove one of these precedences.",
                "/jobs/0/topology/1/sucessors | [2] | The operations (2 -> 2) wait for one another in a circle. Remove one of these precedences.",
                "/jobs/0/topology/1/sucessors | \"2\" | The sucessors (\"2\") of operation (2) must be a list of whole numbers.",
            })
    void aWrongValueIsNamedWithItsRemedy(String pointer, String value, String message) throws Exception {
        ObjectNode file = (ObjectNode) JSON.readTree(GOOD);
        set(file, pointer, value);
        assertTrue(mistakes(file.toString()).contains(message), () -> "not told: " + mistakes(file.toString()));
    }

    /** A misspelt field is a missing one: its precedences must not be lost in silence. */
    @Test
    void everyFieldThatTheModelUsesMustBeThere() throws Exception {
        for (String pointer : List.of("/resources/1", "/jobs/1", "/jobs/1/topology/0")) {
            ObjectNode good = (ObjectNode) JSON.readTree(GOOD).at(pointer);
            good.fieldNames().forEachRemaining(field -> {
                List<String> mistakes = mistakes(without(pointer, field));
                assertTrue(
                        mistakes.stream().anyMatch(m -> m.contains("has no " + field + ". Give it ")),
                        () -> "%s/%s is not missed: %s".formatted(pointer, field, mistakes));
            });
        }
    }

    @Test
    void allMistakesAreToldTogether() throws Exception {
        ObjectNode file = (ObjectNode) JSON.readTree(GOOD);
        set(file, "/resources/0/setup_color", "-1");
        set(file, "/resources/1/availability", "[3]");
        set(file, "/jobs/0/topology/0/starting", "\"x\"");
        set(file, "/jobs/0/topology/1/resources", "[7]");
        set(file, "/jobs/0/topology/1/sucessors", "[1]");
        set(file, "/jobs/1/id", "1");
        List<String> mistakes = mistakes(file.toString());
        assertEquals(6, mistakes.size(), mistakes::toString);
    }

    @Test
    void whatIsNoJsonObjectIsCalledSo() {
        assertTrue(mistakes("").get(0).startsWith("The file (x) is () but must be an object"));
        assertTrue(mistakes("[]").get(0).startsWith("The file (x) is ([]) but must be an object"));
        assertTrue(mistakes("{\"jobs\":").get(0).startsWith("x is not JSON:"));
        assertTrue(mistakes(GOOD + "{}").get(0).startsWith("x is not JSON:"), "a second document");
        assertTrue(
                mistakes("{\"jobs\":[],\"jobs\":[],\"resources\":[]}").get(0).startsWith("x is not JSON:"),
                "a field twice");
        assertTrue(mistakes("[".repeat(100_000)).get(0).startsWith("x is not JSON:"), "deep nesting");
    }

    @Test
    void aFileWithoutOperationsIsRefused() {
        assertEquals(
                List.of("The file (x) has no operations. Give 'jobs' at least one job with a 'topology'."),
                mistakes("{\"resources\":[],\"jobs\":[]}"));
    }

    /** Sums that would pass the largest int, though each number is allowed. */
    @Test
    void timesThatOverflowInSumAreRefused() throws Exception {
        ObjectNode file = (ObjectNode) JSON.readTree(GOOD);
        set(file, "/jobs/0/topology/0/time", "[536870911, 1]");
        set(file, "/jobs/0/topology/1/time", "[1]");
        assertTrue(mistakes(file.toString()).get(0).startsWith("The operations take 536870921 time units in sum"));
        ObjectNode late = (ObjectNode) JSON.readTree(GOOD);
        set(late, "/resources/0/availability", "[0, 50, 536870000, 536870001]");
        set(late, "/resources/0/setup_color", "268436000");
        assertTrue(mistakes(late.toString()).get(0).contains("Use a coarser unit."));
    }

    @Test
    void aFloodOfMistakesIsToldInNumber() throws Exception {
        ObjectNode file = (ObjectNode) JSON.readTree(GOOD);
        ArrayNode topology = (ArrayNode) file.at("/jobs/0/topology");
        for (int i = 0; i < 1000; i++) {
            topology.addObject().put("id", 100 + i);
        }
        List<String> mistakes = mistakes(file.toString());
        assertEquals(51, mistakes.size());
        assertTrue(mistakes.get(50).matches("\\.\\.\\. and \\d+ more mistakes\\."), mistakes.get(50));
    }

    /** A setup table is the square of the looks: beyond some tens of millions of set-ups it is refused, not tried. */
    @Test
    void looksThatWouldFillTheMemoryAreRefused() throws Exception {
        ObjectNode file = (ObjectNode) JSON.readTree(GOOD);
        ArrayNode topology = (ArrayNode) file.at("/jobs/0/topology");
        for (int i = 0; i < 6000; i++) {
            ObjectNode operation = topology.get(1).deepCopy();
            topology.add(operation.put("id", 100 + i).put("size", i));
        }
        assertEquals(1, mistakes(file.toString()).size());
        assertTrue(mistakes(file.toString()).get(0).contains("Round sizes, or split the problem."));
    }

    private static String without(String pointer, String field) {
        try {
            ObjectNode file = (ObjectNode) JSON.readTree(GOOD);
            ((ObjectNode) file.at(pointer)).remove(field);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(ObjectNode file, String pointer, String value) {
        try {
            int cut = pointer.lastIndexOf('/');
            JsonNode parent = file.at(pointer.substring(0, cut));
            String last = pointer.substring(cut + 1);
            if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(last), JSON.readTree(value));
            } else {
                ((ObjectNode) parent).set(last, JSON.readTree(value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> mistakes(String text) {
        InstanceException refused = assertThrows(InstanceException.class, () -> Instance.parse("x", "ops", text), text);
        return String.valueOf(refused.getMessage()).lines().toList();
    }
}
