package vn.nhain.scheduler.kernel.workload;

import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * Finds the best other place of an operation: the one that passes the target by least and, among those, adds least work. Only
 * places between the last start of its predecessors and the first start of its successors are looked at, so that no cycle can
 * arise. The machine that it leaves is re-timed without it; elsewhere the timetable is taken as it is, which errs to the safe
 * side.
 *
 * <p>Holds the last find; reused, not thread-safe.
 */
final class Insertions {
    private static final int NONE = -1;

    private final Problem problem;
    private final Timetable timetable;
    private final LatestStarts latest;
    private final TabuList tabu;
    private final RandomGenerator random;

    /** Earliest and latest starts on the machine that the operation leaves, by place without it. */
    private final int[] ownEarliest;

    private final int[] ownLatest;

    private int operation;
    private int own;
    private int ownIndex;
    private int currentWork;
    private int readyTime;
    private int noEndBefore;

    private int machine;
    private int index;
    private int excess;
    private int addedWork;
    private int equals;

    Insertions(Problem problem, Timetable timetable, LatestStarts latest, TabuList tabu, RandomGenerator random) {
        this.problem = problem;
        this.timetable = timetable;
        this.latest = latest;
        this.tabu = tabu;
        this.random = random;
        this.ownEarliest = new int[problem.operations()];
        this.ownLatest = new int[problem.operations()];
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
     * Looks for the best place of an operation.
     *
     * @return whether there is any that is not forbidden
     */
    boolean find(int o) {
        operation = o;
        own = timetable.machineOf(o);
        ownIndex = timetable.indexOf(o);
        machine = NONE;
        excess = Integer.MAX_VALUE;
        addedWork = Integer.MAX_VALUE;
        equals = 0;
        int before = ownIndex == 0 ? NONE : timetable.operationAt(own, ownIndex - 1);
        int after = ownIndex + 1 == timetable.size(own) ? NONE : timetable.operationAt(own, ownIndex + 1);
        currentWork = work(own, before, after);
        gatherPredecessors();
        int lastStart = lastStartOfPredecessors();
        int firstStart = firstStartOfSuccessors();
        for (int k : problem.eligible(o)) {
            if (!tabu.forbids(o, k)) {
                int low = countUpTo(k, lastStart);
                int high = countUpTo(k, firstStart - 1);
                if (k == own && low <= high) {
                    retimeOwn(low, high);
                }
                look(k, low, high);
            }
        }
        return machine != NONE;
    }

    private void look(int k, int low, int high) {
        MachineCalendar calendar = problem.calendar(k);
        int run = problem.runTime(operation, k);
        int bySuccessors = latest.bySuccessors(operation, k);
        int ready = calendar.unitAtOrAfter(readyTime);
        if (noEndBefore > 0) {
            ready = Math.max(ready, calendar.unitAtOrAfter(noEndBefore - 1) + 1 - run);
        }
        int last = timetable.size(k) - (k == own ? 1 : 0);
        for (int i = low; i <= high; i++) {
            if (k == own && i == ownIndex) {
                continue;
            }
            int before = i == 0 ? NONE : at(k, i - 1);
            int after = i == last ? NONE : at(k, i);
            int setup = timetable.setupTime(k, before, operation);
            int u = ready;
            if (before != NONE) {
                int earliest = k == own ? ownEarliest[i - 1] : timetable.unit(before);
                u = Math.max(u, earliest + problem.runTime(before, k) + setup);
            }
            u = calendar.unitWithRoom(u, setup);
            int over = u - calendar.lastUnitWithRoom(bySuccessors, setup);
            if (after != NONE) {
                int setupAfter = timetable.setupTime(k, operation, after);
                int next = calendar.unitWithRoom(u + run + setupAfter, setupAfter);
                over = Math.max(over, next - (k == own ? ownLatest[i] : latest.unit(after)));
            }
            offer(k, i, Math.max(over, 0), work(k, before, after) - currentWork);
        }
    }

    private void offer(int k, int i, int over, int added) {
        if (over > excess || (over == excess && added > addedWork)) {
            return;
        }
        boolean equal = over == excess && added == addedWork;
        equals = equal ? equals + 1 : 1;
        if (!equal || random.nextInt(equals) == 0) {
            machine = k;
            index = i;
            excess = over;
            addedWork = added;
        }
    }

    /** Run and setups that the operation adds to a machine between two neighbours. */
    private int work(int k, int before, int after) {
        int work = problem.runTime(operation, k) + timetable.setupTime(k, before, operation);
        if (after != NONE) {
            work += timetable.setupTime(k, operation, after) - timetable.setupTime(k, before, after);
        }
        return work;
    }

    private void gatherPredecessors() {
        int o = operation;
        readyTime = readyTime(o);
        noEndBefore = noEndBefore(o);
    }

    private int readyTime(int o) {
        int time = Math.max(problem.release(o), problem.fixedStart(o));
        int[] predecessors = problem.predecessors(o);
        for (int i = 0; i < predecessors.length; i++) {
            time = Math.max(time, through(predecessors[i]) + problem.predecessorLags(o)[i]);
        }
        return time;
    }

    private int noEndBefore(int o) {
        int time = 0;
        for (int p : problem.predecessors(o)) {
            if (problem.overlapPerMille(p) < 1000) {
                time = Math.max(time, timetable.end(p));
            }
        }
        return time;
    }

    private int through(int p) {
        if (problem.overlapPerMille(p) == 1000) {
            return timetable.end(p);
        }
        int k = timetable.machineOf(p);
        return problem.calendar(k).timeOf(timetable.unit(p) + problem.unitsBeforeSuccessor(p, k) - 1) + 1;
    }

    /** Earliest and latest starts on its own machine as they are without the operation, for places low to high. */
    private void retimeOwn(int low, int high) {
        int last = timetable.size(own) - 1;
        for (int i = Math.max(0, low - 1); i < Math.min(last, high); i++) {
            ownEarliest[i] = i < ownIndex ? timetable.unit(at(own, i)) : earliest(at(own, i), i);
        }
        for (int i = Math.min(last - 1, high); i >= low; i--) {
            ownLatest[i] = i >= ownIndex ? latest.unit(at(own, i)) : latestWithout(at(own, i), i, last);
        }
    }

    private int earliest(int o, int i) {
        MachineCalendar calendar = problem.calendar(own);
        int run = problem.runTime(o, own);
        int before = i == 0 ? NONE : at(own, i - 1);
        int setup = timetable.setupTime(own, before, o);
        int u = calendar.unitAtOrAfter(readyTime(o));
        int notBefore = noEndBefore(o);
        if (notBefore > 0) {
            u = Math.max(u, calendar.unitAtOrAfter(notBefore - 1) + 1 - run);
        }
        if (before != NONE) {
            // below the first place looked at the timetable still holds
            int unit = i - 1 < ownIndex ? timetable.unit(before) : ownEarliest[i - 1];
            u = Math.max(u, unit + problem.runTime(before, own) + setup);
        }
        return calendar.unitWithRoom(u, setup);
    }

    private int latestWithout(int o, int i, int last) {
        int before = i == 0 ? NONE : at(own, i - 1);
        int after = i + 1 >= last ? NONE : at(own, i + 1);
        int afterUnit = after == NONE || i + 1 >= ownIndex ? Integer.MIN_VALUE : ownLatest[i + 1];
        return latest.latest(o, own, latest.bySuccessors(o, own), before, after, afterUnit);
    }

    /** The operation at a place of a machine, the one that is moved not counted. */
    private int at(int k, int i) {
        return timetable.operationAt(k, k == own && i >= ownIndex ? i + 1 : i);
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

    /** How many operations of a machine, the one that is moved not counted, start at or before a time. */
    private int countUpTo(int k, int time) {
        int low = 0;
        int high = timetable.size(k);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timetable.start(timetable.operationAt(k, middle)) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return k == own && ownIndex < low ? low - 1 : low;
    }
}
