package vn.nhain.scheduler.kernel.timetable;

import java.util.Arrays;
import vn.nhain.scheduler.kernel.problem.Batches;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/**
 * The earliest schedule of given machine sequences, in working-unit coordinates of each machine. It is unique, and no other
 * schedule of the same sequences is better; with maximum lags no other starts anything sooner. Changing a sequence re-times only what the change reaches, in topological order;
 * a change can be taken back as a whole.
 *
 * <p>Not thread-safe.
 */
public final class Timetable {
    private static final int NONE = -1;

    private final Problem problem;
    private final int machines;
    private final Sequences sequences;
    private final RankOrder order;
    private final Lateness lateness;
    private final TimeCosts timeCosts;

    private final int[] unit;
    private final int[] start;
    private final int[] end;
    /** When successors may start, where the operation overlaps with them; its end otherwise. */
    private final int[] through;

    private final Totals totals = new Totals();
    private final ChangeJournal journal;
    private final Batches batches;
    private final Holds holds;

    /** Operations to re-time, by rank. */
    private final long[] dirty;

    private int[] pending = new int[16];
    private int pendingCount;

    /**
     * Times given sequences.
     *
     * @param problem what is scheduled
     * @param sequence the operations of each machine in order; every operation once, on an eligible machine
     * @throws IllegalArgumentException when an operation is missing, twice, or not eligible, or the sequences are cyclic
     */
    public Timetable(Problem problem, int[][] sequence) {
        int n = problem.operations();
        this.problem = problem;
        this.machines = problem.machines();
        this.sequences = new Sequences(machines, n);
        this.lateness = new Lateness(problem);
        this.timeCosts = new TimeCosts(problem);
        this.unit = new int[n];
        this.start = new int[n];
        this.end = new int[n];
        this.through = new int[n];
        this.journal = new ChangeJournal(n);
        this.batches = problem.batches();
        this.holds = new Holds(problem);
        int most = 1;
        for (int o = 0; o < n; o++) {
            most = Math.max(most, 1 + Math.max(problem.successors(o).length, problem.predecessors(o).length));
        }
        load(sequence);
        this.order = new RankOrder(new Edges(problem, sequences), TopologicalSort.of(problem, sequences), most);
        this.dirty = new long[(n + 63) / 64 + 1];
        for (int o = 0; o < n; o++) {
            markDirty(o);
        }
        propagate();
        commit();
    }

    private void load(int[][] sequence) {
        int count = 0;
        for (int k = 0; k < sequence.length; k++) {
            for (int i = 0; i < sequence[k].length; i++) {
                int o = sequence[k][i];
                if (sequences.machineOf(o) != NONE || problem.runTime(o, k) == Problem.INELIGIBLE) {
                    throw new IllegalArgumentException(
                            "The operation (%d) is twice in the sequences, or not eligible on machine (%d)."
                                    .formatted(o, k));
                }
                sequences.insert(o, k, i);
                totals.runCost += problem.runCost(o, k);
                totals.setupCost += setupCost(k, i == 0 ? NONE : sequence[k][i - 1], o);
                count++;
            }
        }
        if (count != problem.operations()) {
            throw new IllegalArgumentException(
                    "The sequences hold %d of %d operations.".formatted(count, problem.operations()));
        }
    }

    /**
     * Moves an operation to another place. Several moves make one change; {@link #propagate} then times it.
     *
     * @param operation the operation
     * @param machine an eligible machine
     * @param index its place there, counted without the operation itself
     * @return false when the new sequences are cyclic; the change must then be rolled back
     */
    public boolean move(int operation, int machine, int index) {
        journal.recordMove(operation, sequences, totals);
        unlink(operation);
        link(operation, machine, index);
        int before = sequences.before(operation);
        int after = sequences.after(operation);
        return (before == NONE || order.require(before, operation))
                && (after == NONE || order.require(operation, after));
    }

    private void unlink(int operation) {
        int k = sequences.machineOf(operation);
        int before = sequences.before(operation);
        int after = sequences.after(operation);
        totals.setupCost -= setupCost(k, before, operation);
        if (after != NONE) {
            totals.setupCost += setupCost(k, before, after) - setupCost(k, operation, after);
            markDirty(after);
        }
        totals.runCost -= problem.runCost(operation, k);
        sequences.remove(operation);
    }

    private void link(int operation, int k, int index) {
        sequences.insert(operation, k, index);
        int before = sequences.before(operation);
        int after = sequences.after(operation);
        totals.setupCost += setupCost(k, before, operation);
        if (after != NONE) {
            totals.setupCost += setupCost(k, operation, after) - setupCost(k, before, after);
            markDirty(after);
        }
        totals.runCost += problem.runCost(operation, k);
        markDirty(operation);
    }

    private void markDirty(int operation) {
        if (pendingCount == pending.length) {
            pending = Arrays.copyOf(pending, pendingCount * 2);
        }
        pending[pendingCount++] = operation;
    }

    /** Times the open change. */
    public void propagate() {
        if (holds.none()) {
            forward();
            return;
        }
        for (int i = 0; i < holds.heldCount(); i++) {
            markDirty(holds.held(i));
        }
        holds.letGo();
        forward();
        for (int round = 0; round < Holds.MOST_ROUNDS && holds.hold(this); round++) {
            for (int i = 0; i < holds.raisedCount(); i++) {
                markDirty(holds.raised(i));
            }
            forward();
        }
        holds.count(this);
    }

    /** Times what is marked and all that it reaches. */
    private void forward() {
        int word = dirty.length;
        for (int i = 0; i < pendingCount; i++) {
            word = Math.min(word, setDirty(pending[i]));
        }
        pendingCount = 0;
        for (; word < dirty.length; word++) {
            while (dirty[word] != 0) {
                int bit = Long.numberOfTrailingZeros(dirty[word]);
                dirty[word] &= dirty[word] - 1;
                int o = order.at((word << 6) + bit);
                if (time(o)) {
                    int after = sequences.after(o);
                    if (after != NONE) {
                        setDirty(after);
                    }
                    for (int successor : problem.successors(o)) {
                        setDirty(successor);
                    }
                }
            }
        }
    }

    private int setDirty(int operation) {
        int rank = order.rank(operation);
        dirty[rank >> 6] |= 1L << rank;
        return rank >> 6;
    }

    /** Times one operation; whether that changed anything that others see. */
    private boolean time(int o) {
        int k = sequences.machineOf(o);
        MachineCalendar calendar = problem.calendar(k);
        int run = problem.runTime(o, k);
        int setup = setupTime(o);
        int u = earliestUnit(o, k, run, setup);
        int s = calendar.timeOf(u);
        int e = calendar.timeOf(u + run - 1) + 1;
        int passed = problem.unitsBeforeSuccessor(o, k);
        int t = (passed == run ? e : calendar.timeOf(u + passed - 1) + 1) + problem.rest(o, k);
        int before = sequences.before(o);
        timeCosts.timed(o, k, before == NONE ? NONE : end[before], s - setup, s, e);
        if (u == unit[o] && s == start[o] && e == end[o] && t == through[o]) {
            return false;
        }
        journal.recordTimes(o, unit[o], start[o], end[o], through[o]);
        if (problem.fixedStart(o) != Problem.FREE) {
            totals.violation += Math.abs((long) s - problem.fixedStart(o))
                    - (end[o] == 0 ? 0 : Math.abs((long) start[o] - problem.fixedStart(o)));
        }
        totals.sumOfEnds += e - end[o];
        unit[o] = u;
        start[o] = s;
        end[o] = e;
        through[o] = t;
        lateness.moved(o, end);
        return true;
    }

    private int earliestUnit(int o, int k, int run, int setup) {
        MachineCalendar calendar = problem.calendar(k);
        int fixed = problem.fixedStart(o);
        int from = fixed == Problem.FREE ? problem.release(o, k) : fixed;
        int noEndBefore = 0;
        int[] predecessors = problem.predecessors(o);
        int[] lags = problem.predecessorLags(o);
        boolean[] handovers = problem.handovers(o);
        for (int i = 0; i < predecessors.length; i++) {
            int p = predecessors[i];
            from = Math.max(from, (handovers[i] ? end[p] : through[p]) + lags[i]);
            if (through[p] < end[p] && !handovers[i] && !batches.has(p)) {
                noEndBefore = Math.max(noEndBefore, end[p]);
            }
        }
        int u = calendar.unitAtOrAfter(from);
        if (noEndBefore > 0) {
            u = Math.max(u, calendar.unitAtOrAfter(noEndBefore - 1) + 1 - run);
        }
        int before = sequences.before(o);
        if (before != NONE) {
            u = Math.max(u, unit[before] + problem.runTime(before, k) + setup);
        }
        if (batches.any()) {
            u = Math.max(u, unitAfterBatches(o, k, run));
        }
        if (!holds.none()) {
            u = Math.max(u, holds.unit(o));
        }
        return calendar.unitWithRoom(u, setup);
    }

    /** The first unit from which each batch of each predecessor is there when it is taken in. */
    private int unitAfterBatches(int o, int k, int run) {
        MachineCalendar calendar = problem.calendar(k);
        int u = 0;
        int[] predecessors = problem.predecessors(o);
        for (int i = 0; i < predecessors.length; i++) {
            int p = predecessors[i];
            if (!batches.has(p) || problem.handovers(o)[i]) {
                continue;
            }
            int on = sequences.machineOf(p);
            int length = problem.runTime(p, on);
            int wait = problem.rest(p, on) + problem.predecessorLags(o)[i];
            for (int b = batches.count(p) - 1; b >= 0; b--) {
                int last = unit[p] + batches.through(p, on, b, length) - 1;
                int ready = problem.calendar(on).timeOf(last) + 1 + wait;
                u = Math.max(u, calendar.unitAtOrAfter(ready) - batches.taken(o, k, p, b, run));
            }
        }
        return u;
    }

    /** How many operations the open change has given other times so far. */
    public int retimedCount() {
        return journal.touchedCount();
    }

    /** The i-th operation that the open change has given other times. */
    public int retimed(int i) {
        return journal.touched(i);
    }

    /** When successors of an operation may start, where it overlaps with them; its end otherwise. */
    public int through(int operation) {
        return through[operation];
    }

    /** Keeps the open change. */
    public void commit() {
        journal.clear();
        order.commit();
        lateness.commit();
        timeCosts.commit();
        holds.commit();
    }

    /** Takes the open change back, timed or not. */
    public void rollback() {
        journal.restoreTimes(unit, start, end, through);
        journal.restoreMoves(sequences, totals);
        journal.clear();
        pendingCount = 0;
        order.rollback();
        lateness.rollback();
        timeCosts.rollback();
        holds.rollback();
    }

    /** What is minimised, of the timed sequences: makespan in time units, or cost. */
    public long objective() {
        return problem.objective() == Objective.MAKESPAN
                ? makespan()
                : lateness.total() + totals.setupCost + totals.runCost + timeCosts.total();
    }

    /** End of the last operation. */
    public int makespan() {
        int last = 0;
        for (int k = 0; k < machines; k++) {
            int size = sequences.size(k);
            if (size > 0) {
                last = Math.max(last, end[sequences.get(k, size - 1)]);
            }
        }
        return last;
    }

    /** Sum of the ends of all operations, time units. */
    public long sumOfEnds() {
        return totals.sumOfEnds;
    }

    /**
     * How far fixed operations start from where they must, and others after their latest start or longer after a predecessor
     * than they may, time units in sum; 0 when the schedule is feasible.
     */
    public long violation() {
        return totals.violation + holds.violation();
    }

    /** Machine of an operation. */
    public int machineOf(int operation) {
        return sequences.machineOf(operation);
    }

    /** Place of an operation on its machine, from 0. */
    public int indexOf(int operation) {
        return sequences.indexOf(operation);
    }

    /** Number of operations on a machine. */
    public int size(int machine) {
        return sequences.size(machine);
    }

    /** The operation at a place of a machine. */
    public int operationAt(int machine, int index) {
        return sequences.get(machine, index);
    }

    /** Working unit in which an operation's run starts, in the coordinates of its machine. */
    public int unit(int operation) {
        return unit[operation];
    }

    /** Place of an operation in an order in which each comes after all that it waits for, from 0. */
    public int rank(int operation) {
        return order.rank(operation);
    }

    /** The operation at a place of that order. */
    public int operationByRank(int rank) {
        return order.at(rank);
    }

    /** Start of an operation's run. */
    public int start(int operation) {
        return start[operation];
    }

    /** End of an operation. */
    public int end(int operation) {
        return end[operation];
    }

    /** Length of the setup before an operation. */
    public int setupTime(int operation) {
        int k = sequences.machineOf(operation);
        int before = sequences.before(operation);
        return setupTime(k, before, operation);
    }

    /** Length of the setup between two operations on a machine; {@code before} is -1 for the machine's initial state. */
    public int setupTime(int machine, int before, int after) {
        int from = before == NONE ? SetupTable.INITIAL : problem.setupClass(before, machine);
        return problem.setups(machine).time(from, problem.setupClass(after, machine));
    }

    /** A copy of the machine sequences. */
    public int[][] sequences() {
        return sequences.copy();
    }

    /** Cost of lateness of a job. */
    public long latenessOf(int job) {
        return lateness.of(job);
    }

    /** Cost of the setup before an operation. */
    public long setupCost(int operation) {
        return setupCost(sequences.machineOf(operation), sequences.before(operation), operation);
    }

    /** Cost of the setup between two operations on a machine; {@code before} is -1 for the machine's initial state. */
    public long setupCost(int machine, int before, int after) {
        int from = before == NONE ? SetupTable.INITIAL : problem.setupClass(before, machine);
        return problem.setups(machine).cost(from, problem.setupClass(after, machine));
    }
}
