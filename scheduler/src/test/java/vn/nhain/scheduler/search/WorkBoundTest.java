package vn.nhain.scheduler.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.MachineCalendar.Window;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/** Values counted by hand. That no bound is above the optimum of random problems is in EngineAndCheckerTest. */
class WorkBoundTest {
    /** Four runs of 10, a first setup of 7 and one change of 5: no order on one machine is shorter. */
    @Test
    void oneMachineIsSetUpOnceForEachClass() {
        assertEquals(
                52, LowerBound.ofMakespan(fourRuns(1, MachineCalendar.ALWAYS).build()));
    }

    /** A class on each machine: 7 and 20. */
    @Test
    void twoMachinesShareTheWork() {
        assertEquals(
                27, LowerBound.ofMakespan(fourRuns(2, MachineCalendar.ALWAYS).build()));
    }

    /** Thirty units before a break of a hundred, the other 22 after it. */
    @Test
    void closedHoursAreNoTimeToWork() {
        MachineCalendar calendar = MachineCalendar.of(List.of(new Window(0, 30), new Window(130, 1000)));
        assertEquals(152, LowerBound.ofMakespan(fourRuns(1, calendar).build()));
    }

    /** The second machine begins when the first of what comes before can be done; its 50 units follow. */
    @Test
    void aMachineWaitsForWhatCanFirstComeAndStopsBeforeWhatMustFollow() {
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        for (int j = 0; j < 5; j++) {
            int job = builder.addJob(0, 0);
            builder.addOperation("print" + j, job, 0, Problem.FREE, 1000);
            builder.addEligible(2 * j, 0, 3, 0, 0);
            builder.addOperation("fold" + j, job, 0, Problem.FREE, 1000);
            builder.addEligible(2 * j + 1, 1, 10, 0, 0);
            builder.addPrecedence(2 * j, 2 * j + 1, 0);
        }
        assertEquals(53, LowerBound.ofMakespan(builder.build()));
    }

    private static ProblemBuilder fourRuns(int machines, MachineCalendar calendar) {
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        for (int k = 0; k < machines; k++) {
            builder.addMachine(
                    calendar,
                    new SetupTable(
                            2, (from, to) -> from == SetupTable.INITIAL ? 7 : from == to ? 0 : 5, (from, to) -> 0));
        }
        for (int o = 0; o < 4; o++) {
            builder.addOperation("o" + o, builder.addJob(0, 0), 0, Problem.FREE, 1000);
            for (int k = 0; k < machines; k++) {
                builder.addEligible(o, k, 10, 0, o % 2);
            }
        }
        return builder;
    }
}
