package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.nhain.scheduler.instance.nhain.ProblemWriter;

/** {@code nhain solve --explain plan} and {@code --gangs}. */
final class PlanExplanationTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void tellsEveryLineWithItsDearestPartsAndTheGangForms() throws Exception {
        Path problem = folder.resolve("problem.yaml");
        try (InputStream yaml = RandomPlantProblem.plantFile()) {
            Files.copy(yaml, folder.resolve("plant.yaml"));
        }
        ProblemWriter.write(RandomPlantProblem.of(1), "plant.yaml", problem);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(new StringWriter()));
        assertEquals(0, line.execute("solve", problem.toString(), "--steps", "50", "--explain", "plan", "--gangs"));
        String text = out.toString();
        assertTrue(text.startsWith("The plan costs "), text);
        assertTrue(text.contains(" VND  run, the 10 dearest of "), text);
        assertTrue(text.contains(" of run on OF1"), text);
        assertTrue(text.contains("It keeps every hard constraint."), text);
        assertTrue(text.contains("gang form") || text.contains("jobs on one form"), text);
    }
}
