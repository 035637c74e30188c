package vn.nhain.scheduler.kernel.timetable;

import java.util.Arrays;
import vn.nhain.scheduler.kernel.problem.Arcs;
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
    private final Arcs outgoing;
    private final Sequences sequences;
    private final RankOrder order;
    private final Totals totals = new Totals();
    private final ChangeJournal journal;
    private final Holds holds;
    private final Timing timing;

    /** Operations to re-time, by rank. */
    private final long[] dirty;

    private int[] pending = new int[16];
    private int pendingCount;
    /** Whether the open change closes a cycle. */
    private boolean cyclic;

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
        this.outgoing = problem.outgoing();
        this.sequences = new Sequences(problem);
        this.journal = new ChangeJournal(n);
        this.holds = new Holds(problem);
        this.timing = new Timing(problem, sequences, totals, journal, holds);
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
     * @throws IllegalStateException when the open change is cyclic already
     */
    public boolean move(int operation, int machine, int index) {
        requireAcyclic();
        journal.recordMove(operation, sequences, totals);
        unlink(operation);
        link(operation, machine, index);
        int before = sequences.before(operation);
        int after = sequences.after(operation);
        cyclic = !((before == NONE || order.require(before, operation))
                && (after == NONE || order.require(operation, after)));
        return !cyclic;
    }

    /** Operations that wait for one another have no times: timing them would never end. */
    private void requireAcyclic() {
        if (cyclic) {
            throw new IllegalStateException(
                    "The open change closes a cycle, as move() said by returning false. Roll it back first.");
        }
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

    /**
     * Times the open change.
     *
     * @throws IllegalStateException when it is cyclic
     */
    public void propagate() {
        requireAcyclic();
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
                if (timing.time(o)) {
                    int after = sequences.after(o);
                    if (after != NONE) {
                        setDirty(after);
                    }
                    int arcEnd = outgoing.begin(o + 1);
                    for (int i = outgoing.begin(o); i < arcEnd; i++) {
                        setDirty(outgoing.operation(i));
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
        return timing.through(operation);
    }

    /**
     * Keeps the open change.
     *
     * @throws IllegalStateException when it is cyclic
     */
    public void commit() {
        requireAcyclic();
        journal.clear();
        order.commit();
        timing.commit();
        holds.commit();
    }

    /** Takes the open change back, timed or not, cyclic or not. */
    public void rollback() {
        timing.rollback();
        journal.restoreMoves(sequences, totals);
        journal.clear();
        pendingCount = 0;
        cyclic = false;
        order.rollback();
        holds.rollback();
    }

    /** What is minimised, of the timed sequences: makespan in time units, or cost. */
    public long objective() {
        return problem.objective() == Objective.MAKESPAN
                ? makespan()
                : timing.cost() + totals.setupCost + totals.runCost;
    }

    /** End of the last operation. */
    public int makespan() {
        int last = 0;
        for (int k = 0; k < machines; k++) {
            int size = sequences.size(k);
            if (size > 0) {
                last = Math.max(last, timing.end(sequences.get(k, size - 1)));
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

    /** The operation before on its machine, or -1. */
    public int before(int operation) {
        return sequences.before(operation);
    }

    /** The operation after on its machine, or -1. */
    public int after(int operation) {
        return sequences.after(operation);
    }

    /** Working units that an operation takes where it stands. */
    public int runTime(int operation) {
        return sequences.run(operation);
    }

    /** Working units of an operation where it stands after which its successors may start. */
    public int unitsBeforeSuccessor(int operation) {
        return sequences.passed(operation);
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
        return timing.unit(operation);
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
        return timing.start(operation);
    }

    /** End of an operation. */
    public int end(int operation) {
        return timing.end(operation);
    }

    /** Length of the setup before an operation. */
    public int setupTime(int operation) {
        return sequences.setup(operation);
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
        return timing.latenessOf(job);
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
