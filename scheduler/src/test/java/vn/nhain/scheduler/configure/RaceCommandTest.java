package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The race as a user calls it, over a problem whose optimum is plain to see. */
final class RaceCommandTest {
    /** Two jobs on two machines: 3 on the first and 2 on the second, and 2 on the second and 3 on the first. 6 is optimal. */
    private static final String SHOP = "2 2\n2 1 0 3 1 1 2\n2 1 1 2 1 0 3\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void raceEndsWithTheCheckedMakespanBesideTheRecordedOne() throws IOException {
        Files.writeString(folder.resolve("tiny.txt"), SHOP);
        Files.writeString(folder.resolve("best_known.csv"), "instance,lower_bound,best_known\ntiny,6,8\n");
        Path csv = folder.resolve("out.csv");
        String[] call = {
            folder.toString(),
            "--format",
            "fjs",
            "--seconds",
            "1",
            "--seeds",
            "1",
            "--out",
            csv.toString(),
            "--plans",
            folder.resolve("plans").toString()
        };
        assertEquals(0, run(call), err.toString());
        List<String> lines = out.toString().lines().toList();
        assertEquals("tiny 4 2 1 6 8 -25.00 6 +0.00", lines.get(1).replaceAll(" +", " "));
        assertEquals(
                "at 1 s, nhain against best known: 0 equal, 1 better, 0 worse; mean ratio 0.7500 over 1 of 1",
                lines.get(2));
        List<String> rows = Files.readAllLines(csv);
        assertEquals(2, rows.size());
        assertTrue(rows.get(1).startsWith("tiny,4,2,nhain,1,1,1,6,FEASIBLE,"), rows.get(1));
        assertTrue(Files.exists(folder.resolve("plans/tiny.nhain.1.1.1.json")));

        assertEquals(2, run(call), "a file that exists must not be overwritten");
        assertTrue(err.toString().contains("--resume"), err.toString());
    }

    /** What is in the results is not run again: a race that goes on with a finished one starts no process. */
    @Test
    void finishedRaceIsOnlyToldAgain() throws IOException {
        Files.writeString(folder.resolve("tiny.txt"), SHOP);
        Path csv = folder.resolve("out.csv");
        Files.writeString(
                csv,
                "instance,operations,machines,contender,threads,seed,seconds,makespan,verdict,wall_seconds,cpu,first,"
                        + "movesPerSecond,heapMb,rssMb,model,lower_bound,best_known\n"
                        + "tiny,4,2,nhain,1,1,1,77,FEASIBLE,1.0,,,,,,,,\n");
        assertEquals(
                0,
                run(
                        folder.toString(),
                        "--format",
                        "fjs",
                        "--seconds",
                        "1",
                        "--seeds",
                        "1",
                        "--out",
                        csv.toString(),
                        "--resume"),
                err.toString());
        assertTrue(out.toString().contains(" 77 "), out.toString() + err);
        assertEquals(2, Files.readAllLines(csv).size());
    }

    @Test
    void wrongUseNamesTheOptionAndTheRemedy() {
        assertEquals(2, run(folder.toString(), "--seconds", "0"));
        assertEquals(2, run(folder.toString(), "--match", "("));
        assertEquals(2, run(folder.resolve("none").toString()));
        assertEquals(
                2,
                run(folder.toString(), "--reference", folder.resolve("none.jar").toString()));
        assertEquals(2, run(folder.toString(), "--resume"));
        assertTrue(err.toString().contains("--resume needs --out with the file to go on with."), err.toString());
        assertEquals(1, run(folder.toString()));
        assertTrue(err.toString().contains("holds no problem of format ops"), err.toString());
    }

    @Test
    void growthTellsFirstPlanMovesAndMemoryByNumberOfOperations() {
        assertEquals(0, run("--growth", "30", "--seconds", "1", "--seeds", "1"), err.toString());
        String last = out.toString().lines().reduce((a, b) -> b).orElse("");
        assertTrue(last.trim().matches("30 +\\d+ +\\d+\\.\\d{3} +\\d+ +\\d+ +-?\\d+"), out.toString());
        assertEquals(2, run(folder.toString(), "--growth", "30"), "a folder or growth, not both");
        assertEquals(2, run(), "neither");
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] call = new String[arguments.length + 1];
        call[0] = "race";
        System.arraycopy(arguments, 0, call, 1, arguments.length);
        return line.execute(call);
    }
}
