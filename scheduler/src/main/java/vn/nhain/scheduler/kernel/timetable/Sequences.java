package vn.nhain.scheduler.kernel.timetable;

import java.util.Arrays;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/**
 * The order of operations on each machine, and what its place means for each operation. What timing an operation needs to know
 * of it lies side by side: on large problems fetching from memory is most of the work.
 */
final class Sequences {
    private static final int NONE = -1;
    /** Numbers an operation, a power of two so that they share a cache line. */
    private static final int STRIDE = 8;

    private static final int MACHINE = 0;
    private static final int BEFORE = 1;
    private static final int AFTER = 2;
    private static final int RUN = 3;
    private static final int PASSED = 4;
    private static final int SETUP = 5;
    private static final int EARLIEST = 6;
    private static final int REST = 7;

    private final Problem problem;
    private final int[][] items;
    private final int[] size;
    private final int[] index;
    private final int[] facts;

    Sequences(Problem problem) {
        int n = problem.operations();
        this.problem = problem;
        items = new int[problem.machines()][8];
        size = new int[problem.machines()];
        index = new int[n];
        facts = new int[STRIDE * n];
        Arrays.fill(facts, NONE);
    }

    int size(int k) {
        return size[k];
    }

    int get(int k, int i) {
        return items[k][i];
    }

    /** The machine where an operation stands, or -1 while it stands nowhere. */
    int machineOf(int o) {
        return facts[STRIDE * o + MACHINE];
    }

    int indexOf(int o) {
        return index[o];
    }

    /** The operation before on its machine, or -1. */
    int before(int o) {
        return facts[STRIDE * o + BEFORE];
    }

    /** The operation after on its machine, or -1. */
    int after(int o) {
        return facts[STRIDE * o + AFTER];
    }

    /** Working units of its run where it stands. */
    int run(int o) {
        return facts[STRIDE * o + RUN];
    }

    /** Working units of its run after which successors may start. */
    int passed(int o) {
        return facts[STRIDE * o + PASSED];
    }

    /** Length of the setup before it. */
    int setup(int o) {
        return facts[STRIDE * o + SETUP];
    }

    /** The time before which it must not start, its fixed start where it has one. */
    int earliest(int o) {
        return facts[STRIDE * o + EARLIEST];
    }

    /** Time units that must pass after its end before successors start. */
    int rest(int o) {
        return facts[STRIDE * o + REST];
    }

    void insert(int o, int k, int i) {
        int[] row = items[k];
        if (size[k] == row.length) {
            row = Arrays.copyOf(row, row.length * 2);
            items[k] = row;
        }
        System.arraycopy(row, i, row, i + 1, size[k] - i);
        row[i] = o;
        size[k]++;
        renumber(k, i);
        int fixed = problem.fixedStart(o);
        int at = STRIDE * o;
        facts[at + MACHINE] = k;
        facts[at + RUN] = problem.runTime(o, k);
        facts[at + PASSED] = problem.unitsBeforeSuccessor(o, k);
        facts[at + EARLIEST] = fixed == Problem.FREE ? problem.release(o, k) : fixed;
        facts[at + REST] = problem.rest(o, k);
        join(k, i == 0 ? NONE : row[i - 1], o);
        join(k, o, i + 1 == size[k] ? NONE : row[i + 1]);
    }

    void remove(int o) {
        int k = machineOf(o);
        int i = index[o];
        int[] row = items[k];
        System.arraycopy(row, i + 1, row, i, size[k] - i - 1);
        size[k]--;
        facts[STRIDE * o + MACHINE] = NONE;
        renumber(k, i);
        join(k, before(o), after(o));
    }

    /** Makes one operation follow another, either of which may be missing. */
    private void join(int k, int before, int after) {
        if (before != NONE) {
            facts[STRIDE * before + AFTER] = after;
        }
        if (after != NONE) {
            int from = before == NONE ? SetupTable.INITIAL : problem.setupClass(before, k);
            facts[STRIDE * after + BEFORE] = before;
            facts[STRIDE * after + SETUP] = problem.setups(k).time(from, problem.setupClass(after, k));
        }
    }

    private void renumber(int k, int from) {
        int[] row = items[k];
        for (int i = from; i < size[k]; i++) {
            index[row[i]] = i;
        }
    }

    int[][] copy() {
        int[][] copy = new int[items.length][];
        for (int k = 0; k < items.length; k++) {
            copy[k] = Arrays.copyOf(items[k], size[k]);
        }
        return copy;
    }
}
