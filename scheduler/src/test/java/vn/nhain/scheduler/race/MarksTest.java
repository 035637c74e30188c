package vn.nhain.scheduler.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;
import vn.nhain.scheduler.search.Assignment;

/** Which plan a contender is credited with at a mark. */
final class MarksTest {
    @TempDir
    Path folder;

    private double cpu;

    /** A plan found at 10.1 s must not count for 10 s. */
    @Test
    void planThatIsToldAfterAMarkDoesNotCountForIt() throws IOException {
        Marks marks = marks(10, 60);
        cpu = 9.9;
        assertFalse(marks.tell(plan(120)));
        cpu = 10.1;
        assertFalse(marks.tell(plan(110)));
        cpu = 60.1;
        assertTrue(marks.tell(null));
        assertEquals(120, makespanAt(10));
        assertEquals(110, makespanAt(60));
        assertTrue(marks.words().startsWith("first=9.900 cpu10=10.10 ts10=120 cpu60=60.10 ts60=110"), marks.words());
    }

    @Test
    void markBeforeTheFirstPlanHasNone() throws IOException {
        Marks marks = marks(10, 60);
        cpu = 11;
        marks.tell(plan(120));
        marks.end();
        assertFalse(Files.exists(folder.resolve("p.10.json")));
        assertEquals(120, makespanAt(60));
    }

    @Test
    void worseAndInfeasiblePlansAreLeftOut() throws IOException {
        Marks marks = marks(10);
        marks.tell(plan(120));
        marks.tell(plan(130));
        marks.tell(new Assignment(false, 90, new int[1], new int[1], new int[1], new int[] {90}));
        marks.end();
        assertEquals(120, makespanAt(10));
    }

    private Marks marks(Integer... at) {
        var builder = Problem.builder(Objective.MAKESPAN);
        int machine = builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        int operation = builder.addOperation("1", builder.addJob(0, 0), 0, Problem.FREE, 1000);
        builder.addEligible(operation, machine, 90, 0, 0);
        Instance instance = new Instance("p", builder.build(), new int[] {1}, new int[] {1}, new int[] {1});
        return new Marks(instance, folder.resolve("p").toString(), List.of(at), () -> cpu);
    }

    private static Assignment plan(int end) {
        return new Assignment(true, end, new int[1], new int[1], new int[] {end - 90}, new int[] {end});
    }

    private long makespanAt(int mark) throws IOException {
        String text = Files.readString(folder.resolve("p." + mark + ".json"));
        return Long.parseLong(text.replaceAll(".*\"makespan\":(\\d+).*", "$1"));
    }
}
