package vn.nhain.scheduler.bench.peer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/** The latest times with which a plan, in its order, still ends by a target. Written for the peer, apart from the engine's own. */
final class Latest {
    /** A time that cannot be met. */
    static final int NEVER = -1;

    private final Problem problem;
    private final int target;
    /** Latest start in working units, as far as all but the own setup say. */
    private final int[] limit;

    private final int[] start;
    private final int[] end;

    Latest(Problem problem, PlanState plan, int target) {
        int n = problem.operations();
        this.problem = problem;
        this.target = target;
        this.limit = new int[n];
        this.start = new int[n];
        this.end = new int[n];
        int[] before = plan.before();
        int[] after = new int[n];
        int[] unit = new int[n];
        Arrays.fill(after, Lane.NONE);
        for (int o = 0; o < n; o++) {
            if (before[o] != Lane.NONE) {
                after[before[o]] = o;
            }
        }
        int[] machine = plan.times().machine();
        // whatever waits for an operation starts later than it
        for (int o : IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingInt(o -> -plan.times().start()[o]))
                .toList()) {
            int k = machine[o];
            int run = problem.runTime(o, k);
            limit[o] = bySuccessors(o, k, run);
            if (after[o] != Lane.NONE) {
                limit[o] = Math.min(limit[o], unit[after[o]] - setup(k, o, after[o]) - run);
            }
            unit[o] = problem.calendar(k).lastUnitWithRoom(limit[o], setup(k, before[o], o));
            start[o] = unit[o] < 0 ? NEVER : problem.calendar(k).timeOf(unit[o]);
            end[o] = unit[o] < 0 ? NEVER : problem.calendar(k).timeOf(unit[o] + run - 1) + 1;
        }
    }

    private int bySuccessors(int o, int k, int run) {
        MachineCalendar calendar = problem.calendar(k);
        int passed = problem.unitsBeforeSuccessor(o, k);
        int latest = calendar.unitAtOrAfter(target) - run;
        if (problem.fixedStart(o) != Problem.FREE) {
            latest = Math.min(latest, calendar.unitAtOrAfter(problem.fixedStart(o)));
        }
        for (int s : problem.successors(o)) {
            latest = start[s] < 0 ? NEVER : Math.min(latest, calendar.unitAtOrAfter(start[s]) - passed);
            if (passed < run) {
                latest = Math.min(latest, calendar.unitAtOrAfter(Math.max(0, end[s])) - run);
            }
            if (latest < 0) {
                return NEVER;
            }
        }
        return latest;
    }

    private int setup(int k, int before, int after) {
        int from = before == Lane.NONE ? SetupTable.INITIAL : problem.setupClass(before, k);
        return problem.setups(k).time(from, problem.setupClass(after, k));
    }

    int target() {
        return target;
    }

    /** Latest start of an operation, or {@link #NEVER}. */
    int start(int o) {
        return start[o];
    }

    /** Latest end of an operation, or {@link #NEVER}. */
    int end(int o) {
        return end[o];
    }

    /** Latest start of an operation on its machine when it needs this setup, or {@link #NEVER}. */
    int startWith(int o, int machine, int setup) {
        int unit = problem.calendar(machine).lastUnitWithRoom(limit[o], setup);
        return unit < 0 ? NEVER : problem.calendar(machine).timeOf(unit);
    }

    /** Latest end of an operation on its machine when it needs this setup, or {@link #NEVER}. */
    int endWith(int o, int machine, int setup) {
        int unit = problem.calendar(machine).lastUnitWithRoom(limit[o], setup);
        return unit < 0 ? NEVER : problem.calendar(machine).timeOf(unit + problem.runTime(o, machine) - 1) + 1;
    }

    /** The latest end of whatever comes before {@code o} on its machine when {@code o} then needs this setup, or {@link #NEVER}. */
    int endBefore(int o, int machine, int setup) {
        MachineCalendar calendar = problem.calendar(machine);
        int unit = calendar.lastUnitWithRoom(limit[o], setup) - setup;
        return unit < 1 ? NEVER : calendar.timeOf(unit - 1) + 1;
    }
}
