package vn.nhain.scheduler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FjsPlansTest {
    /** Job 1: 3 on machine 0 or 5 on machine 1, then 2 on machine 1. Job 2: 4 on machine 0. */
    private static final String PROBLEM = "2 2 1.5\n2 2 0 3 1 5 1 1 2\n1 1 0 4\n";

    @TempDir
    Path folder;

    @Test
    void feasiblePlanHasItsMakespan() throws IOException {
        Verdict verdict = check(PROBLEM, row(1, 1, 0, 0, 3), row(1, 2, 1, 3, 5), row(2, 3, 0, 3, 7));
        assertEquals(List.of(), verdict.violations());
        assertEquals(7, verdict.objective());
    }

    @Test
    void everyViolationIsToldInOneGo() throws IOException {
        Verdict verdict = check(PROBLEM, row(1, 1, 0, 0, 3), row(1, 2, 1, 2, 4), row(2, 3, 0, 2, 6));
        assertEquals(
                List.of("MACHINE_OVERLAP", "SETUP_TIME", "PRECEDENCE"),
                verdict.violations().stream().map(Violation::constraint).toList());
    }

    @Test
    void fileThatEndsTooEarlyIsRefused() {
        assertThrows(IOException.class, () -> check("2 2\n1 1 0 4\n"));
        assertThrows(IOException.class, () -> check("1 2\n2 1 0 4\n"));
    }

    @Test
    void unknownFormatIsRefusedWithTheKnownOnes() {
        assertThrows(IllegalArgumentException.class, () -> PlanChecker.check(folder, "jsp", folder));
    }

    private Verdict check(String problem, String... rows) throws IOException {
        Path problemFile = Files.writeString(folder.resolve("problem.fjs"), problem);
        Path plan = Files.writeString(
                folder.resolve("plan.json"), "{\"operations\":[%s]}".formatted(String.join(",", rows)));
        return PlanChecker.check(problemFile, "fjs", plan);
    }

    private static String row(int job, int operation, int machine, int start, int end) {
        return """
                {"job":%d,"operation":%d,"resource":%d,"setupStart":%d,"start":%d,"end":%d}""".formatted(job, operation, machine, start, start, end);
    }
}
