package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import vn.nhain.scheduler.instance.PlantProblemText;

/** The verbs as a script calls them: exit status, results on stdout, everything else on stderr, never a stack trace. */
final class CommandLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path shop = Path.of("");
    private Path plan = Path.of("");
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void generate() {
        shop = folder.resolve("shop.json");
        plan = folder.resolve("plan.json");
        assertEquals(0, run("generate", shop.toString(), "--operations", "12", "--fixed", "1", "--seed", "4"));
        assertEquals("%s: 12 operations on 4 machines\n".formatted(shop), out.toString());
    }

    @Test
    void aSolvedPrintShopProblemChecksFeasibleWithTheMakespanThatWasTold() throws IOException {
        assertEquals(0, run("solve", shop.toString(), "--format", "ops", "--steps", "500", "--out", plan.toString()));
        JsonNode last = lastLine();
        List<String> names = List.of(
                "instance",
                "operations",
                "machines",
                "feasible",
                "makespan",
                "cost",
                "bound",
                "seconds",
                "cpuSeconds",
                "movesPerSecond",
                "seed");
        names.forEach(name -> assertTrue(last.has(name), name + " is not told"));
        assertTrue(last.get("feasible").asBoolean());
        assertTrue(last.get("bound").asInt() <= last.get("makespan").asInt());
        assertTrue(err.toString().contains("makespan"), "progress goes to stderr");
        assertEquals(0, run("check", shop.toString(), "--format", "ops", "--plan", plan.toString()));
        assertEquals("FEASIBLE %d\n".formatted(last.get("makespan").asInt()), out.toString());
    }

    @Test
    void aPlanThatBreaksAConstraintFailsTheCheckByItsName() throws IOException {
        run("solve", shop.toString(), "--format", "ops", "--steps", "100", "--out", plan.toString());
        ObjectNode broken = (ObjectNode) JSON.readTree(plan.toFile());
        ((ArrayNode) broken.get("operations")).remove(0);
        JSON.writeValue(plan.toFile(), broken);
        assertEquals(1, run("check", shop.toString(), "--format", "ops", "--plan", plan.toString()));
        assertTrue(out.toString().contains("MISSING"), out.toString());
    }

    @Test
    void aProblemOfAPlantIsSolvedAndChecked() throws IOException {
        Path problem = Files.writeString(folder.resolve("plant.json"), PlantProblemText.JSON);
        assertEquals(0, run("solve", problem.toString(), "--steps", "50", "--out", plan.toString()), err.toString());
        assertTrue(lastLine().get("feasible").asBoolean());
        assertEquals(0, run("check", problem.toString(), "--plan", plan.toString()), () -> out + "\n" + err);
        assertTrue(out.toString().startsWith("FEASIBLE"), out.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "solve missing.json --format ops | 1 | nhain: The file (missing.json) does not exist.",
                "solve missing.yaml | 1 | nhain: The file (missing.yaml) does not exist.",
                "check missing.json --format ops --plan missing.json | 1 | nhain: The file (missing.json) does not exist.",
                "solve SHOP --format xls | 2 | nhain: --format (xls) must be nhain, ops or fjs.",
                "check SHOP --format xls --plan SHOP | 2 | nhain: The format (xls) must be one of ops, fjs, nhain.",
                "solve SHOP --format ops --seconds -1 | 2 | nhain: --seconds (-1.0) must be more than 0",
                "solve SHOP --format ops --explain A | 2 | nhain: --explain needs a problem of format nhain",
                "solve SHOP --format ops --gangs | 2 | nhain: --gangs needs a problem of format nhain",
                "solve SHOP --format fjs | 1 | nhain: In the first line of shop, the number of jobs is",
                "solve SHOP | 1 | nhain: The problem file (SHOP) has",
                "check SHOP --format ops --plan DIR | 1 | nhain: (DIR) is a folder. Name a file.",
                "solve DIR --format ops | 1 | nhain: (DIR) is a folder. Name a problem file.",
                "solve DIR | 1 | nhain: The problem file (DIR) has 1 mistake:",
                "race missing --format ops | 2 | nhain: (missing) is not a folder.",
                "generate x.json --operations 0 | 2 | nhain: The number of operations (0) must be between 1 and 1000000.",
                "generate DIR/no/x.json --operations 5 | 1 | nhain: ",
                "frobnicate | 2 | Unmatched argument at index 0: 'frobnicate'",
                "solve SHOP --seconds soon | 2 | Invalid value for option '--seconds'",
            })
    void whatCannotBeDoneIsToldInASentence(String call, int status, String message) {
        String line = call.replace("SHOP", shop.toString()).replace("DIR", folder.toString());
        assertEquals(status, run(line.split(" ", -1)), () -> out + "\n" + err);
        String expected = message.replace("SHOP", shop.toString()).replace("DIR", folder.toString());
        assertTrue(err.toString().startsWith(expected), err.toString());
        assertFalse(err.toString().contains("Exception") || err.toString().contains("null"), err.toString());
        assertEquals("", out.toString(), "stdout is for results");
    }

    @Test
    void aFileInAnotherEncodingIsToldSo() throws IOException {
        Files.write(shop, "{\"jobs\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));
        for (String format : List.of("ops", "fjs", "nhain")) {
            assertEquals(1, run("solve", shop.toString(), "--format", format));
            assertTrue(err.toString().contains("is not text in UTF-8. Save it in that encoding."), err.toString());
            assertEquals(1, run("check", shop.toString(), "--format", format, "--plan", shop.toString()));
            assertTrue(err.toString().startsWith("nhain: The file"), err.toString());
        }
    }

    @Test
    void everyVerbHasHelp() {
        for (String verb : List.of("solve", "check", "race", "generate")) {
            assertEquals(0, run(verb, "--help"));
            assertTrue(out.toString().contains("Usage: nhain " + verb), out.toString());
        }
    }

    private int run(String... call) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(call);
    }

    private JsonNode lastLine() throws IOException {
        List<String> lines = out.toString().lines().toList();
        return JSON.readTree(lines.get(lines.size() - 1));
    }
}
