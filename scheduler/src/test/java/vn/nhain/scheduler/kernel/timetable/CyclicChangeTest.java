package vn.nhain.scheduler.kernel.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/** Timing a cycle would never end, so that a change that closes one can only be taken back. */
class CyclicChangeTest {
    private Timetable timetable =
            new Timetable(Problem.builder(Objective.MAKESPAN).build(), new int[0][]);

    /** Two operations of which the second waits for the first, on one machine; the second is moved before the first. */
    @BeforeEach
    void closeACycle() {
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        int job = builder.addJob(0, 0);
        for (int o = 0; o < 2; o++) {
            builder.addOperation("o" + o, job, 0, Problem.FREE, 1000);
            builder.addEligible(o, 0, 5, 0, 0);
        }
        builder.addPrecedence(0, 1, 0);
        timetable = new Timetable(builder.build(), new int[][] {{0, 1}});
        assertFalse(timetable.move(1, 0, 0));
    }

    @Test
    void itCannotBeTimed() {
        IllegalStateException refused = assertThrows(IllegalStateException.class, timetable::propagate);
        assertTrue(refused.getMessage().contains("Roll it back"), refused.getMessage());
    }

    @Test
    void itCannotBeKept() {
        assertThrows(IllegalStateException.class, timetable::commit);
    }

    @Test
    void itCannotBeAddedTo() {
        assertThrows(IllegalStateException.class, () -> timetable.move(0, 0, 0));
    }

    @Test
    void onceTakenBackTheTimetableGoesOn() {
        timetable.rollback();
        timetable.propagate();
        timetable.commit();
        assertEquals(10, timetable.makespan());
        assertEquals(5, timetable.start(1));
        assertTrue(timetable.move(1, 0, 1));
    }
}
