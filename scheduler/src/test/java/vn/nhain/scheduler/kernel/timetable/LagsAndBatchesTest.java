package vn.nhain.scheduler.kernel.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhain.scheduler.kernel.problem.InvalidProblemException;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/** Maximum lags and batches in numbers that can be counted by hand. */
final class LagsAndBatchesTest {
    private final ProblemBuilder builder = Problem.builder(Objective.COST);

    /** Its successor finds its machine taken until 50 and may wait for 20: the run of 10 begins at 20, not at 0. */
    @Test
    void aPredecessorIsHeldBackUntilItsSuccessorCanFollow() {
        machines(MachineCalendar.ALWAYS, MachineCalendar.ALWAYS);
        operation(0, 10);
        operation(1, 5);
        operation(1, 50);
        builder.addPrecedence(0, 1, 0);
        builder.limitLag(0, 1, 20);
        Timetable timetable = new Timetable(builder.build(), new int[][] {{0}, {2, 1}});
        assertEquals(20, timetable.start(0));
        assertEquals(50, timetable.start(1));
        assertEquals(0, timetable.violation());
        timetable.move(1, 1, 0);
        timetable.propagate();
        assertEquals(0, timetable.start(0));
        assertEquals(10, timetable.start(1));
        timetable.rollback();
        assertEquals(20, timetable.start(0));
    }

    /** The second machine opens at 100, so that the first run ends at 80; its machine is closed from 70 to 78 besides. */
    @Test
    void aHoldGoesByTheHoursOfBothMachines() {
        machines(calendar(0, 70, 78, 500), calendar(100, 500));
        operation(0, 10);
        operation(1, 5);
        builder.addPrecedence(0, 1, 0);
        builder.limitLag(0, 1, 20);
        Timetable timetable = new Timetable(builder.build(), new int[][] {{0}, {1}});
        assertEquals(62, timetable.start(0));
        assertEquals(80, timetable.end(0));
        assertEquals(100, timetable.start(1));
    }

    /** 0 is followed by 1 within 5 and 1 by 2 within 5, but 2 waits until 90: both are held. */
    @Test
    void holdsPassOnAlongARoute() {
        machines(MachineCalendar.ALWAYS, MachineCalendar.ALWAYS, MachineCalendar.ALWAYS);
        operation(0, 10);
        operation(1, 10);
        operation(2, 10);
        operation(2, 90);
        builder.addPrecedence(0, 1, 0);
        builder.addPrecedence(1, 2, 0);
        builder.limitLag(0, 1, 5);
        builder.limitLag(1, 2, 5);
        Timetable timetable = new Timetable(builder.build(), new int[][] {{0}, {1}, {3, 2}});
        assertEquals(60, timetable.start(0));
        assertEquals(75, timetable.start(1));
        assertEquals(90, timetable.start(2));
    }

    /** What keeps the successor waits for the predecessor itself: no hold helps, and 30 units are left over. */
    @Test
    void sequencesThatCannotKeepALagAreTold() {
        machines(MachineCalendar.ALWAYS, MachineCalendar.ALWAYS);
        operation(0, 10);
        operation(1, 5);
        operation(1, 50);
        builder.addPrecedence(0, 1, 0);
        builder.addPrecedence(0, 2, 0);
        builder.limitLag(0, 1, 20);
        Timetable timetable = new Timetable(builder.build(), new int[][] {{0}, {2, 1}});
        assertEquals(30, timetable.violation());
        timetable.move(1, 1, 0);
        timetable.propagate();
        assertEquals(0, timetable.violation());
        timetable.rollback();
        assertEquals(30, timetable.violation());
    }

    @Test
    void aLatestStartIsBrokenByItsDelay() {
        machines(MachineCalendar.ALWAYS);
        operation(0, 10);
        operation(0, 5);
        builder.startBy(1, 7);
        assertEquals(3, new Timetable(builder.build(), new int[][] {{0, 1}}).violation());
    }

    /** Batches of 25 of 100 leave a run of 20 every 5; the last enters a run of 10 after 7, which so begins at 13. */
    @Test
    void aFastSuccessorWaitsUntilItNeedNotWaitForTheLastBatch() {
        machines(MachineCalendar.ALWAYS, MachineCalendar.ALWAYS);
        operation(0, 20);
        operation(1, 10);
        builder.addPrecedence(0, 1, 0);
        builder.handOverInBatches(0, 25, 100);
        Timetable timetable = new Timetable(builder.build(), new int[][] {{0}, {1}});
        assertEquals(13, timetable.start(1));
        assertEquals(23, timetable.end(1));
    }

    /** A run of 40 takes each batch in 10: it begins with the first, after its lag of 3. */
    @Test
    void aSlowSuccessorBeginsWithTheFirstBatch() {
        machines(MachineCalendar.ALWAYS, MachineCalendar.ALWAYS);
        operation(0, 20);
        operation(1, 40);
        builder.addPrecedence(0, 1, 3);
        builder.handOverInBatches(0, 25, 100);
        Timetable timetable = new Timetable(builder.build(), new int[][] {{0}, {1}});
        assertEquals(8, timetable.start(1));
        assertEquals(5, timetable.through(0));
    }

    /**
     * Ten units each; five batches. The first machine pauses from 5 to 17, the second from 8 to 20. Begun with the first
     * batch, at 2, the second run would want the third at 6, but that is through at 18. So it has done four units at 8, which
     * is two batches, and takes the third at 20.
     */
    @Test
    void noRunStarvesOverClosedHours() {
        machines(calendar(0, 5, 17, 500), calendar(0, 8, 20, 500));
        operation(0, 10);
        operation(1, 10);
        builder.addPrecedence(0, 1, 0);
        builder.handOverInBatches(0, 20, 100);
        Timetable timetable = new Timetable(builder.build(), new int[][] {{0}, {1}});
        assertEquals(4, timetable.start(1));
        assertEquals(26, timetable.end(1));
    }

    /** A first pass of 8 puts nothing out; the batches then come every 3. The successor takes all in in its first 6 of 12. */
    @Test
    void passesDelayWhatComesOutAndHastenWhatGoesIn() {
        machines(MachineCalendar.ALWAYS, MachineCalendar.ALWAYS);
        operation(0, 20);
        operation(1, 12);
        builder.addPrecedence(0, 1, 0);
        builder.handOverInBatches(0, 25, 100);
        builder.flow(0, 0, 8, 20);
        builder.flow(1, 1, 0, 6);
        Timetable timetable = new Timetable(builder.build(), new int[][] {{0}, {1}});
        assertEquals(11, timetable.through(0));
        assertEquals(20 - 4, timetable.start(1));
    }

    @Test
    void neitherIsForTheMakespan() {
        ProblemBuilder makespan = Problem.builder(Objective.MAKESPAN);
        makespan.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        makespan.addJob(0, 0);
        for (String name : List.of("a", "b")) {
            makespan.addOperation(name, 0, 0, Problem.FREE, 1000);
        }
        makespan.addEligible(0, 0, 1, 0, 0);
        makespan.addEligible(1, 0, 1, 0, 0);
        makespan.limitLag(0, 1, -1);
        makespan.handOverInBatches(0, 0, 1);
        makespan.startBy(1, 5);
        InvalidProblemException e = assertThrows(InvalidProblemException.class, makespan::build);
        assertEquals(5, e.mistakes().size(), e.getMessage());
    }

    private void machines(MachineCalendar... calendars) {
        for (MachineCalendar calendar : calendars) {
            builder.addMachine(calendar, SetupTable.NONE);
        }
        builder.addJob(0, 1);
    }

    private void operation(int machine, int run) {
        int o = builder.addOperation("o", 0, 0, Problem.FREE, 1000);
        builder.addEligible(o, machine, run, 0, 0);
    }

    /** Opens and closes in turn; the last window never closes. */
    private static MachineCalendar calendar(int... times) {
        List<MachineCalendar.Window> windows = new ArrayList<>();
        for (int i = 0; i < times.length; i += 2) {
            windows.add(new MachineCalendar.Window(times[i], times[i + 1]));
        }
        return MachineCalendar.of(windows);
    }
}
