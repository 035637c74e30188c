package vn.nhain.scheduler.kernel.workload;

import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * Finds the best other place of an operation. Only places between the last start of its predecessors and the first start of
 * its successors are looked at, so that no cycle can arise. The machine that it leaves is re-timed without it; elsewhere the
 * timetable is taken as it is, which errs to the safe side.
 *
 * <p>Free units and latest starts rise along a machine, so that a look at it begins where the operation that follows can
 * wait long enough and ends where the machine is free too late.
 *
 * <p>Holds the last find; reused, not thread-safe.
 */
final class Insertions {
    private static final int NONE = -1;
    /** More than any excess, and still far from overflow. */
    static final int ANY = 1 << 30;

    private final Problem problem;
    private final Timetable timetable;
    private final LatestStarts latest;
    private final Rows rows;
    private final RowWithout without;
    private final TabuList tabu;
    private final RandomGenerator random;

    private int operation;
    private int own;
    private int currentWork;

    private int machine;
    private int index;
    private int excess;
    private int addedWork;
    private int equals;

    Insertions(Problem problem, WorkingPlan plan, TabuList tabu, RandomGenerator random) {
        this.problem = problem;
        this.timetable = plan.timetable;
        this.latest = plan.latest;
        this.rows = plan.rows;
        this.without = new RowWithout(problem, timetable, rows);
        this.tabu = tabu;
        this.random = random;
    }

    int operation() {
        return operation;
    }

    int machine() {
        return machine;
    }

    int index() {
        return index;
    }

    /** Working units by which the target would be passed; at most 0 when the operation would not be critical. */
    int excess() {
        return excess;
    }

    /** Working units that machines would run and set up more than now; negative when less. */
    int addedWork() {
        return addedWork;
    }

    /**
     * Looks for the place of an operation that passes the target by least and, among those, adds least work.
     *
     * @param most the greatest excess that is of interest
     * @return whether there is any that is not forbidden
     */
    boolean find(int o, int most) {
        begin(o, most, ANY);
        look();
        return machine != NONE;
    }

    /**
     * Looks for the place of an operation that adds least work among those that do not pass the target.
     *
     * @param most the greatest added work that is of interest
     * @return whether there is any that is not forbidden
     */
    boolean findHarmless(int o, int most) {
        begin(o, 0, most);
        look();
        return machine != NONE;
    }

    private void begin(int o, int mostExcess, int mostWork) {
        operation = o;
        own = timetable.machineOf(o);
        machine = NONE;
        excess = mostExcess;
        addedWork = mostWork;
        equals = 0;
        int i = timetable.indexOf(o);
        currentWork = problem.runTime(o, own) + rows.setup(own)[i];
        if (i + 1 < timetable.size(own)) {
            int[] classes = rows.setupClass(own);
            int before = i == 0 ? SetupTable.INITIAL : classes[i - 1];
            currentWork += rows.setup(own)[i + 1] - problem.setups(own).timeInto(classes[i + 1], before);
        }
    }

    private void look() {
        int lastStart = lastStartOfPredecessors();
        int firstStart = firstStartOfSuccessors();
        for (int k : problem.eligible(operation)) {
            // setups keep the triangle inequality, so that a place adds the run at least
            if (excess == 0 && problem.runTime(operation, k) - currentWork > addedWork) {
                continue;
            }
            if (!tabu.forbids(operation, k)) {
                look(k, lastStart, firstStart);
            }
        }
    }

    private void look(int k, int lastStart, int firstStart) {
        MachineCalendar calendar = problem.calendar(k);
        int run = problem.runTime(operation, k);
        int bySuccessors = latest.bySuccessors(operation, k);
        int ready = rows.readyUnit(operation, k);
        if (ready - bySuccessors > excess) {
            return;
        }
        int size = timetable.size(k);
        int low = countUpTo(rows.start(k), size, lastStart);
        int high = countUpTo(rows.start(k), size, firstStart - 1);
        int ownIndex = NONE;
        int[] free = rows.free(k);
        int[] latestUnits = rows.latest(k);
        int[] classes = rows.setupClass(k);
        int[] setups = rows.setup(k);
        if (k == own) {
            ownIndex = timetable.indexOf(operation);
            low = ownIndex < low ? low - 1 : low;
            high = ownIndex < high ? high - 1 : high;
            if (low > high) {
                return;
            }
            without.load(operation, low, high);
            free = without.free();
            latestUnits = without.latest();
            classes = without.setupClass();
            setups = without.setup();
            size--;
        }
        SetupTable table = problem.setups(k);
        int ownClass = problem.setupClass(operation, k);
        int baseWork = run - currentWork;
        int i = firstAtLeast(latestUnits, low, Math.min(high + 1, size), ready + run - excess);
        for (; i <= high; i++) {
            int before = SetupTable.INITIAL;
            int from = ready;
            if (i > 0) {
                before = classes[i - 1];
                int freed = free[i - 1];
                if (freed - bySuccessors > excess) {
                    break;
                }
                from = freed;
            }
            // most places have no room even without setups: told from what is read in order anyway
            if (i == ownIndex || (i < size && Math.max(ready, from) + run - latestUnits[i] > excess)) {
                continue;
            }
            int setup = table.timeInto(ownClass, before);
            int setupAfter = 0;
            int added = baseWork + setup;
            if (i < size) {
                setupAfter = table.time(ownClass, classes[i]);
                added += setupAfter - setups[i];
            }
            if (excess == 0 && added > addedWork) {
                continue;
            }
            int u = i == 0 ? ready : Math.max(ready, from + setup);
            u = calendar.unitWithRoom(u, setup);
            int over = u - calendar.lastUnitWithRoom(bySuccessors, setup);
            if (i < size) {
                int next = calendar.unitWithRoom(u + run + setupAfter, setupAfter);
                over = Math.max(over, next - latestUnits[i]);
            }
            offer(k, i, Math.max(over, 0), added);
        }
    }

    private void offer(int k, int i, int over, int added) {
        if (over > excess || (over == excess && added > addedWork)) {
            return;
        }
        boolean equal = over == excess && added == addedWork && machine != NONE;
        equals = equal ? equals + 1 : 1;
        if (!equal || random.nextInt(equals) == 0) {
            machine = k;
            index = i;
            excess = over;
            addedWork = added;
        }
    }

    private int lastStartOfPredecessors() {
        int time = NONE;
        for (int p : problem.predecessors(operation)) {
            time = Math.max(time, timetable.start(p));
        }
        return time;
    }

    private int firstStartOfSuccessors() {
        int time = Integer.MAX_VALUE;
        for (int s : problem.successors(operation)) {
            time = Math.min(time, timetable.start(s));
        }
        return time;
    }

    /** How many operations of a machine start at or before a time. */
    private static int countUpTo(int[] start, int size, int time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first place from {@code low} whose number is large enough, or {@code high}. */
    static int firstAtLeast(int[] numbers, int low, int high, int least) {
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
