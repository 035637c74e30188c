package vn.nhain.scheduler.kernel.workload;

import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * A machine as it would be without one of its operations: those after it earlier, those before it with more time. Only this
 * machine is re-timed; what its operations wait for elsewhere stays.
 *
 * <p>Reused, not thread-safe.
 */
final class RowWithout {
    private final Problem problem;
    private final Timetable timetable;
    private final Rows rows;

    private final int[] free;
    private final int[] latest;
    private final int[] setupClass;
    private final int[] setup;

    RowWithout(Problem problem, Timetable timetable, Rows rows) {
        int n = problem.operations();
        this.problem = problem;
        this.timetable = timetable;
        this.rows = rows;
        this.free = new int[n];
        this.latest = new int[n];
        this.setupClass = new int[n];
        this.setup = new int[n];
    }

    int[] free() {
        return free;
    }

    int[] latest() {
        return latest;
    }

    int[] setupClass() {
        return setupClass;
    }

    int[] setup() {
        return setup;
    }

    /** Takes an operation out and fills what insertions at places low to high ask for. */
    void load(int o, int low, int high) {
        int k = timetable.machineOf(o);
        int size = timetable.size(k);
        int out = timetable.indexOf(o);
        int from = Math.min(Math.max(0, low - 1), out);
        int to = Math.max(Math.min(size - 2, high), out);
        int head = Math.max(0, out - from);
        System.arraycopy(rows.setupClass(k), from, setupClass, from, head);
        System.arraycopy(rows.setup(k), from, setup, from, head);
        System.arraycopy(rows.free(k), from, free, from, head);
        int tail = Math.max(0, Math.min(to, size - 2) - out + 1);
        System.arraycopy(rows.setupClass(k), out + 1, setupClass, out, tail);
        System.arraycopy(rows.setup(k), out + 1, setup, out, tail);
        System.arraycopy(rows.latest(k), out + 1, latest, out, tail);
        if (out < size - 1) {
            int before = out == 0 ? SetupTable.INITIAL : setupClassBefore(k, out);
            setup[out] = problem.setups(k).timeInto(setupClass[out], before);
        }
        forward(k, out, to, size);
        backward(k, out, from, size);
    }

    private int setupClassBefore(int k, int out) {
        return rows.setupClass(k)[out - 1];
    }

    private void forward(int k, int out, int to, int size) {
        int[] oldFree = rows.free(k);
        int[] ready = rows.ready(k);
        MachineCalendar calendar = problem.calendar(k);
        int freed = out == 0 ? -1 : oldFree[out - 1];
        for (int i = out; i <= Math.min(to, size - 2); i++) {
            int o = rows.operation(k)[i + 1];
            int run = problem.runTime(o, k);
            int u = ready[i + 1];
            if (freed >= 0) {
                u = Math.max(u, freed + setup[i]);
            }
            freed = calendar.unitWithRoom(u, setup[i]) + run;
            free[i] = freed;
            if (freed == oldFree[i + 1]) {
                int left = Math.min(to, size - 2) - i;
                System.arraycopy(oldFree, i + 2, free, i + 1, left);
                return;
            }
        }
    }

    private void backward(int k, int out, int from, int size) {
        int[] oldLatest = rows.latest(k);
        int[] bound = rows.bound(k);
        MachineCalendar calendar = problem.calendar(k);
        for (int i = out - 1; i >= from; i--) {
            int o = rows.operation(k)[i];
            int u = bound[i];
            if (i + 1 < size - 1) {
                u = Math.min(u, latest[i + 1] - setup[i + 1] - problem.runTime(o, k));
            }
            u = calendar.lastUnitWithRoom(u, setup[i]);
            latest[i] = u;
            if (u == oldLatest[i]) {
                System.arraycopy(oldLatest, from, latest, from, i - from);
                return;
            }
        }
    }
}
