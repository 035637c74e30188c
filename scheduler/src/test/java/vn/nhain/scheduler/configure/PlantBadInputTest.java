package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.instance.PlantProblemText;
import vn.nhain.scheduler.instance.nhain.ProblemFileException;

/** What is wrong with a plant's problem is told with the entity, the value and the remedy, as a file of it is solved. */
final class PlantBadInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SolveLimits STEPS = new SolveLimits(Duration.ofSeconds(30), 200, 1, 1);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // a circle
                "/orders/0/operations/0/predecessors | [\"Q\"] | The operations ([P, Q]) of order A must not wait for one another in a circle.",
                "/orders/0/operations/0/predecessors | [\"P\"] | The predecessors ([P]) of operation P must not name itself.",
                // no machine
                "/orders/0/operations/0/kind | \"FOLD\" | The operation (P) of order (A) can never run: no machine of the plant does folding.",
                "/orders/0/operations/0/form/sheet | \"1200x700\" | The operation (P) of order (A) can never run: no machine may run it now; OF1: the sheet",
                "/plant/machines/0/maxGsm | 200 | The operation (Q) of order (A) can never run",
                // a setup longer than any window
                "/plant/calendars/0/shifts/0/to | \"08:10\" | fits no open time (at most 10 min)",
                // negative and overflowing numbers and times
                "/orders/0/operations/0/goodQuantity | -5 | goodQuantity",
                "/orders/0/operations/0/minLag | \"-PT1H\" | orders[0].operations[0].minLag (-PT1H) must be",
                "/orders/0/operations/0/maxLag | \"-PT1H\" | orders[0].operations[0].maxLag (-PT1H) must be",
                "/orders/0/operations/0/transferBatch | -1 | transferBatch",
                "/orders/0/quantity | 99999999999 | orders[0].quantity",
                "/stock/0/sheets | -1 | sheets",
                "/origin | \"999999-01-01T00:00:00Z\" | origin",
                // references to nothing
                "/orders/0/operations/0/predecessors | [\"X\"] | The predecessor (X) of order A must be one of its operations; operation P names it.",
                "/orders/0/operations/0/form/material | \"X\" | The material (X) of operation (P) of order (A) is not one of the plant's.",
                "/stock/0/material | \"X\" | The material (X) of lot (L1) is not one of the plant's.",
                "/downtimes/0/machine | \"X\" | The machine (X) whose downtime is given is not one of the plant's.",
                "/actuals/0/machine | \"X\" | The machine (X) on which operation (OLD/P) has started is not one of the plant's.",
                "/plant/machines/0/calendar | \"X\" | calendar",
                // nothing to do
                "/orders | [] | no operations",
                "/orders/0/operations | [] | The list orders[0].operations is empty. Give it at least one item.",
            })
    void aMistakeIsNamedWithItsEntity(String pointer, String value, String message) throws Exception {
        ObjectNode file = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        set(file, pointer, JSON.readTree(value));
        String told = refused(file);
        assertTrue(told.contains(message), told);
    }

    @Test
    void idsThatStandTwiceAreNamed() throws Exception {
        ObjectNode orders = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        twice(orders, "/orders");
        String told = refused(orders);
        assertTrue(told.contains("The order (A) is there twice. Give each order an id of its own."), told);
        ObjectNode lots = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        twice(lots, "/stock");
        told = refused(lots);
        assertTrue(told.contains("The lots (L1) of the stock must be named once."), told);
        ObjectNode operations = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        twice(operations, "/orders/0/operations");
        twice(operations, "/plant/machines");
        told = refused(operations);
        assertTrue(told.contains("order A"), told);
        assertTrue(told.contains("OF1"), told);
    }

    /** More paper wanted than there is or comes is no mistake: the operation is listed, with what follows it. */
    @Test
    void demandAboveAnySupplyIsListedAndNotPlanned() throws Exception {
        ObjectNode file = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        set(file, "/stock/0/sheets", JSON.readTree("10"));
        Schedule plan = solved(file);
        assertEquals(2, plan.unplanned().size());
        assertEquals("paper", plan.unplanned().get(0).barredBy().code());
        assertEquals("part", plan.unplanned().get(1).barredBy().code());
    }

    /** What one reading of the file finds is told together; so is what its parts say of one another. */
    @Test
    void allMistakesOfAKindAreToldTogether() throws Exception {
        ObjectNode file = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        set(file, "/orders/0/operations/0/kind", JSON.readTree("\"PRNT\""));
        set(file, "/orders/0/operations/1/goodQuantity", JSON.readTree("\"many\""));
        set(file, "/orders/0/due", JSON.readTree("\"tomorrow\""));
        set(file, "/stock/0/sheets", JSON.readTree("-1"));
        set(file, "/downtimes/0/until", JSON.readTree("7"));
        String told = refused(file);
        for (String field : new String[] {"kind (PRNT)", "goodQuantity", "due (tomorrow)", "sheets", "until"}) {
            assertTrue(told.contains(field), field + " is missing in: " + told);
        }
        ObjectNode other = (ObjectNode) JSON.readTree(PlantProblemText.JSON);
        twice(other, "/orders");
        set(other, "/orders/0/operations/0/form/material", JSON.readTree("\"X\""));
        set(other, "/downtimes/0/machine", JSON.readTree("\"Y\""));
        set(other, "/orders/0/operations/0/transferBatch", JSON.readTree("1"));
        told = refused(other);
        for (String entity : new String[] {"(A) is there twice", "(X)", "(Y)", "transferBatch (1)"}) {
            assertTrue(told.contains(entity), entity + " is missing in: " + told);
        }
    }

    private static void twice(ObjectNode file, String list) {
        ArrayNode rows = (ArrayNode) file.at(list);
        rows.add(rows.get(0).deepCopy());
    }

    private static void set(ObjectNode file, String pointer, JsonNode value) {
        int cut = pointer.lastIndexOf('/');
        ((ObjectNode) file.at(pointer.substring(0, cut))).set(pointer.substring(cut + 1), value);
    }

    private String refused(ObjectNode file) {
        Exception e = assertThrows(Exception.class, () -> solved(file));
        assertTrue(e instanceof ProblemFileException || e instanceof InvalidRequestException, e::toString);
        return String.valueOf(e.getMessage());
    }

    private Schedule solved(ObjectNode text) throws Exception {
        return PlantRun.of(file(text), STEPS, new PrintWriter(new StringWriter()))
                .plan();
    }

    private Path file(ObjectNode text) throws IOException {
        return Files.writeString(folder.resolve("problem.json"), text.toString());
    }
}
